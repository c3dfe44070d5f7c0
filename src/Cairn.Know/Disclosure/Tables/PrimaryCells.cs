namespace Cairn.Know.Disclosure.Tables;

internal enum PrimaryReason
{
    /// <summary>Its count is from 1 to below the threshold.</summary>
    BelowThreshold,

    /// <summary>It is 0, and the rules say that this tells something too.</summary>
    Zero,

    /// <summary>It is 0, and shown it would say that everybody of a group is in the one cell beside it.</summary>
    ClassDisclosure,
}

/// <param name="Interval">What the cell must be left open to.</param>
internal readonly record struct PrimaryCell(int Cell, PrimaryReason Reason, ProtectionInterval Interval);

internal static class PrimaryCells
{
    /// <summary>The cells of a table that the rules do not let anybody see, in the order of their indexes. A structural zero is never one.</summary>
    public static IReadOnlyList<PrimaryCell> Of(CountTable table, DisclosureRules rules)
    {
        var found = new SortedDictionary<int, PrimaryCell>();
        for (var cell = 0; cell < table.Shape.CellCount; cell++)
        {
            if (!table.IsStructuralZero(cell) && rules.IsSensitive(table[cell]))
                found[cell] = new(cell, table[cell] == 0 ? PrimaryReason.Zero : PrimaryReason.BelowThreshold, rules.IntervalOf(table[cell]));
        }

        if (rules.ClassDisclosure)
            AddClasses(table, rules, found);
        return [.. found.Values];
    }

    /// <summary>That a group falls in one cell is known exactly when all others are known to be 0. So one of those that could have been more has to stay open
    /// upwards; where none could, the group tells nothing that was not known.</summary>
    private static void AddClasses(CountTable table, DisclosureRules rules, SortedDictionary<int, PrimaryCell> found)
    {
        foreach (var relation in table.Shape.Relations)
        {
            if (table[relation.Total] == 0 || relation.Parts.Count(part => table[part] > 0) != 1)
                continue;
            var empty = relation.Parts.Where(part => table[part] == 0 && !table.IsStructuralZero(part)).ToList();
            if (empty.Count > 0 && !empty.Any(found.ContainsKey))
                found[empty[0]] = new(empty[0], PrimaryReason.ClassDisclosure, rules.IntervalOf(0));
        }
    }
}
