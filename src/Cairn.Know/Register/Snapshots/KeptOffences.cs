using System.Globalization;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Offences;

namespace Cairn.Know.Register.Snapshots;

/// <summary>How the offences of a table were classified when it was read in. It holds counts by group before protection, so no table that is shown has it.</summary>
/// <param name="Edition">Of the classification.</param>
/// <param name="Lines">Every offence with the way to its group.</param>
/// <param name="NotClassified">Offences that stand in no group.</param>
/// <param name="Counts">What each group counts for each combination of the other axes.</param>
internal sealed record KeptOffences(string Edition, IReadOnlyList<string> Lines, IReadOnlyList<string> NotClassified, IReadOnlyList<string> Counts)
{
    public static KeptOffences Of(CountTable table, ClassifiedOffences classified, OffenceGroups groups)
    {
        var others = table.Axes.Where(a => a.Kind != AxisKind.OffenceGroup).ToList();
        var order = groups.Groups.Select(g => g.Code).Append(ClassifiedOffences.NotClassified).ToList();
        return new(
            classified.Edition, [.. classified.Lines()], [.. classified.Unclassified.Select(o => o.Label)],
            [.. classified.Counts.OrderBy(c => order.IndexOf(c.Group)).Select(c => Line(c, groups, others))]);
    }

    /// <summary>For people who read it as text.</summary>
    public IEnumerable<string> Said()
    {
        yield return $"Offences, by the classification of {Edition}:";
        foreach (var line in Lines)
            yield return "offence " + line;
        yield return NotClassified.Count == 0 ? "Every offence stands in a group." : $"{NotClassified.Count} not classified: {string.Join("; ", NotClassified)}.";
        foreach (var line in Counts)
            yield return "group   " + line;
    }

    private static string Line(GroupCount count, OffenceGroups groups, List<TableAxis> others)
    {
        var name = groups.Groups.FirstOrDefault(g => g.Code == count.Group)?.Title ?? "Not classified";
        var at = string.Concat(count.Codes.Select((code, i) => $", {others[i].Find(code)!.Label}"));
        var unknown = count.Cells.Count(c => c.Count is null);
        return string.Create(CultureInfo.InvariantCulture, $"{name}{at}: {(unknown == 0 ? $"{count.Known:N0}" : $"at least {count.Known:N0}, {unknown} of {count.Cells.Count} counts are not there")}");
    }
}
