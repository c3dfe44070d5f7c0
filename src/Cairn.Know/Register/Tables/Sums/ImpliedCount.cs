namespace Cairn.Know.Register.Tables.Sums;

/// <summary>What a number that is withheld, blank or missing must be, by the printed sums alone.</summary>
/// <param name="Low">At least this; 0 or more.</param>
/// <param name="High">At most this; null when no sum bounds it.</param>
internal sealed record ImpliedCount(SumPart Part, decimal Low, decimal? High)
{
    public bool IsExact => Low == High;

    public override string ToString()
    {
        var what = Part.Cell?.Printed.Status switch
        {
            CellStatus.Withheld => "withheld",
            CellStatus.Blank => "blank",
            CellStatus.NotANumber => "no number",
            _ => "missing",
        };
        return IsExact
            ? $"{SumLine.Where(Part)}: {what}, and comes out as exactly {SumLine.N(Low)}; anybody can compute it."
            : $"{SumLine.Where(Part)}: {what}, and lies between {SumLine.N(Low)} and {(High is { } high ? SumLine.N(high) : "any number")}; anybody can compute it.";
    }
}

/// <summary>Narrows every unknown count by every sum it stands in, until nothing moves. It knows of a count only that it is 0 or more.</summary>
/// <remarks>Bounds propagation: sound, and exact wherever one line has one unknown, also in chains. Where unknowns share several lines a linear programme may narrow further.
/// Sums that differ on their own are left aside, for from a contradiction anything follows.</remarks>
internal static class ImpliedCounts
{
    // Each round narrows at least one bound; a published table settles in a few.
    private const int MostRounds = 200;

    public static IReadOnlyList<ImpliedCount> Of(IReadOnlyList<SumLine> lines)
    {
        var bounds = new Dictionary<string, (SumPart Part, decimal Low, decimal High)>(StringComparer.Ordinal);
        foreach (var part in lines.SelectMany(l => l.Parts.Append(l.Total)))
            bounds.TryAdd(Key(part), (part, part.Count ?? 0m, part.Count ?? decimal.MaxValue));

        var sums = lines.Where(l => !l.Differs).Select(l => (Total: Key(l.Total), Parts: l.Parts.Select(Key).ToArray())).ToList();
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            moved = false;
            foreach (var (total, parts) in sums)
                moved |= Narrow(bounds, total, parts);
        }

        return [.. bounds.Values.Where(b => b.Part.Count is null && b.Low <= b.High && (b.Low > 0 || b.High < decimal.MaxValue))
            .Select(b => new ImpliedCount(b.Part, b.Low, b.High == decimal.MaxValue ? null : b.High))];
    }

    private static bool Narrow(Dictionary<string, (SumPart Part, decimal Low, decimal High)> bounds, string total, string[] parts)
    {
        var low = parts.Sum(p => bounds[p].Low);
        var unbounded = parts.Count(p => bounds[p].High == decimal.MaxValue);
        var high = parts.Where(p => bounds[p].High != decimal.MaxValue).Sum(p => bounds[p].High);
        var moved = Set(bounds, total, low, unbounded == 0 ? high : decimal.MaxValue);
        var (_, totalLow, totalHigh) = bounds[total];
        foreach (var part in parts)
        {
            var (_, partLow, partHigh) = bounds[part];
            // The others take at least their least, and at most their most.
            var most = totalHigh == decimal.MaxValue ? decimal.MaxValue : totalHigh - (low - partLow);
            var othersUnbounded = unbounded - (partHigh == decimal.MaxValue ? 1 : 0);
            var least = othersUnbounded > 0 ? 0m : totalLow - (partHigh == decimal.MaxValue ? high : high - partHigh);
            moved |= Set(bounds, part, least, most);
        }

        return moved;
    }

    private static bool Set(Dictionary<string, (SumPart Part, decimal Low, decimal High)> bounds, string key, decimal low, decimal high)
    {
        var (part, oldLow, oldHigh) = bounds[key];
        var (newLow, newHigh) = (Math.Max(low, oldLow), Math.Min(high, oldHigh));
        // What the sums contradict stays as it was.
        if (part.Count is not null || newLow > newHigh || (newLow == oldLow && newHigh == oldHigh))
            return false;
        bounds[key] = (part, newLow, newHigh);
        return true;
    }

    private static string Key(SumPart part) => string.Join('\n', part.Codes);
}
