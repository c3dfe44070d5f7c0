using System.Globalization;

namespace Cairn.Know.Register.Releases;

/// <summary>A hundred squares, one for each of a hundred people, of which so many are full.</summary>
internal static class WaffleOfAHundred
{
    private const int Side = 10;
    private const int Step = 30;
    private const int Square = 24;

    internal static Chart Of(PublishedTable table, PublishedSeries series, SeriesPoint point, TableWords words, CultureInfo culture)
    {
        var percent = point.Percent ?? throw new ArgumentException("Of a share that is withheld nothing is drawn.", nameof(point));
        // A square is full or empty; a share between two squares goes to the nearer, a half up.
        var full = (int)Math.Round(percent, MidpointRounding.AwayFromZero);
        List<ChartShape> shapes = [];
        var top = ChartFace.Begin(shapes, table, words) + 8;
        for (var i = 0; i < Side * Side; i++)
            shapes.Add(new ChartBar(i % Side * Side + 0.4m, top + i / Side * Step, 100m * Square / (Side * Step), Square, i < full));

        var written = ShareOverTime.Percent(point, series, culture);
        var day = point.AsOf.ToString("d MMMM yyyy", culture);
        var said = words.About(percent).Replace("{of}", series.ShareOf, StringComparison.Ordinal);
        return new(
            "waffle",
            $"{series.Label}: {said}",
            words.Waffle.Replace("{full}", full.ToString(culture), StringComparison.Ordinal),
            Side * Step,
            top + Side * Step,
            shapes,
            [$"{written}, {series.ShareOf}, {day}."],
            new(
                $"{series.Label}, {day}",
                [words.Measure, "%"],
                [new(series.Label, [written]), new(words.Rest, [(100m - percent).ToString("F" + series.Decimals, culture) + "%"])]));
    }
}
