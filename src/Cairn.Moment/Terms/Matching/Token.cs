namespace Cairn.Moment.Terms.Matching;

/// <summary>A run of letters in a text that is being read, with what the rolling hash needs to begin and to end there.</summary>
internal struct Token
{
    public const int Size = 48;

    /// <summary>Sums of the rolling hash before the first and after the last symbol.</summary>
    public ulong Start, End;

    /// <summary>Numbers of the first symbol, and of the one after the last.</summary>
    public int FirstSymbol, EndSymbol;

    /// <summary>Where it lies in the text.</summary>
    public int Raw, RawEnd;

    /// <summary>Where it lies among the places of the scan.</summary>
    public int Place, PlaceEnd;

    /// <summary>Tokens that only punctuation parts, or that are single letters in a row, count as one word.</summary>
    public int Chunk;

    public readonly int Symbols => EndSymbol - FirstSymbol;
}
