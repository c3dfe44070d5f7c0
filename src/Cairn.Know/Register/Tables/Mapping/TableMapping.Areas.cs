namespace Cairn.Know.Register.Tables.Mapping;

/// <summary>A division of a table and the smaller areas that it is the sum of.</summary>
internal sealed record MadeOf(string Code, IReadOnlyList<string> Areas);

internal sealed partial class TableMapping
{
    private readonly List<(string Division, IReadOnlyList<string> Areas, YamlEntry Entry)> madeOf = [];

    /// <summary>Of which smaller areas the table's divisions are made; one that is not named here is an area by itself.</summary>
    /// <exception cref="TableException">The table has no such division, it is a total, or an area stands in two divisions.</exception>
    public IReadOnlyList<MadeOf> MadeOf(CountTable table)
    {
        var found = new List<MadeOf>();
        foreach (var (division, areas, entry) in madeOf)
        {
            var member = table.Axis(AxisKind.Division)?.Members.FirstOrDefault(m => m.Code == division || m.Label == division)
                ?? throw entry.Wrong("the table has no such division.");
            if (member.IsTotal)
                throw entry.Wrong("this is a total; its areas are those of its parts.");
            found.Add(found.Any(f => f.Code == member.Code) ? throw entry.Wrong("this division stands here for the second time.") : new(member.Code, areas));
        }

        var alone = table.Axis(AxisKind.Division)?.Members.Where(m => !m.IsTotal && found.All(f => f.Code != m.Code)).Select(m => TableAxis.CodeOf(m.Label)) ?? [];
        var twice = found.SelectMany(f => f.Areas.Select(TableAxis.CodeOf)).Concat(alone).GroupBy(a => a, StringComparer.Ordinal).Any(g => g.Count() > 1);
        return twice && found.Count > 0 ? throw madeOf[0].Entry.Wrong("an area belongs to one division, and here one belongs to two.") : found;
    }

    private void ReadAreas(YamlEntry entry)
    {
        foreach (var (division, areas) in entry.Entries())
            madeOf.Add((NumberText.WithoutMarks(NumberText.Spaced(division)), areas.Items().Count > 0 ? [.. areas.Items().Select(a => a.Text())] : throw areas.Wrong("a division has areas."), areas));
    }
}
