using Cairn.Know.Disclosure.Releases;

namespace Cairn.Know.Register.Snapshots;

/// <summary>The smallest areas that some tables tell apart: base areas that stand together in every one of them are one.</summary>
internal sealed class AreaUnits
{
    private readonly Dictionary<string, int> unitOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public AreaUnits(IReadOnlyList<AreaSums> tables)
    {
        foreach (var unit in tables.SelectMany(t => t.Bases).Distinct(StringComparer.Ordinal).GroupBy(b => string.Join('|', tables.Select(t => string.Join(',', t.Areas.Select((a, i) => a.Bases.Contains(b) ? i : -1).Where(i => i >= 0))))))
        {
            var bases = unit.ToList();
            foreach (var one in bases)
                unitOf.Add(one, names.Count);
            var named = bases.Take(3).Select(b => tables.First(t => t.Bases.Contains(b)).NameOf(b));
            names.Add(string.Join(", ", named) + (bases.Count > 3 ? $" and {bases.Count - 3} more" : ""));
        }
    }

    /// <summary>The units of some base areas, those that stand in none of the tables left aside.</summary>
    public IEnumerable<int> Of(IEnumerable<string> bases) => bases.Where(unitOf.ContainsKey).Select(b => unitOf[b]).Distinct().Order();

    /// <summary>The count of each unit, out of what the tables count: where one is alone, or alone left over; areas of few units first, and of as many the earlier table's.</summary>
    /// <returns>Null when the count of a unit cannot be known.</returns>
    public BaseAreas? Counts(IEnumerable<(AreaSums Sums, IReadOnlyDictionary<string, string> At)> tables)
    {
        var known = new long?[names.Count];
        var counted = tables.SelectMany(t => t.Sums.Areas.Where(a => IsWhole(a.Bases)).Select(a => (Units: Of(a.Bases).ToList(), t.Sums.Cell(a.Code, t.At).Count)))
            .Where(c => c.Count is not null).OrderBy(c => c.Units.Count).ToList();
        for (var found = true; found;)
        {
            found = false;
            foreach (var (area, count) in counted)
            {
                if (area.Where(u => known[u] is null).ToList() is not [var open] || count!.Value - area.Sum(u => known[u] ?? 0) is var left && left < 0)
                    continue;
                (known[open], found) = (left, true);
            }
        }

        return known.All(k => k is not null) ? new([.. names.Select((n, i) => (n, known[i]!.Value))]) : null;
    }

    // A sum says something about units only when it has each of them whole, and nothing besides.
    private bool IsWhole(IReadOnlySet<string> bases) =>
        bases.All(unitOf.ContainsKey) && bases.Select(b => unitOf[b]).ToHashSet() is var units && unitOf.Where(u => units.Contains(u.Value)).All(u => bases.Contains(u.Key));
}
