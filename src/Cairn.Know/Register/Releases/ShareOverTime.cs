using System.Globalization;
using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>A share over time. A line joins only what may be compared; where the definition changed a dashed line stands across.</summary>
internal static class ShareOverTime
{
    private const int PlotHeight = 240;
    // The scale stands to the left of the first point, where no word and no line of the share can lie on it.
    private const decimal Gutter = 12;
    private const decimal Left = 15;
    private const decimal Right = 97;

    internal static Chart Of(PublishedTable table, PublishedSeries series, TableWords words, CultureInfo culture)
    {
        List<ChartShape> shapes = [];
        var top = ChartFace.Begin(shapes, table, words) + 36;
        var bottom = top + PlotHeight;
        var scale = Scale(series);
        decimal Across(LocalDate day) => Place(series, day);
        decimal Down(decimal percent) => Math.Round(bottom - PlotHeight * percent / scale, 2);

        for (var step = 0m; step <= scale; step += scale / 4)
        {
            shapes.Add(new ChartRule(0, Down(step), step == 0 ? 100 : Gutter, Down(step), step == 0 ? 2 : 1));
            if (step > 0)
                shapes.Add(new ChartWords(step.ToString("0.#", culture) + "%", 0, Down(step) - 5));
        }

        foreach (var change in series.Breaks)
        {
            var across = Across(change.From);
            shapes.Add(new ChartRule(across, top - 24, across, bottom, 2, Dashed: true));
            shapes.Add(across < 50
                ? new ChartWords(words.DefinitionChanged, across, top - 12, Shift: 7)
                : new ChartWords(words.DefinitionChanged, across, top - 12, TextAnchor.End, Shift: -7));
        }

        foreach (var run in series.Runs())
        {
            for (var i = 1; i < run.Count; i++)
                shapes.Add(new ChartRule(Across(run[i - 1].AsOf), Down(run[i - 1].Percent!.Value), Across(run[i].AsOf), Down(run[i].Percent!.Value), 3));
            foreach (var point in run)
            {
                shapes.Add(new ChartDot(Across(point.AsOf), Down(point.Percent!.Value), 5));
                if (point == run[0] || point == run[^1])
                    shapes.Add(new ChartWords(Percent(point, series, culture), Across(point.AsOf), Down(point.Percent!.Value) - 12, AnchorAt(Across(point.AsOf)), Bold: true));
            }
        }

        shapes.Add(new ChartWords(Day(series.Points[0].AsOf, culture), series.Points.Count > 1 ? Gutter : 50, bottom + 22));
        if (series.Points.Count > 1)
            shapes.Add(new ChartWords(Day(series.Points[^1].AsOf, culture), 100, bottom + 22, TextAnchor.End));

        return new(
            "share-over-time",
            $"{series.Label}, {series.ShareOf}",
            Describe(series, words, culture),
            null,
            bottom + 32,
            shapes,
            Notes(series, words, culture),
            new($"{series.Label}, {series.ShareOf}", [words.Day, words.Share], [.. Rows(series, words, culture)]));
    }

    /// <summary>0 to 100 across, the first day at <see cref="Left"/> and the last at <see cref="Right"/>; a single day in the middle.</summary>
    internal static decimal Place(PublishedSeries series, LocalDate day)
    {
        var (first, last) = (series.Points[0].AsOf, series.Points[^1].AsOf);
        var days = Period.DaysBetween(first, last);
        return days == 0 ? 50 : Math.Round(Left + (Right - Left) * Period.DaysBetween(first, day) / days, 2);
    }

    // From 0, or a small change would look like a large one.
    private static decimal Scale(PublishedSeries series)
    {
        var most = series.Points.Max(p => p.Percent) ?? 0;
        decimal[] scales = [4, 8, 20, 40, 60, 80, 100];
        return scales.First(s => s == 100 || most <= s * 0.9m);
    }

    private static TextAnchor AnchorAt(decimal across) => across switch
    {
        < 20 => TextAnchor.Start,
        > 90 => TextAnchor.End,
        _ => TextAnchor.Middle,
    };

    private static List<string> Notes(PublishedSeries series, TableWords words, CultureInfo culture)
    {
        List<string> notes = [.. series.Breaks.Select(b => $"{Day(b.From, culture)}: {b.Note}")];
        if (notes.Count > 0)
            notes.Add(words.NotComparable);
        if (series.Points.Any(p => p.Percent is null))
            notes.Add(words.NoShare.Replace("{days}", string.Join(", ", series.Points.Where(p => p.Percent is null).Select(p => Day(p.AsOf, culture))), StringComparison.Ordinal));
        return notes;
    }

    private static IEnumerable<ChartRow> Rows(PublishedSeries series, TableWords words, CultureInfo culture)
    {
        LocalDate? before = null;
        foreach (var point in series.Points)
        {
            foreach (var change in series.Breaks.Where(b => before < b.From && b.From <= point.AsOf))
                yield return new($"{Day(change.From, culture)}: {words.DefinitionChanged.ToLower(culture)}", ["\u2013"]);
            yield return new(Day(point.AsOf, culture), [Percent(point, series, culture)]);
            before = point.AsOf;
        }
    }

    private static string Describe(PublishedSeries series, TableWords words, CultureInfo culture)
    {
        var runs = series.Runs().Select(run => words.RunFromTo
            .Replace("{first}", Percent(run[0], series, culture), StringComparison.Ordinal).Replace("{from}", Day(run[0].AsOf, culture), StringComparison.Ordinal)
            .Replace("{last}", Percent(run[^1], series, culture), StringComparison.Ordinal).Replace("{to}", Day(run[^1].AsOf, culture), StringComparison.Ordinal));
        return string.Join(' ', [.. runs, .. Notes(series, words, culture)]);
    }

    internal static string Percent(SeriesPoint point, PublishedSeries series, CultureInfo culture) =>
        point.Percent is { } percent ? percent.ToString("F" + series.Decimals, culture) + "%" : "\u2013";

    private static string Day(LocalDate day, CultureInfo culture) => day.ToString("d MMM yyyy", culture);
}
