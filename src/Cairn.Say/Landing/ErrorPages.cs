using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Foundation.Web.Kit;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Landing;

/// <summary>What a person sees when there is no page, or when we failed: plain words, and still the ways to help. Nothing of the request is repeated.</summary>
internal static class ErrorPages
{
    /// <summary>Draws the page for a 4xx or 5xx as the whole answer.</summary>
    public static async Task Draw(HttpContext http, int status)
    {
        var services = http.RequestServices;
        var frames = services.GetRequiredService<Frames>();
        if (FrameFor(http.Request, frames) is not { } frame)
        {
            await TypedResults.Text("No campaign is published here. In danger, call 999.", statusCode: status).ExecuteAsync(http);
            return;
        }

        var missing = status == StatusCodes.Status404NotFound;
        if (missing)
            services.GetRequiredService<Tally>().CountVisit(http.Request, new View("not-found", frame.Language, frame.Revision));

        // One drawing a status: the bytes that are kept carry it.
        var composer = services.GetRequiredService<LandingComposer>();
        var page = await services.GetRequiredService<DrawnPages>().Draw<LandingPage>(
            new PageKey("error", frame.Language.Code, status.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            () => Model(frame, missing, composer),
            status);
        await page.ExecuteAsync(http);
    }

    internal static LandingModel Model(Frame frame, bool missing, LandingComposer composer) => new(
        frame,
        Path: null,
        Audience: null,
        missing ? Motif.Missed : null,
        frame.Language,
        missing ? frame.Words.NotFoundHeading : frame.Words.ErrorHeading,
        missing ? frame.Words.NotFoundBody : frame.Words.ErrorBody,
        [new(frame.Words.FindHelp, $"/{frame.Language}/find-help"), new(frame.Words.BackToStart, $"/{frame.Language}")],
        composer.WaysToHelp(frame));

    // The language the visitor was reading, when the address says so.
    private static Frame? FrameFor(HttpRequest request, Frames frames)
    {
        var first = request.Path.Value?.Split('/', 3).ElementAtOrDefault(1);
        return (Language.TryParse(first, null, out var language) ? frames.In(language) : null) ?? frames.Best(request);
    }
}
