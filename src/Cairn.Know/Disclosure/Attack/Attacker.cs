namespace Cairn.Know.Disclosure.Attack;

internal enum AttackDepth
{
    /// <summary>Both ends of every unknown, exactly.</summary>
    Exact,

    /// <summary>Both ends, by an attacker who also uses that counts are whole, where a linear program does not know it. For small tables.</summary>
    ExactInWholeNumbers,

    /// <summary>Only as far as it takes to say whether every need holds; the other ends are at least as far apart as said.</summary>
    UntilNeedsHold,
}

/// <summary>What is learnt about one unknown: it is from <paramref name="Low"/> to <paramref name="High"/>, both included and both possible.</summary>
/// <param name="High">Null when nothing bounds it.</param>
/// <param name="Exact">False when the attack stopped early and the true interval may be wider.</param>
internal readonly record struct Learnt(long Low, long? High, bool Exact)
{
    public bool LeavesOpen(ProtectionInterval need) => Low <= need.Low && (High is null || High >= need.High);

    public override string ToString() => High == Low ? $"exactly {Low}" : $"{(Exact ? "" : "at least ")}{Low} to {(High is { } high ? high.ToString(System.Globalization.CultureInfo.InvariantCulture) : "no end")}";
}

/// <summary>Finds the tightest interval of every unknown by linear programming over everything that is known.</summary>
/// <remarks>In tables of three dimensions a linear program may leave an end more open than whole numbers would.</remarks>
internal static class Attacker
{
    /// <param name="needs">By unknown. With <see cref="AttackDepth.UntilNeedsHold"/> nothing is solved for the others.</param>
    /// <exception cref="ContradictionException">What is known cannot all be true.</exception>
    public static Learnt[] Learn(Knowledge knowledge, IReadOnlyDictionary<int, ProtectionInterval> needs, AttackDepth depth)
    {
        var narrowed = new Narrowing(knowledge);
        var learnt = new Learnt[knowledge.Count];
        foreach (var part in Parts(knowledge, narrowed))
        {
            if (part.Count == 1 && narrowed.IsKnown(part[0]))
                learnt[part[0]] = new((long)Math.Round(narrowed.Low[part[0]]), (long)Math.Round(narrowed.Low[part[0]]), true);
            else
                new PartAttack(knowledge, narrowed, part, needs, depth).Run(learnt);
        }

        return learnt;
    }

    /// <summary>Unknowns that no sum ties together are attacked apart.</summary>
    private static List<List<int>> Parts(Knowledge knowledge, Narrowing narrowed)
    {
        var seen = new bool[knowledge.Count];
        var parts = new List<List<int>>();
        for (var start = 0; start < knowledge.Count; start++)
        {
            if (seen[start])
                continue;
            seen[start] = true;
            var part = new List<int> { start };
            for (var next = 0; next < part.Count && !narrowed.IsKnown(part[next]); next++)
            {
                foreach (var other in narrowed.SumsOf(part[next]).SelectMany(s => knowledge.Sums[s].Unknowns))
                {
                    if (seen[other] || narrowed.IsKnown(other))
                        continue;
                    seen[other] = true;
                    part.Add(other);
                }
            }

            parts.Add(part);
        }

        return parts;
    }
}
