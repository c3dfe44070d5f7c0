namespace Cairn.Moment.Terms.Sealing;

internal enum EntryKind
{
    /// <summary>Words in sequence.</summary>
    Phrase,

    /// <summary>Words in sequence that calm a match within them.</summary>
    Exception,

    /// <summary>Words of which a combination is made; alone they are nothing.</summary>
    Part,

    /// <summary>Parts, in any order.</summary>
    Combination,
}

/// <summary>What is kept beside an entry's tag, 24 bits.</summary>
internal readonly record struct Remark(uint Bits)
{
    private const int SpellingBits = 13, SpacingBits = 8;

    public Remark(EntryKind kind, TermAction action, ulong spelling, ulong spacing)
        : this((uint)kind | (action == TermAction.Block ? 4u : 0) | (uint)(spelling >> (64 - SpellingBits)) << 3 | (uint)(spacing >> (64 - SpacingBits)) << (3 + SpellingBits))
    {
    }

    public EntryKind Kind => (EntryKind)(Bits & 3);

    public TermAction Action => (Bits & 4) != 0 ? TermAction.Block : TermAction.Warn;

    public bool Spelt(ulong spelling) => (Bits >> 3 & ((1u << SpellingBits) - 1)) == spelling >> (64 - SpellingBits);

    public bool Spaced(ulong spacing) => Bits >> (3 + SpellingBits) == spacing >> (64 - SpacingBits);

    /// <summary>The same entry, whatever its action.</summary>
    public bool Says(Remark other) => ((Bits ^ other.Bits) & ~4u) == 0;
}
