using Cairn.Know.Register.Releases;

namespace Cairn.Know.Register.Computed;

/// <summary>A computed figure over time, as files: CSV with its CSVW metadata where it has two days or more, and each drawing.</summary>
internal static class FigureHistoryFiles
{
    private const string MetadataEnding = SeriesCsv.Ending + "-metadata.json";

    /// <param name="href">The figure's page.</param>
    public static IEnumerable<FigureDownload> Downloads(FigureHistory history, IEnumerable<Chart> charts, TableLanguage language, string href)
    {
        if (history.Points.Count > 1)
        {
            foreach (var (ending, name) in TableAddresses.SeriesDownloads(language.Words))
                yield return new(href + ending, name);
        }

        foreach (var chart in charts)
            yield return new($"{href}.{chart.Id}.svg", $"{chart.Title} (SVG)");
    }

    /// <summary>The drawings of its page.</summary>
    public static IReadOnlyList<Chart> Charts(FigureHistory history, TableLanguage language) =>
        [.. TableCharts.Of(history.Newest, history.In(language.Language), language).Where(c => history.Points.Count > 1 || c.Id != ShareOverTime.Id)];

    /// <summary>Null when it has no such file.</summary>
    public static (byte[] Bytes, string Type)? Of(string ending, string id, FigureHistory history, TableLanguage language)
    {
        var series = history.In(language.Language);
        return ending switch
        {
            SeriesCsv.Ending when history.Points.Count > 1 => (SeriesCsv.Csv(history.Newest, series, language.Words), "text/csv; charset=utf-8; header=present"),
            MetadataEnding when history.Points.Count > 1 => (SeriesCsv.Metadata(history.Newest, series, language, id), "application/csvm+json"),
            _ => Charts(history, language).FirstOrDefault(c => ending == $".{c.Id}.svg") is { } chart
                ? (ChartFile.Draw(chart, history.Newest, language), "image/svg+xml")
                : null,
        };
    }
}
