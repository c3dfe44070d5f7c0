namespace Cairn.Know.Register.Releases;

/// <summary>The charts a table has: bars always, a share over time and its waffle where it has a series.</summary>
internal static class TableCharts
{
    internal static IReadOnlyList<Chart> Of(PublishedTable table, TableLanguage language)
    {
        List<Chart> charts = [DivisionBars.Of(table, language)];
        if (table.Series is { } series)
        {
            charts.Add(ShareOverTime.Of(table, series, language));
            if (series.Latest is { } latest)
                charts.Add(WaffleOfAHundred.Of(table, series, latest, language));
        }

        return language.Language.RightToLeft ? [.. charts.Select(c => c.FromTheRight())] : charts;
    }
}
