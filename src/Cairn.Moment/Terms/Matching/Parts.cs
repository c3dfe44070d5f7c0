using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>The parts of combinations seen so far, the latest few. Two belong together when they do not overlap and lie within <see cref="Reach"/> characters.</summary>
/// <param name="seen">Room for <see cref="Room"/> of them.</param>
internal unsafe struct Parts(Part* seen)
{
    /// <summary>Characters of text.</summary>
    public const int Reach = 512;

    public const int Room = 32;

    private readonly Part* seen = seen;
    private int count;

    /// <returns>The strongest action among the combinations that the new part completes, or <paramref name="best"/>.</returns>
    public TermAction Add(SealedList list, ulong tag, int from, int to, TermAction best)
    {
        var part = new Part(tag, from, to);
        var known = Math.Min(count, Room);
        // Read again in another reading or in the next stretch: it must not push out others.
        for (var a = 0; a < known; a++)
        {
            if (seen[a] == part)
                return best;
        }

        for (var a = 0; a < known; a++)
        {
            if (!part.Joins(seen[a]))
                continue;
            best = Strongest(list, tag + seen[a].Tag, best);
            for (var b = a + 1; b < known && list.Layout.LargestCombination > 2; b++)
            {
                if (part.Joins(seen[b]) && seen[a].Joins(seen[b]))
                    best = Strongest(list, tag + seen[a].Tag + seen[b].Tag, best);
            }
        }

        seen[count++ % Room] = part;
        return best;
    }

    private static TermAction Strongest(SealedList list, ulong sum, TermAction best)
    {
        var at = -1;
        while (list.Next(SealedList.Combine(sum), ref at, out var entry))
        {
            if (entry.Kind == EntryKind.Combination && entry.Action > best)
                best = entry.Action;
        }

        return best;
    }
}

/// <summary>One part where it was seen.</summary>
internal readonly record struct Part(ulong Tag, int From, int To)
{
    public bool Joins(Part other) => (To <= other.From || other.To <= From) && Math.Abs((long)From - other.From) <= Parts.Reach;
}
