using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>The seeker's side of both lines. The first page is asked for; every later step is a post to the same address, answered in place, so that a journey leaves one neutral line in a history.</summary>
internal static class TalkRoutes
{
    public static void Map(Surfaces surfaces)
    {
        Map(surfaces, "/{language}/talk", LineKind.Talk);
        Map(surfaces, "/{language}/report", LineKind.Report);
        surfaces.Site.MapPost("/leave", (Delegate)Leave).WithMetadata(new LargestForm(TalkForm.LargestBody)).AddEndpointFilter(FromOurPages);
    }

    private static void Map(Surfaces surfaces, string address, LineKind kind)
    {
        surfaces.Site.MapPage(address, (Language language, HttpContext http, Tally tally) => First(language, http, Desk(http, kind), tally));
        surfaces.Site.MapPost(address, (Language language, HttpContext http) => Step(language, http, Desk(http, kind))).WithMetadata(new LargestForm(TalkForm.LargestBody)).AddEndpointFilter(FromOurPages);
    }

    private static TalkDesk Desk(HttpContext http, LineKind kind) => http.RequestServices.GetRequiredKeyedService<TalkDesk>(kind);

    private static async Task<IResult> First(Language language, HttpContext http, TalkDesk desk, Tally tally)
    {
        if (await desk.Page(language) is not { } page)
            return Results.NotFound();
        using (page)
        {
            tally.CountVisit(http.Request, new View(desk.Name, language, page.Frame.Revision));
            await desk.First(page);
            await page.Send(http);
            return Results.Empty;
        }
    }

    private static async Task<IResult> Step(Language language, HttpContext http, TalkDesk desk)
    {
        var (form, refused) = await TalkForm.Read(http);
        if (form is null)
            return Results.StatusCode(refused);
        using (form)
            return await desk.Answer(language, form, http) ? Results.Empty : Results.NotFound();
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        var (form, refused) = await TalkForm.Read(http);
        if (form is null)
            return Results.StatusCode(refused);
        using (form)
            return await Desk(http, LineKind.Talk).Leave(form, http) ? Results.Empty : Results.NotFound();
    }

    private static ValueTask<object?> FromOurPages(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        SameOrigin.Holds(context.HttpContext.Request) ? next(context) : new(Results.StatusCode(StatusCodes.Status403Forbidden));
}
