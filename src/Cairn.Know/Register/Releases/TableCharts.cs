namespace Cairn.Know.Register.Releases;

/// <summary>The charts a table has: bars always, a share over time and its waffle where it has a series.</summary>
internal static class TableCharts
{
    internal static IReadOnlyList<Chart> Of(PublishedTable table, TableLanguage language)
    {
        var bars = DivisionBars.Of(table, language);
        return [language.Language.RightToLeft ? bars.FromTheRight() : bars, .. table.Series is { } series ? Of(table, series, language) : []];
    }

    /// <summary>A share over time, and a hundred squares of its latest.</summary>
    internal static IReadOnlyList<Chart> Of(PublishedTable table, PublishedSeries series, TableLanguage language)
    {
        List<Chart> charts = [ShareOverTime.Of(table, series, language)];
        if (series.Latest is { } latest)
            charts.Add(WaffleOfAHundred.Of(table, series, latest, language));
        return language.Language.RightToLeft ? [.. charts.Select(c => c.FromTheRight())] : charts;
    }
}
