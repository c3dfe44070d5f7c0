namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>Which PDI ends which isolate, and what an isolate of unknown direction begins with.</summary>
internal static class Isolates
{
    public const int None = -1;

    /// <summary>BD9: for each isolate initiator the place of its PDI, for each PDI that of its initiator, otherwise <see cref="None"/>.</summary>
    public static int[] Matches(ReadOnlySpan<BidiClass> classes)
    {
        var matches = new int[classes.Length];
        Array.Fill(matches, None);
        var open = new Stack<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i].IsIsolateInitiator())
            {
                open.Push(i);
            }
            else if (classes[i] == BidiClass.PDI && open.TryPop(out var initiator))
            {
                matches[initiator] = i;
                matches[i] = initiator;
            }
        }

        return matches;
    }

    /// <summary>P2 and P3 for what begins at <paramref name="start"/>: whether its first strong character, outside any isolate within, runs right to left.</summary>
    public static bool StartsRightToLeft(ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> matches, int start)
    {
        for (var i = start; i < classes.Length; i++)
        {
            switch (classes[i])
            {
                case BidiClass.L:
                    return false;
                case BidiClass.R or BidiClass.AL:
                    return true;
                case BidiClass.PDI when matches[i] != None:
                    // Isolates within are jumped over, so this one ends what is looked at.
                    return false;
                case var c when c.IsIsolateInitiator():
                    if (matches[i] == None)
                        return false;
                    i = matches[i];
                    break;
            }
        }

        return false;
    }
}
