namespace Cairn.Know.Register.Tables.Sums;

/// <summary>A printed rate or percentage against its count and base: per times count divided by base, <c>x / n * 100</c> or <c>x / n * 100,000</c>.</summary>
internal sealed record RatioCheck
{
    public RatioCheck(PrintedRatio ratio)
    {
        Ratio = ratio;
        Printed = ratio.Printed.Value ?? throw new ArgumentException("Only what is printed is recomputed.", nameof(ratio));
        if (ratio.Count.Printed.Count is { } count && ratio.Base.Printed.Count is > 0 and { } people)
            Exact = ratio.Per * count / people;
    }

    public PrintedRatio Ratio { get; }

    public decimal Printed { get; }

    /// <summary>Not rounded; null when the count or the base is unknown or the base is 0.</summary>
    public decimal? Exact { get; }

    /// <summary>With one decimal more than is printed, halves away from 0.</summary>
    public decimal? Recomputed => Exact is { } exact ? Math.Round(exact, Math.Min(28, Ratio.Printed.Decimals + 1), MidpointRounding.AwayFromZero) : null;

    /// <summary>No rounding to the printed decimals, halves up or down, gives what is printed.</summary>
    public bool Differs => Exact is { } exact && Math.Abs(exact - Printed) > Half;

    /// <summary>Recomputed less printed.</summary>
    public decimal? Difference => Recomputed - Printed;

    /// <summary>The counts that a printed ratio leaves possible when its own count is not there; null when it is, or when nothing can be said.</summary>
    public (long Fewest, long Most)? CountsLeft
    {
        get
        {
            if (Ratio.Count.Printed.Count is not null || Ratio.Base.Printed.Count is not { } people || people == 0 || Printed < 0)
                return null;
            if (Ratio.Per == 100m)
                return Printed <= 100m && Ratio.Printed.Decimals <= 6 ? RoundingRange.Of(Printed, Ratio.Printed.Decimals).CountsOf(people) : null;
            var fewest = Math.Max(0m, decimal.Ceiling((Printed - Half) * people / Ratio.Per));
            // The upper end itself rounds up to the next.
            var most = decimal.Ceiling((Printed + Half) * people / Ratio.Per) - 1;
            return fewest <= most ? ((long)fewest, (long)most) : null;
        }
    }

    private decimal Half
    {
        get
        {
            var half = 0.5m;
            for (var i = 0; i < Ratio.Printed.Decimals; i++)
                half /= 10;
            return half;
        }
    }

    public override string ToString()
    {
        var per = Ratio.Per == 100m ? "%" : $" per {SumLine.N(Ratio.Per)}";
        if (Recomputed is not { } recomputed)
            return CountsLeft is var (fewest, most)
                ? $"{Ratio.Place}: printed {SumLine.N(Printed)}{per}; its count is not there, and lies between {SumLine.N(fewest)} and {SumLine.N(most)}; anybody can compute it."
                : $"{Ratio.Place}: printed {SumLine.N(Printed)}{per}; cannot be checked, for not all numbers stand there.";
        var of = $"{SumLine.N(Ratio.Count.Printed.Count!.Value)} ({Ratio.Count.Place}) of {SumLine.N(Ratio.Base.Printed.Count!.Value)} ({Ratio.Base.Place})";
        return Differs
            ? $"{Ratio.Place}: printed {SumLine.N(Printed)}{per}, recomputed {SumLine.N(recomputed)}, difference {SumLine.N(recomputed - Printed)}; {of}."
            : $"{Ratio.Place}: {SumLine.N(Printed)}{per} is {of}.";
    }
}
