namespace Cairn.Say.Posters.Text;

/// <summary>Words on one line.</summary>
/// <param name="Width">In em.</param>
internal readonly record struct TextLine(int First, int Count, double Width);

/// <summary>Breaks a text into as few lines as it needs, and among those into the most even ones.</summary>
internal static class LineBreaks
{
    private const double Alone = 0.22;

    /// <param name="width">The widest a line may be, in em.</param>
    /// <param name="whole">Take a line more when that keeps together what would be torn.</param>
    /// <returns>Null when one word is wider than that.</returns>
    public static IReadOnlyList<TextLine>? Of(IReadOnlyList<ShapedWord> words, double width, bool whole = false)
    {
        if (words.Count == 0)
            return [];
        if (Fewest(words, width) is not { } lines)
            return null;
        var few = Even(words, width, lines)!;
        return whole && lines > 1 && Torn(words, few) is var torn and > 0 && Even(words, width, lines + 1) is { } more && Torn(words, more) < torn ? more : few;
    }

    /// <summary>How badly a text reads on its lines: what its breaks cost, and words that stand alone.</summary>
    public static double Badness(IReadOnlyList<ShapedWord> words, IReadOnlyList<TextLine> lines)
    {
        var sum = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var last = words[line.First + line.Count - 1].Cost;
            if (i < lines.Count - 1 && last > 0)
                sum += last;
            // Alone on a line, and no sentence by itself.
            var sentence = (i == 0 || words[line.First - 1].Cost < 0) && (i == lines.Count - 1 || last < 0);
            if (line.Count == 1 && lines.Count > 1 && !sentence)
                sum += Alone;
        }

        return sum;
    }

    private static int Torn(IReadOnlyList<ShapedWord> words, IReadOnlyList<TextLine> lines) => lines.SkipLast(1).Count(l => words[l.First + l.Count - 1].Cost >= WordBreaks.Torn);

    private static int? Fewest(IReadOnlyList<ShapedWord> words, double width)
    {
        var lines = 0;
        for (var from = 0; from < words.Count; lines++)
        {
            var to = LastThatFits(words, from, width);
            if (to < from)
                return null;
            from = to + 1;
        }

        return lines;
    }

    /// <summary>The last word up to which a line that begins with <paramref name="from"/> fits and may end; before it when none.</summary>
    private static int LastThatFits(IReadOnlyList<ShapedWord> words, int from, double width)
    {
        var (used, last) = (0.0, from - 1);
        for (var i = from; i < words.Count; i++)
        {
            used += words[i].Advance;
            if (used > width)
                break;
            if (MayEnd(words, i))
                last = i;
            if (MustEnd(words, i))
                break;
            used += words[i].Gap;
        }

        return last;
    }

    // The least sum of squares of what is left blank, over exactly so many lines.
    private static List<TextLine>? Even(IReadOnlyList<ShapedWord> words, double width, int lines)
    {
        var n = words.Count;
        var cost = new double[lines + 1, n + 1];
        var back = new int[lines + 1, n + 1];
        for (var l = 0; l <= lines; l++)
        {
            for (var i = 0; i <= n; i++)
                cost[l, i] = double.PositiveInfinity;
        }

        cost[0, 0] = 0;
        for (var l = 1; l <= lines; l++)
        {
            for (var from = 0; from < n; from++)
            {
                if (double.IsInfinity(cost[l - 1, from]))
                    continue;
                var used = 0.0;
                for (var to = from; to < n; to++)
                {
                    used += words[to].Advance;
                    if (used > width)
                        break;
                    var blank = (width - used) / width;
                    var total = cost[l - 1, from] + blank * blank + (to == n - 1 || MustEnd(words, to) ? 0 : words[to].Cost);
                    if (MayEnd(words, to) && total < cost[l, to + 1])
                        (cost[l, to + 1], back[l, to + 1]) = (total, from);
                    if (MustEnd(words, to))
                        break;
                    used += words[to].Gap;
                }
            }
        }

        if (double.IsInfinity(cost[lines, n]))
            return null;
        var result = new List<TextLine>(lines);
        for (var (l, to) = (lines, n); l > 0; l--)
        {
            var from = back[l, to];
            result.Insert(0, new(from, to - from, Width(words, from, to)));
            to = from;
        }

        return result;
    }

    private static double Width(IReadOnlyList<ShapedWord> words, int from, int to)
    {
        var width = 0.0;
        for (var i = from; i < to; i++)
            width += words[i].Advance + (i == to - 1 ? 0 : words[i].Gap);
        return width;
    }

    private static bool MayEnd(IReadOnlyList<ShapedWord> words, int at) => at == words.Count - 1 || !double.IsPositiveInfinity(words[at].Cost);

    private static bool MustEnd(IReadOnlyList<ShapedWord> words, int at) => double.IsNegativeInfinity(words[at].Cost);
}
