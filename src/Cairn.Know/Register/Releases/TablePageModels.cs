using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <summary>Addresses of what is released, without the language.</summary>
internal static class TableAddresses
{
    internal const string List = "/tables";

    internal static readonly IReadOnlyList<(string Ending, string Name)> Downloads =
    [
        (".csv", "CSV"),
        (".csv-metadata.json", "CSV metadata (CSVW)"),
        (".json", "JSON-stat 2.0"),
    ];

    /// <summary>Besides, for a table that has a share over time.</summary>
    internal static readonly IReadOnlyList<(string Ending, string Name)> SeriesDownloads =
    [
        (SeriesCsv.Ending, "CSV of the share over time"),
        (SeriesCsv.Ending + "-metadata.json", "CSV metadata of the share over time (CSVW)"),
    ];

    /// <summary>Always the latest revision.</summary>
    internal static string Of(PublishedTable table) => $"{List}/{table.Id}";

    /// <summary>This revision, whatever is released later.</summary>
    internal static string OfRevision(PublishedTable table) => OfRevision(table.Id, table.Revision);

    internal static string OfRevision(string table, string revision) => $"{List}/{table}/{revision}";
}

/// <summary>A line of the list of tables.</summary>
public sealed record TableEntry(string Title, string Href, string AsOf, string Publisher, bool Demonstration)
{
    internal static TableEntry Of(PublishedTable table, Frame frame) => new(
        table.Facts.Title,
        $"/{frame.Language.Code}{TableAddresses.Of(table)}",
        table.Facts.AsOf.ToString("d MMMM yyyy", TablePageModel.Written),
        table.Facts.Publisher,
        table.Facts.Demonstration);
}

/// <param name="FeedHref">Where the Atom feed lies.</param>
public sealed record TablesModel(Frame Frame, TableWords Words, IReadOnlyList<TableEntry> Tables, string FeedHref)
{
    /// <param name="tables">The latest revision of each, in the order they are listed.</param>
    internal static TablesModel Of(IEnumerable<PublishedTable> tables, Frame frame) =>
        new(frame, TableWords.English, [.. tables.Select(t => TableEntry.Of(t, frame))], TableAddresses.List + ".atom");
}

/// <summary>A term of the list on how a table was made.</summary>
/// <param name="Href">Set where the text leads elsewhere.</param>
public sealed record TableTerm(string Term, string Text, string? Href = null);

/// <param name="Mark">As it stands in the table.</param>
public sealed record LegendLine(string Mark, string Meaning);

/// <summary>Everything a table's page shows.</summary>
/// <param name="Path">The page's address without the language.</param>
/// <param name="Permalink">The whole address of this revision, without a language.</param>
public sealed record TablePageModel(
    Frame Frame,
    TableWords Words,
    string Title,
    bool Demonstration,
    string Path,
    IReadOnlyList<Chart> Charts,
    IReadOnlyList<TableGrid> Grids,
    IReadOnlyList<LegendLine> Legend,
    string? Rounded,
    IReadOnlyList<TableTerm> Terms,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FigureDownload> Downloads,
    string PermalinkHref,
    string Permalink)
{
    // The words are English, so are the numbers and dates among them.
    internal static readonly System.Globalization.CultureInfo Written = Foundation.Text.Language.English.Culture;

    /// <param name="revision">True for the page of this revision, false for that of the latest one.</param>
    internal static TablePageModel Of(PublishedTable table, Frame frame, bool revision = false)
    {
        var words = TableWords.English;
        var facts = table.Facts;
        var charts = TableCharts.Of(table, words, Written);
        var permanent = $"/{frame.Language.Code}{TableAddresses.OfRevision(table)}";
        return new(
            frame,
            words,
            facts.Title,
            facts.Demonstration,
            revision ? TableAddresses.OfRevision(table) : TableAddresses.Of(table),
            charts,
            TableGrid.Of(table, words, Written),
            [.. table.Cells.Select(c => c.Status).Distinct().Order().Where(s => words.MarkOf(s) is not null).Select(s => new LegendLine(words.MarkOf(s)!, words.MeaningOf(s)))],
            facts.RoundedTo is { } roundedTo ? words.RoundedEvery(roundedTo) : null,
            [
                new(words.Base, facts.Base),
                new(words.AsOf, facts.AsOf.ToString("d MMMM yyyy", Written)),
                new(words.Definition, facts.Definition),
                new(words.OnlineMeans, facts.OnlineMeans),
                new(words.Method, facts.Method),
                new(words.Publisher, facts.Publisher),
                new(words.Source, facts.SourceTitle, facts.Source?.AbsoluteUri),
                new(words.Licence, facts.Licence),
                new(words.Revision, table.Revision),
            ],
            facts.Notes,
            // Of this revision, so that what is downloaded is what was read.
            [.. TableAddresses.Downloads.Concat(table.Series is null ? [] : TableAddresses.SeriesDownloads).Select(d => new FigureDownload(permanent + d.Ending, d.Name)), .. charts.Select(c => new FigureDownload($"{permanent}.{c.Id}.svg", $"{c.Title} (SVG)"))],
            permanent,
            frame.Address + permanent);
    }
}
