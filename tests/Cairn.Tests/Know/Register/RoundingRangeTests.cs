using Cairn.Know.Register;
using CsCheck;

namespace Cairn.Tests.Know.Register;

public sealed class RoundingRangeTests
{
    [Fact]
    public void The_range_is_exactly_the_shares_that_round_to_the_value()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Sample(
            (decimals, first, second) =>
            {
                // Shares with four more decimals than are published; the second one is as close as it gets to a half.
                var share = first / 10_000m;
                var value = HalfUp(second / 10_000m, decimals);
                var half = 0.5m / Power(decimals);
                var range = RoundingRange.Of(value, decimals);

                foreach (var candidate in new[] { share, value, value + half, value - half, value + half - 0.0001m, value - half - 0.0001m })
                {
                    if (candidate is >= 0 and <= 100)
                        Assert.Equal(HalfUp(candidate, decimals) == value, range.Contains(candidate));
                }
            },
            iter: 20_000);
    }

    [Fact]
    public void Twenty_three_percent_of_people_counted_on_a_later_date_bounds_the_count()
    {
        // The base, 5,463, is of 31 May 2018: twelve weeks after the figure. It is never published beside it.
        const long baseOfALaterDate = 5463;

        var counts = RoundingRange.Of(23m, 0).CountsOf(baseOfALaterDate);

        Assert.Equal((1230L, 1283L), counts);
    }

    [Fact]
    public void The_bounds_of_a_count_are_exactly_the_counts_whose_share_rounds_to_the_value()
    {
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 400]).Sample((value, people) =>
        {
            var wanted = Enumerable.Range(0, people + 1).Where(count => HalfUp(100m * count / people, 0) == value).Select(count => (long)count).ToList();

            var counts = RoundingRange.Of(value, 0).CountsOf(people);

            Assert.Equal(wanted.Count == 0 ? null : (wanted[0], wanted[^1]), counts);
        });
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(101, 0)]
    [InlineData(23.5, 0)]
    [InlineData(23, -1)]
    [InlineData(23, 7)]
    public void A_range_no_share_rounds_to_cannot_be_built(double value, int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RoundingRange.Of((decimal)value, decimals));

    [Fact]
    public void At_the_ends_of_the_scale_the_range_stays_on_it()
    {
        var none = RoundingRange.Of(0m, 0);
        var all = RoundingRange.Of(100m, 0);

        Assert.Equal((0m, 0.5m, false), (none.Low, none.High, none.HighIncluded));
        Assert.Equal((99.5m, 100m, true), (all.Low, all.High, all.HighIncluded));
        Assert.True(all.Contains(100m));
    }

    private static decimal HalfUp(decimal share, int decimals) => decimal.Floor(share * Power(decimals) + 0.5m) / Power(decimals);

    private static decimal Power(int decimals) => (decimal)Math.Pow(10, decimals);
}
