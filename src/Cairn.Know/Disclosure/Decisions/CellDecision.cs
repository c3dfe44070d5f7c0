using Cairn.Know.Disclosure.Attack;

namespace Cairn.Know.Disclosure.Decisions;

internal enum CellState
{
    Shown,
    StructuralZero,
    Primary,

    /// <summary>Blank so that others cannot be found from it.</summary>
    Secondary,
    Rounded,
}

/// <summary>What was done with one cell, and why.</summary>
/// <param name="Why">A sentence.</param>
/// <param name="Before">What an attacker would learn if only primary cells were blank, or nothing were rounded; null where the cell is shown in any case.</param>
/// <param name="After">What an attacker learns from the table as it is published; null where it is shown.</param>
internal sealed record CellDecision(int Cell, string Name, CellState State, string Why, Learnt? Before, Learnt? After);
