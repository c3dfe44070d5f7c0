using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <summary>Addresses of what is released, without the language.</summary>
internal static class TableAddresses
{
    internal const string List = "/tables";

    internal static IReadOnlyList<(string Ending, string Name)> Downloads(TableWords words) => [(".csv", "CSV"), (".csv-metadata.json", words.CsvMetadata), (".json", "JSON-stat 2.0")];

    /// <summary>Besides, for a table that has a share over time.</summary>
    internal static IReadOnlyList<(string Ending, string Name)> SeriesDownloads(TableWords words) => [(SeriesCsv.Ending, words.ShareCsv), (SeriesCsv.Ending + "-metadata.json", words.ShareCsvMetadata)];

    /// <summary>Always the latest revision.</summary>
    internal static string Of(PublishedTable table) => $"{List}/{table.Id}";

    /// <summary>This revision, whatever is released later.</summary>
    internal static string OfRevision(PublishedTable table) => OfRevision(table.Id, table.Revision);

    internal static string OfRevision(string table, string revision) => $"{List}/{table}/{revision}";
}

/// <summary>A line of the list of tables.</summary>
/// <param name="Line">Of what day it is, and whose; of a demonstration that first.</param>
public sealed record TableEntry(string Title, string Href, string Line)
{
    internal static TableEntry Of(PublishedTable table, Frame frame, TableLanguage language) => new(
        language.Own(table.Facts.Title),
        $"/{frame.Language.Code}{TableAddresses.Of(table)}",
        (table.Facts.Demonstration ? $"{language.Words.DemonstrationMark}{language.Stop} " : "") + $"{language.Date(table.Facts.AsOf)}{language.Stop} {language.Own(table.Facts.Publisher)}{language.Stop}");
}

/// <param name="FeedHref">Where the Atom feed lies.</param>
public sealed record TablesModel(Frame Frame, TableWords Words, IReadOnlyList<TableEntry> Tables, string FeedHref)
{
    /// <param name="tables">The latest revision of each, in the order they are listed.</param>
    internal static TablesModel Of(IEnumerable<PublishedTable> tables, Frame frame, TableWords words) =>
        new(frame, words, [.. tables.Select(t => TableEntry.Of(t, frame, new(words, frame.Language)))], TableAddresses.List + ".atom");
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
    /// <param name="revision">True for the page of this revision, false for that of the latest one.</param>
    internal static TablePageModel Of(PublishedTable table, Frame frame, TableWords words, bool revision = false)
    {
        var language = new TableLanguage(words, frame.Language);
        var facts = table.Facts;
        var charts = TableCharts.Of(table, language);
        var permanent = $"/{frame.Language.Code}{TableAddresses.OfRevision(table)}";
        return new(
            frame,
            words,
            language.Own(facts.Title),
            facts.Demonstration,
            revision ? TableAddresses.OfRevision(table) : TableAddresses.Of(table),
            charts,
            TableGrid.Of(table, language),
            [.. table.Cells.Select(c => c.Status).Distinct().Order().Where(s => TableLanguage.MarkOf(s) is not null).Select(s => new LegendLine(TableLanguage.MarkOf(s)!, language.MeaningOf(s)))],
            facts.RoundedTo is { } roundedTo ? language.RoundedEvery(roundedTo) : null,
            [
                new(words.Base, language.Own(facts.Base)),
                new(words.AsOf, language.Date(facts.AsOf)),
                new(words.Definition, language.Own(facts.Definition)),
                new(words.OnlineMeans, language.Own(facts.OnlineMeans)),
                new(words.Method, language.Own(facts.Method)),
                new(words.Publisher, language.Own(facts.Publisher)),
                new(words.Source, language.Own(facts.SourceTitle), facts.Source?.AbsoluteUri),
                new(words.Licence, language.Own(facts.Licence)),
                new(words.Revision, language.Name(table.Revision)),
            ],
            [.. facts.Notes.Select(language.Own)],
            // Of this revision, so that what is downloaded is what was read.
            [.. TableAddresses.Downloads(words).Concat(table.Series is null ? [] : TableAddresses.SeriesDownloads(words)).Select(d => new FigureDownload(permanent + d.Ending, d.Name)), .. charts.Select(c => new FigureDownload($"{permanent}.{c.Id}.svg", $"{c.Title} (SVG)"))],
            permanent,
            frame.Address + permanent);
    }
}
