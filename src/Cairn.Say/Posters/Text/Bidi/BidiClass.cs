namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>The Bidi_Class of a character, by the short names of UAX #9, table 4. The order is that of eng/bidi-table.</summary>
internal enum BidiClass : byte
{
    L, R, AL,
    EN, ES, ET, AN, CS, NSM, BN,
    B, S, WS, ON,
    LRE, LRO, RLE, RLO, PDF,
    LRI, RLI, FSI, PDI,
}

internal static class BidiClasses
{
    /// <summary>What X9 takes out: it has no place on the line, whatever it did to its neighbours.</summary>
    public static bool IsRemoved(this BidiClass c) => c is BidiClass.BN or >= BidiClass.LRE and <= BidiClass.PDF;

    /// <summary>BD8.</summary>
    public static bool IsIsolateInitiator(this BidiClass c) => c is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>NI of N1: neutrals and isolate formatting characters.</summary>
    public static bool IsNeutral(this BidiClass c) => c is >= BidiClass.B and <= BidiClass.ON or >= BidiClass.LRI;

    /// <summary>The direction that N0 and N1 see in a character, where numbers count as R; null if it has none.</summary>
    public static BidiClass? Strong(this BidiClass c) => c switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    /// <summary>The direction of an embedding level.</summary>
    public static BidiClass OfLevel(int level) => (level & 1) == 0 ? BidiClass.L : BidiClass.R;

    public static BidiClass Of(int codePoint)
    {
        if (codePoint < BidiData.Near.Length)
            return (BidiClass)(BidiData.Near[codePoint] - 'A');
        // The last stretch that begins at the character or before it; no class is as large as 255.
        var after = ~BidiData.Ranges.BinarySearch((uint)codePoint << 8 | 0xFF);
        return (BidiClass)(byte)BidiData.Ranges[after - 1];
    }

    /// <summary>
    /// One class for each UTF-16 unit. The second half of a surrogate pair is BN: like what X9 removes, it goes where the character before it goes.
    /// </summary>
    public static void Of(ReadOnlySpan<char> text, Span<BidiClass> classes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                classes[i] = Of(char.ConvertToUtf32(text[i], text[i + 1]));
                classes[++i] = BidiClass.BN;
            }
            else
            {
                classes[i] = Of(text[i]);
            }
        }
    }
}
