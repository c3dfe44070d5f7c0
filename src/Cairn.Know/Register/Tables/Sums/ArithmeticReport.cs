namespace Cairn.Know.Register.Tables.Sums;

/// <summary>A table added up again. Nothing in the table is changed by it.</summary>
/// <param name="Sums">Every printed sum, those that agree too.</param>
/// <param name="Implied">What follows for numbers that are not there.</param>
/// <param name="Ratios">Every printed rate and percentage that has a count and a base.</param>
internal sealed record ArithmeticReport(IReadOnlyList<SumLine> Sums, IReadOnlyList<ImpliedCount> Implied, IReadOnlyList<RatioCheck> Ratios)
{
    public static ArithmeticReport Of(CountTable table)
    {
        var sums = SumLines.Of(table);
        return new(sums, ImpliedCounts.Of(sums), [.. table.Ratios.Select(r => new RatioCheck(r))]);
    }

    public IEnumerable<SumLine> Differences => Sums.Where(s => s.Differs);

    /// <summary>For people: what differs, what follows, what cannot be checked, and how much agrees.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var line in Differences.Select(s => s.ToString()).Concat(Ratios.Where(r => r.Differs).Select(r => r.ToString())))
            yield return line;
        foreach (var line in Implied.Select(i => i.ToString()).Concat(Ratios.Where(r => r.CountsLeft is not null).Select(r => r.ToString())))
            yield return line;
        foreach (var line in Sums.Where(s => s.Difference is null).Select(s => s.ToString()).Concat(Ratios.Where(r => r.Exact is null && r.CountsLeft is null).Select(r => r.ToString())))
            yield return line;
        var checkedSums = Sums.Count(s => s.Difference is not null);
        var checkedRatios = Ratios.Count(r => r.Exact is not null);
        yield return $"{checkedSums - Differences.Count()} of {checkedSums} sums and {checkedRatios - Ratios.Count(r => r.Differs)} of {checkedRatios} rates and percentages agree.";
    }
}
