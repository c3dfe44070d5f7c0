using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Say.Toolkit;

/// <summary>The page that hands out the campaign's artwork, and what it hands out.</summary>
internal static class ToolkitRoutes
{
    /// <summary>Its address, and the name its views are counted under.</summary>
    internal const string Page = "toolkit";

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<DrawingTurns>();
        services.AddSingleton<ToolkitShelf>();
        services.AddSingleton<ToolkitComposer>();
    }

    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/{language}/" + Page, Show);
        ToolkitFiles.Map(surfaces);
    }

    private static async ValueTask<IResult> Show(
        string language, HttpRequest request, Frames frames, ToolkitShelf shelf, ToolkitComposer composer, ServiceDirectory directory, DrawnPages drawn, Tally tally)
    {
        if (!Language.TryParse(language, null, out var asked) || frames.In(asked) is not { } frame || shelf.Today is not { } stock || directory.WordsIn(asked) is not { } words)
            return TypedResults.NotFound();

        var wanted = ToolkitWanted.From(request.Query, frame.Languages);
        tally.CountVisit(request, new View(Page, frame.Language, frame.Revision, wanted.Who));
        return await drawn.Draw<ToolkitPage>(new PageKey(Page, frame.Language.Code, wanted.Variant), () => composer.Compose(stock, frame, words, wanted));
    }
}
