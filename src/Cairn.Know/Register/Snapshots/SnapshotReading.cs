using Cairn.Know.Disclosure.Tables;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Mapping;
using Cairn.Know.Register.Tables.Offences;
using Cairn.Know.Register.Tables.Sums;
using PrintedTable = Cairn.Know.Register.Tables.CountTable;

namespace Cairn.Know.Register.Snapshots;

/// <summary>Makes of a printed table what is kept of it: its axes as trees, every combination with its count, and what its arithmetic says.</summary>
internal static class SnapshotReading
{
    public static KeptTable Of(PrintedTable printed, TablePreview preview, SnapshotFacts facts, IReadOnlyList<MadeOf>? madeOf = null)
    {
        var byGroup = facts.ByGroup;
        var arithmetic = ArithmeticReport.Of(printed);
        var groups = OffenceGroups.Current;
        var classified = ClassifiedOffences.Of(printed, groups);
        // One day is one table: an axis of one period says nothing more than the day.
        var used = printed.Axes.Select((axis, i) => (Axis: axis, At: i)).Where(a => a.Axis.Kind != AxisKind.Period || a.Axis.Members.Count > 1)
            .Select(a => (Axis: byGroup && a.Axis.Kind == AxisKind.OffenceGroup ? GroupedOffences.Of(a.Axis, classified!) : a.Axis, a.At)).ToList();
        var trees = used.Select(a => AxisTree.Of(a.Axis)).ToList();
        var hindrance = Hindrance(used.Select(a => a.Axis).ToList(), trees, byGroup);
        IReadOnlyList<KeptAxis> axes = hindrance is null ? trees.OfType<KeptAxis>().ToList() : [];
        IReadOnlyList<KeptCell> cells = [];
        List<string> notes = [];
        if (hindrance is null)
            (cells, notes, hindrance) = Cells(printed, axes, [.. used.Select(a => a.At)]);
        if (byGroup && classified is not null)
            notes.AddRange(GroupedOffences.Notes(classified));
        if (printed.Axis(AxisKind.Online) is not null)
            notes.Add(groups.Online.Note);
        var areas = (madeOf ?? []).Select(m => new KeptArea(m.Code, m.Areas)).ToList();
        return new(
            facts, axes, cells, [.. preview.Lines(), .. areas.Select(a => $"areas   '{printed.Axis(AxisKind.Division)!.Find(a.Code)!.Label}': {string.Join(", ", a.Of)}")], [.. arithmetic.Lines()], notes, hindrance,
            Offences: classified is null ? null : KeptOffences.Of(printed, classified, groups), Areas: areas.Count == 0 ? null : areas);
    }

    private static string? Hindrance(List<TableAxis> axes, List<KeptAxis?> trees, bool byGroup)
    {
        if (axes.FirstOrDefault(a => a.Kind == AxisKind.Period) is { } periods)
            return $"The table has {periods.Members.Count} periods, and a snapshot is of one day. Read it in once for each, with a mapping that leaves the others out.";
        if (axes.Count is 0 or > TableShape.MostDimensions)
            return $"The table has {axes.Count} axes; one to {TableShape.MostDimensions} can be protected. Leave some out with a mapping.";
        if (trees.FindIndex(t => t is null) is var overlapping and >= 0)
            return byGroup && axes[overlapping].Kind == AxisKind.OffenceGroup
                ? "A total that the source prints has some offences of a group and not all of them. Read it in without its groups, or leave that total out with a mapping."
                : $"Two totals of the axis '{axes[overlapping].Kind.Word()}' share some of their parts and neither is part of the other. Leave one of them out with a mapping.";
        return trees.Aggregate(1L, (size, tree) => size * tree!.Codes.Count) > TableShape.MostCells ? $"With all its totals the table has more than {TableShape.MostCells} cells." : null;
    }

    // Base counts as printed, totals recomputed; a total that is printed otherwise becomes a note that every reader sees.
    private static (List<KeptCell> Cells, List<string> Notes, string? Hindrance) Cells(PrintedTable printed, IReadOnlyList<KeptAxis> axes, int[] places)
    {
        var shape = Shape(axes);
        var found = new CountCell?[shape.CellCount];
        var template = printed.Cells.Count > 0 ? printed.Cells[0].Codes.ToArray() : [];
        for (var cell = 0; cell < shape.CellCount; cell++)
        {
            var codes = template.ToArray();
            for (var d = 0; d < places.Length; d++)
                codes[places[d]] = axes[d].Codes[shape.CodeOf(cell, d)].Code;
            // A total that was put on top is printed nowhere.
            found[cell] = printed.Axes.Select((a, i) => a.Find(codes[i])).Any(m => m is null) ? null : printed.Find(codes);
        }

        var missing = Enumerable.Range(0, shape.CellCount).Where(c => shape.IsBase(c) && found[c]?.Count is null).ToList();
        if (missing.Count > 0)
        {
            var first = found[missing[0]] is { } there ? there.Place.ToString() : shape.NameOf(missing[0]) + ", which the table does not have";
            return (
                [.. Enumerable.Range(0, shape.CellCount).Select(c => new KeptCell(At(axes, shape, c), found[c]?.Count, found[c]?.Count is null ? KeptCell.Unknown : KeptCell.Printed))], [],
                $"{missing.Count} counts that are no totals are not there (the first: {first}). A table is protected whole: it can be attacked as it is, and not published.");
        }

        var table = Disclosure.Tables.CountTable.OfBase(shape, Enumerable.Range(0, shape.CellCount).Where(shape.IsBase).ToDictionary(c => c, c => found[c]!.Count!.Value));
        var notes = Enumerable.Range(0, shape.CellCount).Where(c => found[c]?.Count is { } count && count != table[c])
            .Select(c => $"{shape.NameOf(c)}: the source prints {SumLine.N(found[c]!.Count!.Value)}; its parts add up to {SumLine.N(table[c])}, which is used here.").ToList();
        return ([.. Enumerable.Range(0, shape.CellCount).Select(c => new KeptCell(At(axes, shape, c), table[c], KeptCell.Printed))], notes, null);
    }

    /// <summary>The axes of a kept table as a shape, named as people know them. Cells and codes stand in the same order in both.</summary>
    public static TableShape Shape(IReadOnlyList<KeptAxis> axes) => new([.. axes.Select(Tree)]);

    private static CodeTree Tree(KeptAxis axis)
    {
        // Two codes of one label, such as two totals, are told apart by their codes.
        var labels = axis.Codes.Select(c => c.Label).Distinct(StringComparer.Ordinal).Count() == axis.Codes.Count;
        var names = axis.Codes.ToDictionary(c => c.Code, c => labels ? c.Label : c.Code, StringComparer.Ordinal);
        return CodeTree.Of(axis.Label, names[axis.Codes[0].Code], [.. axis.Codes.Skip(1).Select(c => (names[c.Code], names[c.Parent!]))]);
    }

    private static string[] At(IReadOnlyList<KeptAxis> axes, TableShape shape, int cell) => [.. axes.Select((axis, d) => axis.Codes[shape.CodeOf(cell, d)].Code)];
}
