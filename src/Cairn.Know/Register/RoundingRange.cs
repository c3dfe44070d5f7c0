namespace Cairn.Know.Register;

/// <summary>What a share, published with so many decimals, may have been before it was rounded: from <see cref="Low"/>, which is included, up to but
/// not including <see cref="High"/>; at the top of the scale 100 itself is included. Halves are taken to have been rounded up.</summary>
/// <remarks>A census of a register has no sampling interval; this is the only uncertainty the number itself tells of.</remarks>
public sealed record RoundingRange
{
    private const int MostDecimals = 6;

    private RoundingRange(decimal low, decimal high, bool highIncluded, int decimals) =>
        (Low, High, HighIncluded, Decimals) = (low, high, highIncluded, decimals);

    public decimal Low { get; }

    public decimal High { get; }

    /// <summary>True where the range ends at 100, and for one that comes from rounded counts.</summary>
    public bool HighIncluded { get; }

    /// <summary>Decimals needed to write both ends exactly.</summary>
    public int Decimals { get; }

    /// <param name="value">In percent, 0 to 100, with no more decimals than <paramref name="decimals"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No share rounds to this value.</exception>
    public static RoundingRange Of(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100m);
        if (decimal.Round(value, decimals) != value)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The value has more than {decimals} decimals.");

        var half = 0.5m;
        for (var i = 0; i < decimals; i++)
            half /= 10;
        var high = value + half;
        return new(Math.Max(0m, value - half), Math.Min(100m, high), high > 100m, decimals + 1);
    }

    /// <summary>What a share of rounded counts may have been: both ends included, written outwards with so many decimals.</summary>
    /// <param name="low">0 to 100, at most <paramref name="high"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are off the scale or the wrong way round.</exception>
    public static RoundingRange Between(decimal low, decimal high, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high, 100m);
        return new(decimal.Round(low, decimals, MidpointRounding.ToNegativeInfinity), decimal.Round(high, decimals, MidpointRounding.ToPositiveInfinity), highIncluded: true, decimals);
    }

    public bool Contains(decimal share) => share >= Low && (share < High || (HighIncluded && share == High));

    /// <summary>The whole numbers of <paramref name="people"/> whose share lies in the range.</summary>
    /// <returns>Null when there is none: the value cannot be a share of that many.</returns>
    public (long Fewest, long Most)? CountsOf(long people)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        var fewest = (long)decimal.Ceiling(Low * people / 100m);
        var most = (long)decimal.Floor(High * people / 100m);
        // The upper end itself belongs to the next value.
        if (!HighIncluded && most * 100m == High * people)
            most--;
        return fewest <= most ? (fewest, most) : null;
    }
}
