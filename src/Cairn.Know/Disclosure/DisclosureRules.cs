namespace Cairn.Know.Disclosure;

/// <summary>What a suppressed cell must at least be left open to: everything from <see cref="Low"/> to <see cref="High"/>, both included.</summary>
internal readonly record struct ProtectionInterval
{
    public ProtectionInterval(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        (Low, High) = (low, high);
    }

    public long Low { get; }

    public long High { get; }

    public override string ToString() => $"{Low} to {High}";
}

/// <summary>Which counts are too small to be shown, and how close to them nobody may come.</summary>
/// <remarks>
/// An attacker is taken to know every published cell, every sum that holds between cells, the structural zeros, and that a count is a whole number not below 0.
/// They are not taken to know which blank is blank for its own sake, nor any person in the table.
/// </remarks>
internal sealed record DisclosureRules
{
    public const int DefaultThreshold = 10;

    /// <param name="threshold">2 to 1,000: a count from 1 to below it is primary.</param>
    /// <param name="zerosAreSensitive">A 0 that could have been something else is primary too.</param>
    /// <param name="classDisclosure">It counts as disclosure when a shown table says that everybody of a group is in one cell.</param>
    /// <param name="roundingBase">2 to 1,000, where a table is rounded instead.</param>
    /// <param name="below">How far below its value a primary cell must stay open, never below 0; null: as far as the threshold, so that every primary cell could be 0.</param>
    /// <param name="above">How far above; at least 1; null: as far as the threshold.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public DisclosureRules(
        int threshold = DefaultThreshold, bool zerosAreSensitive = false, bool classDisclosure = false, int roundingBase = 5, int? below = null, int? above = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(roundingBase, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(roundingBase, 1000);
        ArgumentOutOfRangeException.ThrowIfNegative(below ?? 0, nameof(below));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(below ?? 0, 100_000, nameof(below));
        ArgumentOutOfRangeException.ThrowIfLessThan(above ?? 1, 1, nameof(above));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(above ?? 1, 100_000, nameof(above));
        (Threshold, ZerosAreSensitive, ClassDisclosure, RoundingBase, Below, Above) =
            (threshold, zerosAreSensitive, classDisclosure, roundingBase, below ?? threshold, above ?? threshold);
    }

    public int Threshold { get; }

    public bool ZerosAreSensitive { get; }

    public bool ClassDisclosure { get; }

    public int RoundingBase { get; }

    public int Below { get; }

    public int Above { get; }

    public bool IsSensitive(long value) => value < Threshold && (value > 0 || ZerosAreSensitive);

    /// <summary>From <c>value - Below</c>, or 0, to <c>value + Above</c>.</summary>
    public ProtectionInterval IntervalOf(long value) => new(Math.Max(0, value - Below), value + Above);
}
