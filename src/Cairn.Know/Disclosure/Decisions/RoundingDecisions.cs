using System.Collections.Immutable;
using System.Globalization;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Rounding;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Decisions;

internal static class RoundingDecisions
{
    /// <summary>What an attacker learns of each count behind a rounded table, who knows how it was rounded and that the counts add up.</summary>
    /// <remarks>Rounding does not keep the rules' intervals; it leaves what is said here, and no more.</remarks>
    public static ImmutableArray<CellDecision> Of(CountTable table, RoundedTable rounded)
    {
        var shape = table.Shape;
        var knowledge = new Knowledge();
        foreach (var cell in Enumerable.Range(0, shape.CellCount))
        {
            var (low, high) = table.IsStructuralZero(cell) ? (0, 0) : rounded.RangeOf(cell);
            knowledge.Add(low, high);
        }

        foreach (var relation in shape.Relations)
            knowledge.Holds([(relation.Total, -1.0), .. relation.Parts.Select(p => (p, 1.0))], 0, () => shape.NameOf(relation.Total));
        var depth = shape.CellCount <= ProtectedTable.ExactUpTo ? AttackDepth.Exact : AttackDepth.UntilNeedsHold;
        var learnt = Attacker.Learn(knowledge, new Dictionary<int, ProtectionInterval>(), depth);
        return [.. Enumerable.Range(0, shape.CellCount).Select(Decide)];

        CellDecision Decide(int cell) => table.IsStructuralZero(cell)
            ? new(cell, shape.NameOf(cell), CellState.StructuralZero, "Nothing can be counted here, and everybody knows.", null, null)
            : new(cell, shape.NameOf(cell), CellState.Rounded, string.Create(CultureInfo.InvariantCulture, $"Rounded to {rounded.Values[cell]}, a multiple of {rounded.Base}."),
                new Learnt(table[cell], table[cell], true), learnt[cell]);
    }
}
