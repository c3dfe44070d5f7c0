namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>An isolating run sequence (BD13), without what X9 removes.</summary>
internal readonly ref struct BidiSequence(ReadOnlySpan<int> positions, Span<BidiClass> classes, byte level, BidiClass start, BidiClass end)
{
    /// <summary>Where its characters stand in the paragraph.</summary>
    public ReadOnlySpan<int> Positions { get; } = positions;

    /// <summary>What the rules have made of each so far.</summary>
    public Span<BidiClass> Classes { get; } = classes;

    public byte Level { get; } = level;

    /// <summary>The direction that stands before it: sos.</summary>
    public BidiClass Start { get; } = start;

    /// <summary>The direction that stands after it: eos.</summary>
    public BidiClass End { get; } = end;
}
