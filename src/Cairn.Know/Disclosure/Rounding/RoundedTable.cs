using System.Collections.Immutable;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Rounding;

internal enum RoundingWay
{
    /// <summary>Each cell by itself to the nearest multiple; totals may not be the sums of their parts.</summary>
    Nearest,

    /// <summary>Every total is the sum of its parts, and every cell is one of the two multiples beside its count, or the count where it is a multiple.</summary>
    Controlled,

    /// <summary>Every total is the sum of its parts; base cells are one of their two multiples, and totals the sums of these, which may be further off. Where no controlled
    /// rounding exists, or none was found in the time given.</summary>
    FromBaseCells,
}

/// <param name="Values">By cell.</param>
/// <param name="FurthestOff">The largest difference between a cell and its count; below the base unless the way is from base cells.</param>
internal sealed record RoundedTable(TableShape Shape, RoundingWay Way, int Base, ImmutableArray<long> Values, long FurthestOff)
{
    public static RoundedTable Of(CountTable table, RoundingWay way, int roundingBase, IReadOnlyList<long> values) =>
        new(table.Shape, way, roundingBase, [.. values], Enumerable.Range(0, values.Count).Max(c => Math.Abs(values[c] - table[c])));

    /// <summary>What the value of a cell, and how it was made, say about its count: every whole number within these ends.</summary>
    public (long Low, long High) RangeOf(int cell) => Way switch
    {
        // Half a base is rounded up, so the upper end is not its own where the base is even.
        RoundingWay.Nearest => (Math.Max(0, Values[cell] - Base / 2), Values[cell] + (Base - 1) / 2),
        RoundingWay.Controlled => (Math.Max(0, Values[cell] - Base + 1), Values[cell] + Base - 1),
        _ => (Math.Max(0, Values[cell] - (Base - 1L) * Shape.BaseCellsOf(cell)), Values[cell] + (Base - 1L) * Shape.BaseCellsOf(cell)),
    };
}
