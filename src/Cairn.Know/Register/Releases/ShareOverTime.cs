using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>A share over time. A line joins only what may be compared; where the definition changed a dashed line stands across.</summary>
internal static class ShareOverTime
{
    internal const string Id = "share-over-time";
    private const int PlotHeight = 240;
    // The scale stands to the left of the first point, where no word and no line of the share can lie on it.
    private const decimal Gutter = 12;
    private const decimal Left = 15;
    private const decimal Right = 97;

    internal static Chart Of(PublishedTable table, PublishedSeries series, TableLanguage language)
    {
        var words = language.Words;
        List<ChartShape> shapes = [];
        var top = ChartFace.Begin(shapes, table, language) + 36;
        var bottom = top + PlotHeight;
        var scale = Scale(series);
        decimal Across(LocalDate day) => Place(series, day);
        decimal Down(decimal percent) => Math.Round(bottom - PlotHeight * percent / scale, 2);

        for (var step = 0m; step <= scale; step += scale / 4)
        {
            shapes.Add(new ChartRule(0, Down(step), step == 0 ? 100 : Gutter, Down(step), step == 0 ? 2 : 1));
            if (step > 0)
                shapes.Add(new ChartWords(step.ToString("0.#", language.Culture) + "%", 0, Down(step) - 5));
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
                    shapes.Add(new ChartWords(Percent(point, series, language), Across(point.AsOf), Down(point.Percent!.Value) - 12, AnchorAt(Across(point.AsOf)), Bold: true));
            }
        }

        shapes.Add(new ChartWords(language.ShortDate(series.Points[0].AsOf), series.Points.Count > 1 ? Gutter : 50, bottom + 22));
        if (series.Points.Count > 1)
            shapes.Add(new ChartWords(language.ShortDate(series.Points[^1].AsOf), 100, bottom + 22, TextAnchor.End));

        var title = language.Of(series, $"{series.Label}, {series.ShareOf}");
        return new(
            Id,
            title,
            Describe(series, language),
            null,
            bottom + 32,
            shapes,
            Notes(series, language),
            new(title, [words.Day, words.Share], [.. Rows(series, language)]));
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

    private static List<string> Notes(PublishedSeries series, TableLanguage language)
    {
        List<string> notes = [.. series.Breaks.Select(b => $"{language.ShortDate(b.From)}: {language.Own(b.Note)}")];
        if (notes.Count > 0)
            notes.Add(language.Words.NotComparable);
        if (series.Points.Any(p => p.Percent is null))
            notes.Add(TableLanguage.Filled(language.Words.NoShare, ("days", language.List(series.Points.Where(p => p.Percent is null).Select(p => language.ShortDate(p.AsOf))))));
        return notes;
    }

    private static IEnumerable<ChartRow> Rows(PublishedSeries series, TableLanguage language)
    {
        LocalDate? before = null;
        foreach (var point in series.Points)
        {
            foreach (var change in series.Breaks.Where(b => before < b.From && b.From <= point.AsOf))
                yield return new($"{language.ShortDate(change.From)}: {language.Words.DefinitionChanged.ToLower(language.Culture)}", ["\u2013"]);
            yield return new(language.ShortDate(point.AsOf), [Percent(point, series, language)]);
            before = point.AsOf;
        }
    }

    private static string Describe(PublishedSeries series, TableLanguage language)
    {
        var runs = series.Runs().Select(run => TableLanguage.Filled(
            run.Count == 1 ? language.Words.RunOfOne : language.Words.RunFromTo,
            ("first", Percent(run[0], series, language)), ("from", language.ShortDate(run[0].AsOf)), ("last", Percent(run[^1], series, language)), ("to", language.ShortDate(run[^1].AsOf))));
        return string.Join(' ', [.. runs, .. Notes(series, language)]);
    }

    internal static string Percent(SeriesPoint point, PublishedSeries series, TableLanguage language) =>
        point.Percent is { } percent ? percent.ToString("F" + series.Decimals, language.Culture) + "%" : "\u2013";
}
