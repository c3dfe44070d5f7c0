using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Releases;
using Cairn.Know.Register.Releases;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A table that another is attacked beside.</summary>
/// <param name="Read">As it was read in; null when its counts are gone.</param>
/// <param name="Shown">As it is published; null when it is not, and only its counts help.</param>
internal sealed record BesideTable(KeptTable? Read, KeptTable? Shown)
{
    /// <summary>Of the tables near one: those of other series that are published, and those of its day whose counts are there.</summary>
    /// <param name="also">An id of one that counts as published.</param>
    public static IReadOnlyList<BesideTable> Of(IEnumerable<SnapshotRow> near, SnapshotRow row, string? also = null) =>
    [
        .. near.Select(o => (Row: o, Out: o.Shown.Length > 0 && o.Series != row.Series && (o.State == SnapshotState.Published || o.Id == also)))
            .Where(o => o.Out || (o.Row.AsOf == row.AsOf && o.Row.Printed.Length > 0))
            .Select(o => new BesideTable(o.Row.Printed.Length > 0 ? KeptTable.Read(o.Row.Printed) : null, o.Out ? KeptTable.Read(o.Row.Shown) : null)),
    ];

    public SnapshotFacts Facts => (Shown ?? Read)!.Facts;

    public string Name => $"{Facts.Series}, {Facts.AsOf}";
}

/// <summary>What a table gives away beside those of other series over the same base areas: what one shows, less what another shows, may leave a few people.</summary>
internal static class BesideOthers
{
    /// <summary>Of two tables further apart nobody takes the counts for the same.</summary>
    public const int MostDaysApart = 45;

    /// <param name="table">The table that is to be published, with its counts as they were read in.</param>
    /// <param name="others">Published tables of other series, and any table of the same day whose counts are still there.</param>
    /// <returns>A sentence for each thing that is given away, or for why it cannot be found out; none when it may go out.</returns>
    public static IReadOnlyList<string> GivenAway(BesideTable table, int threshold, IReadOnlyList<BesideTable> others)
    {
        if (AreaSums.Of(table.Shown!) is not { } mine)
            return [];
        var related = others.Where(o => Counts(o, table) && AreaSums.Of((o.Shown ?? o.Read)!) is { } sums && sums.Bases.Overlaps(mine.Bases)).ToList();
        var released = related.Where(o => o.Shown is not null && Days(o, table) <= MostDaysApart).ToList();
        // Of two rounded tables the difference is a multiple too.
        if (released.FirstOrDefault(o => o.Shown!.RoundedTo is null != table.Shown!.RoundedTo is null) is { } other)
            return [$"'{other.Name}' is over the same areas, and one of the two is rounded and the other has blanks, so they cannot be attacked together. Protect both alike."];
        if (table.Shown!.RoundedTo is not null)
            return [];

        var sameDay = related.Where(o => o.Facts.AsOf == table.Facts.AsOf).ToList();
        var together = released.Where(sameDay.Contains).ToList();
        var found = together.Count == 0 ? [] : Attack(table, threshold, together, [table, .. sameDay]);
        // Another day's counts are taken for those of this one: that is what somebody would do who subtracts them.
        return [.. found.Concat(released.Except(together).SelectMany(o => Attack(table, threshold, [o], [o, table, .. sameDay]))).Distinct()];
    }

    private static List<string> Attack(BesideTable table, int threshold, IReadOnlyList<BesideTable> released, IReadOnlyList<BesideTable> sources)
    {
        var mine = AreaSums.Of(table.Shown!)!;
        var theirs = released.Select(o => (Table: o, Sums: AreaSums.Of(o.Shown!)!)).ToList();
        var counted = sources.SelectMany(s => new[] { s.Read, s.Shown }).OfType<KeptTable>().Select(AreaSums.Of).OfType<AreaSums>().ToList();
        // Where what the released tables tell apart is counted by neither, a table of smaller areas may count it.
        AreaUnits[] units = [new([mine, .. theirs.Select(t => t.Sums)]), new([mine, .. theirs.Select(t => t.Sums), .. counted])];
        return units.Select(u => Attack(table, mine, threshold, theirs, counted, u)).OfType<List<string>>().FirstOrDefault() ??
        [
            $"The counts of the smallest areas that it and {string.Join(" and ", released.Select(r => $"'{r.Name}'"))} have in common cannot be known, so they cannot be attacked together. Read in a table of those areas of {table.Facts.AsOf}; it need not be published.",
        ];
    }

    // Null when the count of a unit cannot be known.
    private static List<string>? Attack(BesideTable table, AreaSums mine, int threshold, IReadOnlyList<(BesideTable Table, AreaSums Sums)> theirs, IReadOnlyList<AreaSums> counted, AreaUnits units)
    {
        var given = new List<string>();
        foreach (var at in mine.Combinations())
        {
            var here = theirs.Select(t => (t.Table, t.Sums, At: t.Sums.Same(at, mine))).Where(t => t.At is not null).ToList();
            if (here.Count == 0)
                continue;
            if (units.Counts(counted.Select(c => (Sums: c, At: c.Same(at, mine))).Where(c => c.At is not null).Select(c => (c.Sums, c.At!))) is not { } areas)
                return null;
            var next = Release(table.Name, mine, at, units);
            var verdict = OverlappingAreas.Examine(areas, [.. here.Select(h => Release(h.Table.Name, h.Sums, h.At!, units))], next, new(threshold));
            if (verdict is ReleaseVerdict.Blocked blocked)
                given.AddRange(blocked.GivenAway.Select(g => mine.InWords(at) is { Length: > 0 } words ? $"{words}: {g.Words}" : g.Words));
        }

        return given;
    }

    private static AreaRelease Release(string name, AreaSums sums, IReadOnlyDictionary<string, string> at, AreaUnits units) =>
        new(name, [.. sums.Areas.Select(a => new ReleasedArea(a.Label, [.. units.Of(a.Bases)], sums.Cell(a.Code, at).Count is not null))]);

    // Tables of other people have nothing to do with each other, whatever their areas.
    private static bool Counts(BesideTable one, BesideTable other) => string.Equals(one.Facts.Base.Trim(), other.Facts.Base.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int Days(BesideTable one, BesideTable other) => Math.Abs(NodaTime.Period.DaysBetween(ReleasedTables.Day(one.Facts.AsOf), ReleasedTables.Day(other.Facts.AsOf)));
}
