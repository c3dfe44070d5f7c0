using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Landing;

/// <summary>The pages of the pack, the way in from artwork, and the way out.</summary>
internal static class LandingRoutes
{
    /// <summary>Pages of the pack that are drawn here; find-help and the figures belong to their own features.</summary>
    internal static readonly IReadOnlyList<string> Pages = ["yourself", "young-people", "parents", "someone-else", "about", "privacy", "accessibility"];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LandingPages>();
        services.AddSingleton<LandingComposer>();
    }

    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/", Start);
        surfaces.Site.MapPage("/{language}", Showing("home"));
        foreach (var page in Pages)
            surfaces.Site.MapPage("/{language}/" + page, Showing(page));
        surfaces.Site.MapPage("/leave", Leave);
        surfaces.Site.MapPage("/a/{code}", Arrive);
        ForMachines.Map(surfaces);
    }

    /// <inheritdoc cref="ErrorPages.Draw"/>
    public static Task DrawErrorPage(HttpContext http, int status) => ErrorPages.Draw(http, status);

    private static Delegate Showing(string page) =>
        (string language, HttpContext http, Frames frames, LandingPages pages, LandingComposer composer, DrawnPages drawn, Tally tally) =>
            Show(page, language, http, frames, pages, composer, drawn, tally);

    private static async Task<IResult> Show(
        string id, string language, HttpContext http, Frames frames, LandingPages pages, LandingComposer composer, DrawnPages drawn, Tally tally)
    {
        if (!Language.TryParse(language, null, out var asked) || frames.In(asked) is not { } frame || pages.Page(id, asked) is not { } page)
            return TypedResults.NotFound();

        var view = new View(id, frame.Language, frame.Revision, page.Audience);
        tally.CountVisit(http.Request, view);
        var path = id == "home" ? $"/{frame.Language}" : $"/{frame.Language}/{id}";
        return await drawn.Draw<LandingPage>(
            new PageKey(id, frame.Language.Code),
            () => composer.Compose(page, frame),
            shortcut: new Shortcut(path, request => tally.CountVisit(request, view)));
    }

    private static IResult Start(HttpContext http, Frames frames) =>
        frames.Best(http.Request) is { } frame ? Towards(http, $"/{frame.Language}") : TypedResults.NotFound();

    /// <summary>A code printed on artwork: counts one and leads to its page. A code nobody knows leads home, for whoever mistyped it needs the same help.</summary>
    private static IResult Arrive(string code, HttpContext http, Frames frames, LandingPages pages, Tally tally)
    {
        if (frames.Best(http.Request) is not { } frame)
            return TypedResults.NotFound();
        if (pages.Placement(code) is not { } placement)
            return Towards(http, $"/{frame.Language}");

        var page = placement.To.Trim('/').Split('?', '#')[0] is { Length: > 0 } id ? id : "home";
        tally.CountVisit(http.Request, new View(page, frame.Language, frame.Revision, pages.Page(page, frame.Language)?.Audience, placement.Code, Event: TallyEvent.Arrival));
        return Towards(http, $"/{frame.Language}{(placement.To == "/" ? "" : placement.To)}");
    }

    private static IResult Leave(HttpContext http, Frames frames)
    {
        if (frames.Reference is not { } frame)
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = frame.ExitAddress;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    // Never kept by a browser: the answer depends on the visitor's languages, and an arrival is counted each time.
    private static IResult Towards(HttpContext http, string path)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Redirect(path);
    }
}
