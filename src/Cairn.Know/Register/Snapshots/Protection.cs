using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;
using CountTable = Cairn.Know.Disclosure.Tables.CountTable;

namespace Cairn.Know.Register.Snapshots;

/// <summary>What was decided of a cell that is not shown as it is, and what an attacker would learn about it.</summary>
/// <param name="Cell">As a person reads it: "Forth Valley, custody".</param>
/// <param name="Why">A sentence.</param>
/// <param name="Before">What could be worked out if only what is too small were left blank.</param>
/// <param name="After">What can be worked out of what is published.</param>
internal sealed record CellDecision(string Cell, long Count, string Why, string Before, string After);

/// <param name="Shown">As it is published.</param>
/// <param name="Decisions">Of every cell that is left blank.</param>
/// <param name="Holds">Whether an attack on what is published leaves every cell as open as the rules ask.</param>
internal sealed record ProtectedTable(KeptTable Shown, IReadOnlyList<CellDecision> Decisions, bool Holds);

/// <summary>Protects what was read in, and attacks the result.</summary>
internal static class Protection
{
    public const string Blanks = "blanks";

    /// <param name="read">One without a hindrance.</param>
    public static ProtectedTable Of(KeptTable read, DisclosureRules rules)
    {
        var shape = SnapshotReading.Shape(read.Axes);
        var table = CountTable.Of(shape, [.. read.Cells.Select(c => c.Count!.Value)]);
        var made = Suppressor.Suppress(table, rules);
        var needs = made.Primary.ToDictionary(p => p.Cell, p => p.Interval);
        var after = Auditor.Examine(PublishedTable.Of(table, made.Blank), needs);
        var before = Auditor.Examine(PublishedTable.Of(table, made.Primary.Select(p => p.Cell).ToHashSet()));
        var seen = before.Cells.ToDictionary(c => c.Cell, c => c.Learnt.ToString());
        var reasons = made.Primary.ToDictionary(p => p.Cell, p => Why(p.Reason, rules));
        var decisions = after.Cells.OrderBy(c => reasons.ContainsKey(c.Cell) ? 0 : 1).ThenBy(c => c.Cell).Select(c => new CellDecision(
            Name(read, shape, c.Cell), table[c.Cell],
            reasons.TryGetValue(c.Cell, out var why) ? why : $"Left blank to protect {Protected(read, shape, made.Protects[c.Cell])}.",
            seen.GetValueOrDefault(c.Cell, $"exactly {table[c.Cell]}"), c.Learnt.ToString())).ToList();
        var cells = read.Cells.Select((c, i) => made.Blank.Contains(i) ? new KeptCell(c.At, null, KeptCell.Blank) : new KeptCell(c.At, c.Count, KeptCell.Shown)).ToList();
        var method = $"Counts from 1 to {rules.Threshold - 1} are left blank, and others beside them, so that nobody can work the small ones out from the totals.";
        return new(read with { Cells = cells, Preview = [], Arithmetic = [], Method = method, RoundedTo = null }, decisions, after.Holds);
    }

    /// <summary>Whether what is shown is the table that was read, with blanks that keep every small count as open as the rules ask. Asked once more before it is published.</summary>
    public static bool StillHolds(KeptTable read, KeptTable shown, DisclosureRules rules)
    {
        var shape = SnapshotReading.Shape(read.Axes);
        var table = CountTable.Of(shape, [.. read.Cells.Select(c => c.Count!.Value)]);
        if (shown.Cells.Count != read.Cells.Count || shown.Cells.Where((c, i) => !c.At.SequenceEqual(read.Cells[i].At) || c.Count is not null && c.Count != table[i]).Any())
            return false;
        return Auditor.Examine(new PublishedTable(shape, [.. shown.Cells.Select(c => c.Count)]), PrimaryCells.Of(table, rules).ToDictionary(p => p.Cell, p => p.Interval)).Holds;
    }

    /// <summary>Attacks a table as it stands, whoever published it.</summary>
    public static IReadOnlyList<(string Cell, string Learnt, bool Exactly)> Attack(KeptTable shown)
    {
        var shape = SnapshotReading.Shape(shown.Axes);
        return [.. Auditor.Examine(new PublishedTable(shape, [.. shown.Cells.Select(c => c.Count)])).Cells.Select(c => (Name(shown, shape, c.Cell), c.Learnt.ToString(), c.Learnt.Low == c.Learnt.High))];
    }

    private static string Why(PrimaryReason reason, DisclosureRules rules) => reason switch
    {
        PrimaryReason.BelowThreshold => $"Left blank: it is below {rules.Threshold}.",
        PrimaryReason.Zero => "Left blank: it is 0, and the rules say that this tells something.",
        _ => "Left blank: shown, it would say that everybody of a group is in one cell.",
    };

    private static string Protected(KeptTable table, TableShape shape, IReadOnlyList<int> cells) =>
        string.Join("; ", cells.Take(3).Select(c => Name(table, shape, c))) + (cells.Count > 3 ? $" and {cells.Count - 3} more" : "");

    internal static string Name(KeptTable table, TableShape shape, int cell) =>
        string.Join(", ", table.Axes.Select((axis, d) => axis.Codes.First(c => c.Code == shape.Dimensions[d].Codes[shape.CodeOf(cell, d)]).Label));
}
