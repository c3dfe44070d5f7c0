namespace Cairn.Say.Posters.Text;

/// <summary>A text on its lines at one size. Lengths are units of the format.</summary>
/// <param name="Baselines">Of each line, from the top of the block.</param>
internal sealed record TextBlock(ShapedText Text, double Size, IReadOnlyList<TextLine> Lines, IReadOnlyList<double> Baselines, double Width, double Height)
{
    // What a line of Latin letters always takes, so that a block does not jump when a letter with a tail is typed.
    private const double LeastTop = 0.70;
    private const double LeastBottom = 0.17;
    private const double BetweenInks = 0.1;

    /// <summary>How badly it reads, see <see cref="LineBreaks.Badness"/>.</summary>
    public double Badness => LineBreaks.Badness(Text.Words, Lines);

    /// <summary>The text at a size, or null when a word of it is too wide.</summary>
    /// <param name="leading">From line to line, in em; where the letters of two lines reach far, all lines stand further apart.</param>
    /// <param name="whole">Take a line more when that keeps together what would be torn.</param>
    public static TextBlock? At(ShapedText text, double size, double width, double leading, bool whole = false)
    {
        // A stroke that reaches out over the beginning of a line stays inside the margin too.
        var over = text.RightToLeft ? text.Words.Select(w => w.Over).DefaultIfEmpty().Max() : 0;
        if (LineBreaks.Of(text.Words, width / size - over, whole) is not { } lines)
            return null;
        var reach = lines.Select(l => Reach(text, l)).ToList();
        var step = Enumerable.Range(1, Math.Max(lines.Count - 1, 0)).Select(i => reach[i - 1].Bottom + reach[i].Top + BetweenInks).Append(leading).Max();
        var first = lines.Count == 0 ? 0 : Math.Max(LeastTop, reach[0].Top);
        var baselines = lines.Select((_, i) => (first + i * step) * size).ToList();
        var end = lines.Count == 0 ? LeastBottom : first + (lines.Count - 1) * step + Math.Max(LeastBottom, reach[^1].Bottom);
        return new(text, size, lines, baselines, lines.Count == 0 ? 0 : lines.Max(l => l.Width) * size, end * size);
    }

    /// <summary>The text where it reads best: smaller when that spares it a bad break.</summary>
    /// <param name="smallest">The least share of the largest size that fits.</param>
    /// <returns>Null when it does not fit at the smallest.</returns>
    public static (TextBlock Block, double Score)? Best(ShapedText text, SizeScale scale, double width, double height, double leading, int mostLines, double smallest)
    {
        (TextBlock Block, double Score)? best = null;
        var largest = 0.0;
        foreach (var size in scale.Sizes)
        {
            if (size < largest * smallest)
                break;
            foreach (var whole in (bool[])[true, false])
            {
                if (At(text, size, width, leading, whole) is not { } block || block.Height > height || block.Lines.Count > mostLines)
                    continue;
                if (largest == 0)
                    largest = size;
                // A tenth smaller weighs as much as a word alone on a line.
                var score = block.Badness + (1 - size / largest);
                if (best is null || score < best.Value.Score - 1e-9)
                    best = (block, score);
                break;
            }

            if (best is { Score: <= 0 })
                break;
        }

        return best;
    }

    private static (double Top, double Bottom) Reach(ShapedText text, TextLine line)
    {
        var (top, bottom) = (0.0, 0.0);
        for (var i = line.First; i < line.First + line.Count; i++)
        {
            foreach (var piece in text.Words[i].Pieces)
                (top, bottom) = (Math.Max(top, piece.Top), Math.Max(bottom, piece.Bottom));
        }

        return (top, bottom);
    }
}

/// <summary>Sizes a text may have, the largest first: each a sixteenth smaller than the one before, in whole units where the format has pixels.</summary>
internal sealed record SizeScale(double Most, double Least, bool Whole)
{
    private const double Step = 15.0 / 16;

    public IEnumerable<double> Sizes
    {
        get
        {
            var last = double.PositiveInfinity;
            for (var size = Math.Max(Most, Least); size > Least; size *= Step)
            {
                var rounded = Rounded(size);
                if (rounded < last && rounded > Rounded(Least))
                    yield return last = rounded;
            }

            yield return Rounded(Least);
        }
    }

    private double Rounded(double size) => Whole ? Math.Ceiling(size - 1e-9) : size;
}
