using System.Globalization;
using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>A share on one day.</summary>
/// <param name="Percent">0 to 100, as published; null when it is withheld or the source gives none.</param>
public sealed record SeriesPoint(LocalDate AsOf, decimal? Percent);

/// <summary>From this day on something else is counted: what lies before and after cannot be compared.</summary>
/// <param name="Note">What changed, in a sentence.</param>
public sealed record SeriesBreak(LocalDate From, string Note);

/// <summary>A share over time, with the days on which its definition changed.</summary>
public sealed class PublishedSeries
{
    private PublishedSeries(string label, string shareOf, int decimals, IReadOnlyList<SeriesPoint> points, IReadOnlyList<SeriesBreak> breaks, bool translated) =>
        (Label, ShareOf, Decimals, Points, Breaks, Translated) = (label, shareOf, decimals, points, breaks, translated);

    /// <summary>What the share tells, for example "Share flagged as online".</summary>
    public string Label { get; }

    /// <summary>What it is a share of. A percentage is not shown without its base.</summary>
    public string ShareOf { get; }

    /// <summary>0 to 3, the same for every point.</summary>
    public int Decimals { get; }

    /// <summary>In the order of days, at least one.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>In the order of days; each has a point before it and one on or after it.</summary>
    public IReadOnlyList<SeriesBreak> Breaks { get; }

    /// <summary>True where <see cref="Label"/> and <see cref="ShareOf"/> are in the language of the words around them; false where they are in that of the tables.</summary>
    public bool Translated { get; }

    /// <summary>The latest point with a share, or null when there is none.</summary>
    public SeriesPoint? Latest => Points.LastOrDefault(p => p.Percent is not null);

    /// <exception cref="ArgumentException">Two points or two breaks on one day, no point, a share off the scale or with more decimals, a break outside the points, an empty text.</exception>
    public static PublishedSeries Of(string label, string shareOf, int decimals, IReadOnlyList<SeriesPoint> points, IReadOnlyList<SeriesBreak> breaks, bool translated = false)
    {
        Require(PublishedText.CanBePublished(label) && PublishedText.CanBePublished(shareOf), "A series says what it tells and what it is a share of.");
        Require(decimals is >= 0 and <= 3, "A share is published with 0 to 3 decimals.");
        Require(points.Count > 0, "A series has at least one point.");
        Require(points.DistinctBy(p => p.AsOf).Count() == points.Count, "Two points of a series are of one day.");
        Require(points.All(p => p.Percent is null or (>= 0 and <= 100)), "A share lies between 0 and 100.");
        Require(points.All(p => p.Percent is not { } percent || decimal.Round(percent, decimals) == percent), $"A share of this series has more than {decimals} decimals.");
        Require(breaks.DistinctBy(b => b.From).Count() == breaks.Count, "Two breaks of a series are of one day.");
        Require(breaks.All(b => PublishedText.CanBePublished(b.Note)), "A break says what changed.");
        Require(breaks.All(b => points.Any(p => p.AsOf < b.From) && points.Any(p => p.AsOf >= b.From)), "A break lies between points of its series.");
        return new(label, shareOf, decimals, [.. points.OrderBy(p => p.AsOf)], [.. breaks.OrderBy(b => b.From)], translated);
    }

    /// <summary>A point's share with the decimals of the series and a dot, as files have it; null when it has none.</summary>
    internal string? Written(SeriesPoint point) => point.Percent?.ToString("F" + Decimals, CultureInfo.InvariantCulture);

    /// <summary>The points in runs that may be compared and joined by a line: no break and no missing share lies within a run.</summary>
    public IReadOnlyList<IReadOnlyList<SeriesPoint>> Runs()
    {
        var runs = new List<List<SeriesPoint>>();
        List<SeriesPoint>? run = null;
        LocalDate? before = null;
        foreach (var point in Points)
        {
            if (before is { } last && Breaks.Any(b => last < b.From && b.From <= point.AsOf))
                run = null;
            before = point.AsOf;
            if (point.Percent is null)
            {
                run = null;
                continue;
            }

            if (run is null)
                runs.Add(run = []);
            run.Add(point);
        }

        return runs;
    }

    private static void Require(bool holds, string why)
    {
        if (!holds)
            throw new ArgumentException(why);
    }
}
