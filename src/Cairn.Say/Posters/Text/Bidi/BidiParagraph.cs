namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>The Unicode Bidirectional Algorithm, UAX #9: which way each character of a text runs, and in which order a line shows them.</summary>
internal static class BidiParagraph
{
    /// <summary>
    /// The embedding level of each UTF-16 unit. A text with paragraph separators is several paragraphs (P1), all of the direction given.
    /// L1 is done for the paragraph as a whole; <see cref="Runs"/> does it again where a line ends.
    /// </summary>
    public static byte[] Levels(ReadOnlySpan<char> text, bool rightToLeft)
    {
        var levels = new byte[text.Length];
        var classes = new BidiClass[text.Length];
        BidiClasses.Of(text, classes);
        for (var start = 0; start < text.Length;)
        {
            var separator = classes.AsSpan(start).IndexOf(BidiClass.B);
            var length = separator < 0 ? text.Length - start : separator + 1;
            Resolve(text.Slice(start, length), classes.AsSpan(start, length), levels.AsSpan(start, length), rightToLeft ? (byte)1 : (byte)0);
            start += length;
        }

        return levels;
    }

    /// <summary>The runs of one line, from left to right as they are seen (L1 for the end of the line, L2).</summary>
    /// <param name="line">The line alone, out of its paragraph.</param>
    /// <param name="levels">The part of the paragraph's <see cref="Levels"/> that belongs to the line.</param>
    /// <param name="paragraphLevel">1 if the paragraph runs from right to left, otherwise 0.</param>
    public static IReadOnlyList<BidiRun> Runs(ReadOnlySpan<char> line, ReadOnlySpan<byte> levels, byte paragraphLevel)
    {
        if (line.Length != levels.Length)
            throw new ArgumentException("A line has one level for each of its units.", nameof(levels));
        var classes = new BidiClass[line.Length];
        BidiClasses.Of(line, classes);
        var own = levels.ToArray();
        Whitespace.Reset(classes, own, paragraphLevel);
        return VisualOrder.Of(own);
    }

    private static void Resolve(ReadOnlySpan<char> text, ReadOnlySpan<BidiClass> classes, Span<byte> levels, byte paragraphLevel)
    {
        var matches = Isolates.Matches(classes);
        // The rules go by what an override says of a character; isolates and L1 by what it is.
        var overridden = classes.ToArray();
        ExplicitLevels.Resolve(classes, overridden, matches, levels, paragraphLevel);
        new IsolatingRuns(text, classes, overridden, matches, levels, paragraphLevel).Resolve();
        Whitespace.Reset(classes, levels, paragraphLevel);
    }
}
