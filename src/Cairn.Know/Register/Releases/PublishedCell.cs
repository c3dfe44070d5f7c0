namespace Cairn.Know.Register.Releases;

/// <summary>What a reader may know of a cell besides its value.</summary>
/// <remarks>There is one word for suppressed, not two. Whoever is told that a cell was withheld because it is small knows that it lies below the threshold, and that its neighbour,
/// withheld to protect it, does not: both bounds help to work the two out from the totals. The reason stays with whoever made the release; what is not in this model no file can tell.</remarks>
public enum CellStatus
{
    /// <summary>The count as it is.</summary>
    Shown,

    /// <summary>A multiple of the table's rounding base.</summary>
    Rounded,

    /// <summary>Counted and withheld, to protect people.</summary>
    Suppressed,

    /// <summary>The source gives no count.</summary>
    NotAvailable,

    /// <summary>Nobody can be counted here: the combination does not exist, and the value is 0 by its meaning.</summary>
    CannotOccur,
}

/// <summary>One cell as it is published. A cell that is withheld has no value to leak.</summary>
public sealed class PublishedCell
{
    private PublishedCell(IReadOnlyList<string> at, long? value, CellStatus status) => (At, Value, Status) = ([.. at], value, status);

    /// <summary>One code id a dimension, in the table's order of dimensions.</summary>
    public IReadOnlyList<string> At { get; }

    /// <summary>A count of 0 or more; null when suppressed or not available.</summary>
    public long? Value { get; }

    public CellStatus Status { get; }

    /// <exception cref="ArgumentOutOfRangeException">A count is not negative.</exception>
    public static PublishedCell Shown(long value, params string[] at) => new(at, Count(value), CellStatus.Shown);

    /// <inheritdoc cref="Shown"/>
    public static PublishedCell Rounded(long value, params string[] at) => new(at, Count(value), CellStatus.Rounded);

    public static PublishedCell Suppressed(params string[] at) => new(at, null, CellStatus.Suppressed);

    public static PublishedCell NotAvailable(params string[] at) => new(at, null, CellStatus.NotAvailable);

    public static PublishedCell CannotOccur(params string[] at) => new(at, 0, CellStatus.CannotOccur);

    private static long Count(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
