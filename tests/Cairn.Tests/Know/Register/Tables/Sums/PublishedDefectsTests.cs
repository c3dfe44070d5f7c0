using Cairn.Know.Register;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Sums;

namespace Cairn.Tests.Know.Register.Tables.Sums;

/// <summary>What recomputing published tables has found.</summary>
public sealed class PublishedDefectsTests
{
    [Fact]
    public void The_blank_cell_of_May_2018_comes_out_as_exactly_64()
    {
        var table = Published.Table(Published.Fixture("blank-cell.csv"));

        var report = ArithmeticReport.Of(table);

        var implied = Assert.Single(report.Implied);
        Assert.True(implied.IsExact);
        Assert.Equal(64m, implied.Low);
        Assert.Equal(CellStatus.Blank, implied.Part.Cell!.Printed.Status);
        Assert.Equal("sheet 1, row 5, column B: blank, and comes out as exactly 64; anybody can compute it.", implied.ToString());
        Assert.Null(table.Find(implied.Part.Codes)!.Count);
    }

    [Theory]
    [InlineData("31-march-2021", 4351, 4358, -7)]
    [InlineData("31-march-2022", 4520, 4520, 0)]
    [InlineData("31-march-2023", 4725, 4747, -22)]
    [InlineData("31-march-2024", 4943, 4948, -5)]
    public void Three_of_four_years_of_levels_do_not_add_up(string year, int levels, int managed, int difference)
    {
        var report = ArithmeticReport.Of(Published.Table(Published.Fixture("levels.csv", "levels.yaml")));

        var line = Assert.Single(report.Sums, s => s.Total.Codes[0] == year);

        Assert.Equal((levels, managed, difference), (line.Recomputed, line.Total.Count, line.Difference));
        Assert.Equal(3, report.Differences.Count());
    }

    [Fact]
    public void A_difference_says_where_it_stands_and_what_its_parts_are()
    {
        var report = ArithmeticReport.Of(Published.Table(Published.Fixture("levels.csv", "levels.yaml")));

        var lines = report.Lines().ToList();

        Assert.Equal("sheet 1, row 2, column C: printed 4,358, recomputed 4,351, difference -7; parts B2 4,351.", lines[0]);
        Assert.Equal("1 of 4 sums and 0 of 0 rates and percentages agree.", lines[^1]);
    }

    [Fact]
    public void The_rate_printed_as_66_is_101_point_3()
    {
        var report = ArithmeticReport.Of(Published.Table(Published.Fixture("rate.csv")));

        var check = Assert.Single(report.Ratios);

        Assert.True(check.Differs);
        Assert.Equal((66m, 101.3m), (check.Printed, check.Recomputed));
        Assert.Equal(
            "sheet 1, row 2, column D: printed 66 per 100,000, recomputed 101.3, difference 35.3; 677 (sheet 1, row 2, column B) of 668,029 (sheet 1, row 2, column C).", check.ToString());
    }

    [Fact]
    public void A_percentage_without_its_count_leaves_the_counts_that_round_to_it()
    {
        // The base, 5,463, is of a date twelve weeks after the 23 %; on pages there is the range of the share and no count.
        var place = new CellPlace(1, 1, 1);
        var ratio = new PrintedRatio(PrintedNumber.Of(23m, isPercent: true), place, 100m, new(PrintedNumber.Without(CellStatus.Blank), place), new(PrintedNumber.Of(5463m), place));

        var check = new RatioCheck(ratio);
        var onPages = RoundingRange.Of(check.Printed, ratio.Printed.Decimals);

        Assert.Equal((1230L, 1283L), check.CountsLeft);
        Assert.Equal((22.5m, 23.5m), (onPages.Low, onPages.High));
    }
}
