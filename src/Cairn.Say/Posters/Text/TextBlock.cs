namespace Cairn.Say.Posters.Text;

/// <summary>A text on its lines at one size. Lengths are units of the format.</summary>
/// <param name="Baselines">Of each line, from the top of the block.</param>
internal sealed record TextBlock(ShapedText Text, double Size, IReadOnlyList<TextLine> Lines, IReadOnlyList<double> Baselines, double Width, double Height)
{
    // What a line of Latin letters always takes, so that a block does not jump when a letter with a tail is typed.
    private const double LeastTop = 0.70;
    private const double LeastBottom = 0.17;
    private const double BetweenInks = 0.06;

    /// <summary>The text at a size, or null when a word of it is too wide.</summary>
    /// <param name="leading">From line to line, in em; lines whose letters reach far stand further apart.</param>
    public static TextBlock? At(ShapedText text, double size, double width, double leading)
    {
        if (LineBreaks.Of(text.Words, width / size) is not { } lines)
            return null;
        var baselines = new double[lines.Count];
        var (at, below) = (0.0, 0.0);
        for (var i = 0; i < lines.Count; i++)
        {
            var (top, bottom) = Reach(text, lines[i]);
            at = i == 0 ? Math.Max(LeastTop, top) : at + Math.Max(leading, below + top + BetweenInks);
            baselines[i] = at * size;
            below = bottom;
        }

        return new(text, size, lines, baselines, lines.Count == 0 ? 0 : lines.Max(l => l.Width) * size, (at + Math.Max(LeastBottom, below)) * size);
    }

    /// <summary>The largest size of the scale at which the text fits.</summary>
    /// <returns>Null when it does not fit at the smallest.</returns>
    public static TextBlock? Fit(ShapedText text, SizeScale scale, double width, double height, double leading, int mostLines = int.MaxValue)
    {
        foreach (var size in scale.Sizes)
        {
            if (At(text, size, width, leading) is { } block && block.Height <= height && block.Lines.Count <= mostLines)
                return block;
        }

        return null;
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
