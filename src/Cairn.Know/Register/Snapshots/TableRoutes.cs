using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Releases;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Cairn.Know.Register.Snapshots;

/// <summary>The pages of published tables and their files.</summary>
internal static class TableRoutes
{
    private const string Page = "tables";

    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/{language}/tables", List);
        surfaces.Site.MapPage("/{language}/tables/{series}", Latest);
        surfaces.Site.MapPage("/{language}/tables/{series}/{file}", Revision);
        surfaces.Site.MapPage("/tables.atom", Feed);
    }

    private static async ValueTask<IResult> List(Language language, HttpRequest request, TableRegister register, Frames frames, DrawnPages pages, Tally tally)
    {
        if (frames.In(language) is not { } frame || register.WordsIn(language) is not { } words)
            return Results.NotFound();
        tally.CountVisit(request, new View(Page, language, frame.Revision));
        return await pages.Draw<TablesPage>(new(Page, language.Code, register.State), () => TablesModel.Of(register.Latest.Select(r => r.Table), frame, words));
    }

    private static async ValueTask<IResult> Latest(Language language, string series, HttpRequest request, TableRegister register, Frames frames, DrawnPages pages, Tally tally)
    {
        if (frames.In(language) is not { } frame || register.WordsIn(language) is not { } words || register.Find(series, null) is not { } release)
            return Results.NotFound();
        tally.CountVisit(request, new View(Page, language, frame.Revision));
        return await pages.Draw<TablePage>(new(Page, language.Code, $"{register.State}/{series}"), () => TablePageModel.Of(release.Table, frame, words));
    }

    // A revision's page, or with an ending one of its files.
    private static async ValueTask<IResult> Revision(
        Language language, string series, string file, HttpRequest request, TableRegister register, Frames frames, DrawnPages pages, KeptBytes documents, Tally tally)
    {
        var (revision, ending) = file.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (file[..dot], file[dot..]) : (file, "");
        if (frames.In(language) is not { } frame || register.WordsIn(language) is not { } words || register.Find(series, revision) is not { Table: var table })
            return Results.NotFound();
        if (ending.Length == 0)
        {
            tally.CountVisit(request, new View(Page, language, frame.Revision));
            return await pages.Draw<TablePage>(new(Page, language.Code, $"{register.State}/{series}/{revision}"), () => TablePageModel.Of(table, frame, words, revision: true));
        }

        return Document(ending, table, frame, new(words, language)) is { } made
            ? new Saved(documents.Of(register.Version, $"{language.Code}/{series}/{file}", made), $"{series}-{file}")
            : Results.NotFound();
    }

    private static IResult Feed(TableRegister register, Frames frames, KeptBytes documents) => frames.Reference is { } frame && register.WordsIn(frame.Language) is { } words
        ? documents.Of(register.Version, "tables.atom", () => new(
            TableFeed.Write(register.Releases, new(words, frame.Language), frame.CampaignName, frame.Address, Instant.FromUtc(2026, 11, 27, 0, 0)), "application/atom+xml; charset=utf-8", ReadyBytes.Revalidate))
        : Results.NotFound();

    private static Func<ReadyBytes>? Document(string ending, PublishedTable table, Frame frame, TableLanguage language)
    {
        return ending switch
        {
            ".csv" => () => new(TableCsv.Csv(table, language.Words), "text/csv; charset=utf-8; header=present", ReadyBytes.Revalidate),
            ".csv-metadata.json" => () => new(TableCsv.Metadata(table, language), "application/csvm+json", ReadyBytes.Revalidate),
            ".json" => () => new(TableJsonStat.Write(table, language, new Uri($"{frame.Address}/{frame.Language.Code}{TableAddresses.OfRevision(table)}.json")), "application/json", ReadyBytes.Revalidate),
            _ when TableCharts.Of(table, language).FirstOrDefault(c => ending == $".{c.Id}.svg") is { } chart =>
                () => new(ChartFile.Draw(chart, table, language), "image/svg+xml", ReadyBytes.Revalidate),
            _ => null,
        };
    }
}
