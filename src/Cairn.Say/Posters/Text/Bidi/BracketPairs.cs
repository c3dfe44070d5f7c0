namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>N0: both brackets of a pair run the same way, that of what they enclose or of what they stand in.</summary>
internal static class BracketPairs
{
    /// <summary>BD16.</summary>
    private const int MaxOpen = 63;

    public static void Resolve(BidiSequence sequence, ReadOnlySpan<char> text, ReadOnlySpan<BidiClass> beforeWeakRules)
    {
        if (Pairs(sequence, text) is not { } pairs)
            return;
        // By the opening ones: the brackets around are there already when those within look around.
        pairs.Sort();
        foreach (var (opening, closing) in pairs)
        {
            if (Direction(sequence, opening, closing) is not { } direction)
                continue;
            Turn(sequence, opening, direction, beforeWeakRules);
            Turn(sequence, closing, direction, beforeWeakRules);
        }
    }

    /// <summary>BD16. What was found before the brackets are too deep stays found.</summary>
    private static List<(int Opening, int Closing)>? Pairs(BidiSequence sequence, ReadOnlySpan<char> text)
    {
        List<(int Opening, int Closing)>? pairs = null;
        Span<(int Pair, int At)> open = stackalloc (int, int)[MaxOpen];
        var depth = 0;
        for (var i = 0; i < sequence.Positions.Length; i++)
        {
            // A bracket under an override is no longer neutral, and none.
            if (sequence.Classes[i] != BidiClass.ON || Bracket(text[sequence.Positions[i]]) is not (var pair, var closes))
                continue;
            if (!closes)
            {
                if (depth == MaxOpen)
                    break;
                open[depth++] = (pair, i);
                continue;
            }

            for (var o = depth - 1; o >= 0; o--)
            {
                if (open[o].Pair != pair)
                    continue;
                (pairs ??= []).Add((open[o].At, i));
                depth = o;
                break;
            }
        }

        return pairs;
    }

    /// <summary>N0 b to d; null if nothing strong is inside.</summary>
    private static BidiClass? Direction(BidiSequence sequence, int opening, int closing)
    {
        var own = BidiClasses.OfLevel(sequence.Level);
        var opposite = false;
        for (var i = opening + 1; i < closing; i++)
        {
            var strong = sequence.Classes[i].Strong();
            if (strong == own)
                return own;
            opposite |= strong is not null;
        }

        if (!opposite)
            return null;
        for (var i = opening - 1; i >= 0; i--)
        {
            if (sequence.Classes[i].Strong() is { } before)
                return before;
        }

        return sequence.Start;
    }

    /// <summary>A mark on a bracket turns with it.</summary>
    private static void Turn(BidiSequence sequence, int bracket, BidiClass direction, ReadOnlySpan<BidiClass> beforeWeakRules)
    {
        sequence.Classes[bracket] = direction;
        for (var i = bracket + 1; i < sequence.Positions.Length && beforeWeakRules[sequence.Positions[i]] == BidiClass.NSM; i++)
            sequence.Classes[i] = direction;
    }

    /// <summary>Canonically equal brackets have one number; null for all that is no bracket. No bracket is outside of the basic plane.</summary>
    private static (int Pair, bool Closes)? Bracket(char c)
    {
        var at = ~BidiData.Brackets.BinarySearch((uint)c << 8 | 0xFF);
        if (at == 0 || BidiData.Brackets[at - 1] >> 8 != c)
            return null;
        var entry = BidiData.Brackets[at - 1];
        return ((int)(entry & 0xFF) >> 1, (entry & 1) == 1);
    }
}
