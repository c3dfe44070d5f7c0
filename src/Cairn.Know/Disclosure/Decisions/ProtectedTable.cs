using System.Collections.Immutable;
using System.Globalization;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Decisions;

/// <summary>A table with blanks that has been attacked and held: none is made of one that did not.</summary>
internal sealed class ProtectedTable
{
    /// <summary>Up to here both ends of every blank are found exactly; above, only as far as shows that every need holds.</summary>
    public const int ExactUpTo = 600;

    private ProtectedTable(PublishedTable published, Suppressed suppressed, Audit audit, ImmutableArray<CellDecision> decisions) =>
        (Published, Suppressed, Audit, Decisions) = (published, suppressed, audit, decisions);

    public PublishedTable Published { get; }

    public Suppressed Suppressed { get; }

    public Audit Audit { get; }

    /// <summary>One for each cell, by index.</summary>
    public ImmutableArray<CellDecision> Decisions { get; }

    /// <exception cref="InvalidOperationException">The auditor comes closer to a primary cell than its interval: a fault of the program, and nothing may be published.</exception>
    public static ProtectedTable Of(CountTable table, DisclosureRules rules, Loss loss = Loss.Cells)
    {
        var suppressed = Suppressor.Suppress(table, rules, loss);
        var needs = suppressed.Primary.ToDictionary(p => p.Cell, p => p.Interval);
        var depth = table.Shape.CellCount <= ExactUpTo ? AttackDepth.Exact : AttackDepth.UntilNeedsHold;
        var published = PublishedTable.Of(table, suppressed.Blank);
        var after = Auditor.Examine(published, needs, depth);
        if (after.Broken.FirstOrDefault() is { } broken)
            throw new InvalidOperationException($"'{table.Shape.NameOf(broken.Cell)}' is left at {broken.Learnt} and must be open to {broken.Need}.");
        var before = Auditor.Examine(PublishedTable.Of(table, needs.Keys.ToHashSet()), needs, depth);
        return new(published, suppressed, after, Explain(table, rules, suppressed, before, after));
    }

    private static ImmutableArray<CellDecision> Explain(CountTable table, DisclosureRules rules, Suppressed suppressed, Audit before, Audit after)
    {
        var shape = table.Shape;
        var primary = suppressed.Primary.ToDictionary(p => p.Cell);
        var learntBefore = before.Cells.ToDictionary(c => c.Cell, c => c.Learnt);
        var learntAfter = after.Cells.ToDictionary(c => c.Cell, c => c.Learnt);
        return [.. Enumerable.Range(0, shape.CellCount).Select(Decide)];

        CellDecision Decide(int cell)
        {
            var (state, why) = primary.TryGetValue(cell, out var own) ? (CellState.Primary, Why(own))
                : suppressed.Protects.TryGetValue(cell, out var others) ? (CellState.Secondary, $"Blank to protect {Names(others)}.")
                : table.IsStructuralZero(cell) ? (CellState.StructuralZero, "Nothing can be counted here, and everybody knows.")
                : (CellState.Shown, "Shown.");
            return new(cell, shape.NameOf(cell), state, why,
                state is CellState.Primary ? learntBefore[cell] : state is CellState.Secondary ? new Learnt(table[cell], table[cell], true) : null,
                learntAfter.TryGetValue(cell, out var learnt) ? learnt : null);
        }

        string Names(IReadOnlyList<int> cells) =>
            string.Join(" and ", cells.Take(3).Select(c => $"'{shape.NameOf(c)}'")) + (cells.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {cells.Count - 3} more") : "");

        string Why(PrimaryCell cell) => cell.Reason switch
        {
            PrimaryReason.BelowThreshold => string.Create(CultureInfo.InvariantCulture, $"Blank because its count is below {rules.Threshold}."),
            PrimaryReason.Zero => "Blank because that there is nobody tells something too.",
            _ => "Blank because, shown, it would say that everybody of its group is in one cell.",
        };
    }
}
