using NodaTime;

namespace Cairn.Help.Directory.Hours;

/// <summary>Arithmetic on sorted lists of intervals that have both ends.</summary>
internal static class Spans
{
    /// <summary>Sorted, with overlapping and touching ones joined, so that "open until" crosses midnight.</summary>
    internal static List<Interval> Merge(IEnumerable<Interval> spans)
    {
        var merged = new List<Interval>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = new(merged[^1].Start, Instant.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        }
        return merged;
    }

    internal static List<Interval> Within(IEnumerable<Interval> spans, Instant from, Instant to) => Shared(new(from, to), spans);

    /// <summary>The parts of <paramref name="spans"/> that lie in <paramref name="window"/>.</summary>
    internal static List<Interval> Shared(Interval window, IEnumerable<Interval> spans) =>
        [.. from span in spans
            let start = Instant.Max(span.Start, window.Start)
            let end = Instant.Min(span.End, window.End)
            where start < end
            select new Interval(start, end)];

    /// <summary>What is left of <paramref name="spans"/> after taking away <paramref name="holes"/>.</summary>
    internal static List<Interval> Without(IEnumerable<Interval> spans, IReadOnlyList<Interval> holes)
    {
        var left = new List<Interval>();
        foreach (var span in spans)
        {
            var start = span.Start;
            foreach (var hole in holes.Where(h => h.End > span.Start && h.Start < span.End).OrderBy(h => h.Start))
            {
                if (hole.Start > start)
                    left.Add(new(start, hole.Start));
                start = Instant.Max(start, hole.End);
            }
            if (start < span.End)
                left.Add(new(start, span.End));
        }
        return left;
    }
}
