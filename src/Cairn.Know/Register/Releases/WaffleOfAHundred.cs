namespace Cairn.Know.Register.Releases;

/// <summary>A hundred squares, one for each of a hundred people, of which so many are full.</summary>
internal static class WaffleOfAHundred
{
    private const int Side = 10;
    private const int Step = 30;
    private const int Square = 24;

    internal static Chart Of(PublishedTable table, PublishedSeries series, SeriesPoint point, TableLanguage language)
    {
        var percent = point.Percent ?? throw new ArgumentException("Of a share that is withheld nothing is drawn.", nameof(point));
        // A square is full or empty; a share between two squares goes to the nearer, a half up.
        var full = (int)Math.Round(percent, MidpointRounding.AwayFromZero);
        List<ChartShape> shapes = [];
        var top = ChartFace.Begin(shapes, table, language) + 8;
        for (var i = 0; i < Side * Side; i++)
            shapes.Add(new ChartBar(i % Side * Side + 0.4m, top + i / Side * Step, 100m * Square / (Side * Step), Square, i < full));

        var words = language.Words;
        var written = ShareOverTime.Percent(point, series, language);
        var day = language.Date(point.AsOf);
        var label = language.Of(series, series.Label);
        var of = language.Of(series, series.ShareOf);
        return new(
            "waffle",
            $"{label}: {language.About(percent, of)}",
            TableLanguage.Filled(words.Waffle, ("full", language.Number(full))),
            Side * Step,
            top + Side * Step,
            shapes,
            [language.List(written, of, day) + language.Stop],
            new(
                language.List(label, day),
                [words.Measure, "%"],
                [new(label, [written]), new(words.Rest, [(100m - percent).ToString("F" + series.Decimals, language.Culture) + "%"])]));
    }
}
