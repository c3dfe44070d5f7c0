using System.Globalization;

namespace Cairn.Know.Register.Releases;

/// <summary>The charts a table has: bars always, a share over time and its waffle where it has a series.</summary>
internal static class TableCharts
{
    internal static IReadOnlyList<Chart> Of(PublishedTable table, TableWords words, CultureInfo culture)
    {
        List<Chart> charts = [DivisionBars.Of(table, words, culture)];
        if (table.Series is not { } series)
            return charts;
        charts.Add(ShareOverTime.Of(table, series, words, culture));
        if (series.Latest is { } latest)
            charts.Add(WaffleOfAHundred.Of(table, series, latest, words, culture));
        return charts;
    }
}
