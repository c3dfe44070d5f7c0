namespace Cairn.Know.Register.Releases;

/// <summary>A table's share over time as tidy CSV, one row a day, with the number of the definition that each share follows.</summary>
internal static class SeriesCsv
{
    internal const string Ending = ".share.csv";

    internal static byte[] Csv(PublishedTable table, PublishedSeries series, TableWords words) => CsvFile.Write(Columns(table, series, words), series.Points);

    /// <param name="name">Of the file without its ending; null for the table's own.</param>
    internal static byte[] Metadata(PublishedTable table, PublishedSeries series, TableLanguage language, string? name = null) =>
        CsvFile.Metadata((name ?? table.Id) + Ending, $"{series.Label}, {series.ShareOf}", table, language, Columns(table, series, language.Words), ["as_of"]);

    private static List<CsvColumn<SeriesPoint>> Columns(PublishedTable table, PublishedSeries series, TableWords words) =>
    [
        new("as_of", words.AsOf, CsvFile.Day(), true, p => FigureFiles.Iso(p.AsOf)),
        new("value", words.Share, "decimal", false, p => series.Written(p) ?? ""),
        // SDMX: O is a missing value, B an observation after a break in its series.
        new("obs_status", "SDMX CL_OBS_STATUS", CsvFile.OneOf(["A", "B", "O"]), true, p => p.Percent is null ? "O" : Changes(series, p).Any() ? "B" : "A"),
        new("definition", words.DefinitionNumber, "positiveInteger", true, p => CsvFile.Plain(1 + series.Breaks.Count(b => b.From <= p.AsOf))),
        new("definition_changed", words.DefinitionChanged, "string", false, p => string.Join(' ', Changes(series, p).Select(b => $"{FigureFiles.Iso(b.From)}: {b.Note}"))),
        new("unit", words.Unit, "string", true, _ => "percent"),
        new("share_of", words.ShareOf, "string", true, _ => series.ShareOf),
        .. CsvFile.Ending<SeriesPoint>(table, words),
    ];

    /// <summary>The breaks between a point and the one before it.</summary>
    private static IEnumerable<SeriesBreak> Changes(PublishedSeries series, SeriesPoint point)
    {
        var before = series.Points.LastOrDefault(p => p.AsOf < point.AsOf)?.AsOf;
        return series.Breaks.Where(b => before < b.From && b.From <= point.AsOf);
    }
}
