namespace Cairn.Know.Register.Tables;

/// <summary>What stands in a cell where a number is expected.</summary>
internal enum CellStatus
{
    Value,

    /// <summary>The publisher held the number back: <c>*</c>, <c>..</c>, <c>x</c>, <c>c</c>, <c>[c]</c>.</summary>
    Withheld,

    /// <summary>A dash: none, which is a count of 0.</summary>
    None,

    /// <summary>Nothing stands there, and nobody says why.</summary>
    Blank,

    /// <summary>Something stands there that is no number and no known mark. What it is, is not kept.</summary>
    NotANumber,
}

/// <summary>A cell read as a number, as it was printed.</summary>
/// <param name="Value">0 where there is none, null unless <see cref="CellStatus.Value"/> or <see cref="CellStatus.None"/>.</param>
/// <param name="Decimals">Decimals it was printed with; what it may have been before rounding follows from them.</param>
/// <param name="IsPercent">A % stands behind it.</param>
/// <param name="IsMarked">A footnote mark stands beside it.</param>
internal sealed record PrintedNumber
{
    private PrintedNumber(CellStatus status, decimal? value, int decimals, bool isPercent, bool isMarked) =>
        (Status, Value, Decimals, IsPercent, IsMarked) = (status, value, decimals, isPercent, isMarked);

    public CellStatus Status { get; }

    public decimal? Value { get; }

    public int Decimals { get; }

    public bool IsPercent { get; }

    public bool IsMarked { get; }

    /// <summary>The value as a count: whole and not below 0, else null.</summary>
    public long? Count => Value is { } value && value >= 0 && value <= long.MaxValue && decimal.Truncate(value) == value && !IsPercent ? (long)value : null;

    public static PrintedNumber Of(decimal value, int decimals = 0, bool isPercent = false, bool isMarked = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        return new(CellStatus.Value, value, decimals, isPercent, isMarked);
    }

    /// <exception cref="ArgumentOutOfRangeException">A value needs its number: use the other.</exception>
    public static PrintedNumber Without(CellStatus status, bool isMarked = false)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)status, (int)CellStatus.Value);
        return new(status, status == CellStatus.None ? 0m : null, 0, false, isMarked);
    }
}
