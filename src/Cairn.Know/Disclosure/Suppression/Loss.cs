using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>What is to be kept as small as possible when cells are left blank for the sake of others.</summary>
internal enum Loss
{
    /// <summary>The number of blank cells.</summary>
    Cells,

    /// <summary>The sum of the counts in blank cells; a cell of 0 weighs as much as one of 1.</summary>
    Counts,

    /// <summary>The base cells that blank cells are the sum of, so that a total is the last to go. No count goes into the weight: which cells are blank then says less of the
    /// counts than a choice by counts does, which tells that those beside a blank were larger.</summary>
    Parts,
}

internal static class LossWeights
{
    public static double[] Of(CountTable table, Loss loss) =>
        [.. Enumerable.Range(0, table.Shape.CellCount).Select(cell => loss switch
        {
            Loss.Cells => 1.0,
            Loss.Counts => Math.Max(1, table[cell]),
            _ => table.Shape.BaseCellsOf(cell),
        })];
}
