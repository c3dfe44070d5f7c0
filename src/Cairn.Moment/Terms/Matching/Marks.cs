namespace Cairn.Moment.Terms.Matching;

/// <summary>What the characters of a text of up to sixty-four are, a bit each.</summary>
internal struct Marks
{
    public ulong Letters;

    /// <summary>Letters that are digits or symbols written for them.</summary>
    public ulong Leet;

    /// <summary>Of those the symbols.</summary>
    public ulong Symbols;

    /// <summary>White space.</summary>
    public ulong Blanks;

    /// <summary>What is read as if it were not there.</summary>
    public ulong Skipped;

    /// <summary>Letters that do not repeat the one before them.</summary>
    public ulong Fresh;
}
