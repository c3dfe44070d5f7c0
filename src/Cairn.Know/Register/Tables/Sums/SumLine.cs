using System.Globalization;

namespace Cairn.Know.Register.Tables.Sums;

/// <summary>A cell of a sum; <paramref name="Cell"/> is null when the table has none for these codes.</summary>
internal sealed record SumPart(IReadOnlyList<string> Codes, CountCell? Cell)
{
    public long? Count => Cell?.Count;
}

/// <summary>One total with its parts, as they were printed.</summary>
internal sealed record SumLine
{
    public SumLine(AxisKind axis, SumPart total, IReadOnlyList<SumPart> parts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count);
        (Axis, Total, Parts) = (axis, total, parts);
        Known = parts.Aggregate(0m, (sum, part) => sum + (part.Count ?? 0));
    }

    /// <summary>The axis that is summed over.</summary>
    public AxisKind Axis { get; }

    public SumPart Total { get; }

    /// <summary>At least one, in the order of the axis.</summary>
    public IReadOnlyList<SumPart> Parts { get; }

    /// <summary>Sum of the parts whose count is known.</summary>
    public decimal Known { get; }

    public IEnumerable<SumPart> Unknown => Parts.Where(p => p.Count is null);

    /// <summary>What the parts add up to, when all are known.</summary>
    public decimal? Recomputed => Unknown.Any() ? null : Known;

    /// <summary>Recomputed less printed: below 0 when the parts are too few. With unknown parts, only what they cannot make good: the known parts alone exceed the total.
    /// Null when nothing can be said, 0 when the line adds up.</summary>
    public decimal? Difference => (Total.Count, Recomputed) switch
    {
        ({ } printed, { } sum) => sum - printed,
        ({ } printed, null) when Known > printed => Known - printed,
        _ => null,
    };

    public bool Differs => Difference is { } difference && difference != 0;

    public override string ToString()
    {
        var parts = string.Join(" + ", Parts.Select(Written));
        var printed = Total.Count is { } count ? N(count) : "no number";
        return Difference switch
        {
            0 => $"{Where(Total)}: {printed} is the sum of its parts.",
            { } difference when Recomputed is { } sum => $"{Where(Total)}: printed {printed}, recomputed {N(sum)}, difference {N(difference)}; parts {parts}.",
            { } difference => $"{Where(Total)}: printed {printed}, and the known parts alone are {N(Known)}, {N(difference)} too many; parts {parts}.",
            _ => $"{Where(Total)}: cannot be checked, for not all numbers stand there; parts {parts}.",
        };
    }

    private static string Written(SumPart part) => part.Cell is { } cell ? $"{CellPlace.Letters(cell.Place.Column)}{cell.Place.Row} {(cell.Count is { } count ? N(count) : "?")}" : "no cell ?";

    internal static string Where(SumPart part) => part.Cell?.Place.ToString() ?? $"({string.Join(", ", part.Codes)}), which the table does not have";

    internal static string N(decimal number) => number.ToString("#,##0.#######", CultureInfo.InvariantCulture);
}
