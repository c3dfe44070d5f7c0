using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Cairn.Help.Directory.FindHelp;

/// <summary>The page that leads to a person who can help, and the same as data.</summary>
internal static class FindHelpRoutes
{
    internal const string Page = "find-help";

    internal static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/{language}/find-help", Find);
        surfaces.Site.MapPage("/{language}/find-help.jsonld", AsJsonLd);
    }

    private static async ValueTask<IResult> Find(
        Language language, HttpRequest request, ServiceDirectory directory, Frames frames, PageBodies bodies, DrawnPages pages, Tally tally, TimeProvider time)
    {
        if (frames.In(language) is not { } frame || directory.WordsIn(language) is not { } words)
            return Results.NotFound();

        var wanted = HelpWanted.From(request.Query);
        tally.CountVisit(request, new View(Page, language, frame.Revision, wanted.Who, Nation: wanted.Nation));
        return await pages.Draw<FindHelpPage>(
            new(Page, language.Code, wanted.Variant),
            () => Model(wanted, directory, frame, words, bodies.In(Page, language), Instant.FromDateTimeOffset(time.GetUtcNow())));
    }

    private static IResult AsJsonLd(Language language, ServiceDirectory directory, Frames frames, KeptBytes documents, TimeProvider time)
    {
        if (frames.In(language) is not { } frame || directory.WordsIn(language) is not { } words)
            return Results.NotFound();

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return documents.Of(
            directory.Version,
            $"jsonld/{language.Code}",
            () => new ReadyBytes(ServicesJsonLd.Write(directory, words, frame, now), "application/ld+json", ReadyBytes.Revalidate));
    }

    internal static FindHelpModel Model(
        HelpWanted wanted, ServiceDirectory directory, Frame frame, DirectoryWords words, RenderFragment? body, Instant now)
    {
        var found = directory.For(wanted.Who, wanted.Nation, now);
        return new(
            frame,
            words,
            [new("", words.WhoAnyone, wanted.Who is null), .. Audience.All.Select(a => new FilterChoice(a.Slug, words.NameOf(a), a == wanted.Who))],
            [.. Nation.All.Select(n => new FilterChoice(n.Slug, words.NameOf(n), n == wanted.Nation)), new("", words.NationAny, wanted.Nation is null)],
            [.. found.Doors.Select(door => ServiceCardModel.Of(door, words, frame.Language, frame.Words.Clock, now))],
            found.Meanwhile is { } meanwhile
                ? words.Meanwhile
                    .Replace("{closed}", meanwhile.Closed.Service.Name.Value, StringComparison.Ordinal)
                    .Replace("{open}", meanwhile.Open.Service.Name.Value, StringComparison.Ordinal)
                : null,
            body);
    }
}
