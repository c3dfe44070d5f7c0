using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Releases;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class ReleaseTests
{
    private static readonly BaseAreas Areas = new(("a", 40), ("b", 30), ("c", 4), ("d", 60));
    private static readonly AreaRelease Divisions = new("divisions", [new("west", [0, 1, 2], true), new("east", [3], true)]);

    [Fact]
    public void What_one_geography_leaves_of_another_is_given_away_and_blocks_the_release()
    {
        var districts = new AreaRelease("districts", [new("town", [0, 1], true), new("rest", [2, 3], true)]);

        var verdict = OverlappingAreas.Examine(Areas, [Divisions], districts, new());

        var given = Assert.Single(Assert.IsType<ReleaseVerdict.Blocked>(verdict).GivenAway);
        Assert.Equal("'c'", given.What);
        Assert.Equal(new Learnt(4, 4, true), given.Learnt);
        Assert.Equal("'west' of 'divisions' (74) less 'town' of 'districts' (70) leaves 'c': exactly 4.", given.Words);
    }

    [Fact]
    public void What_takes_more_than_two_areas_is_found_as_well()
    {
        // (a + b) + (b + c) - (a + c) is twice b; no two of them leave anything small.
        var areas = new BaseAreas(("a", 40), ("b", 5), ("c", 30));
        var first = new AreaRelease("first", [new("ab", [0, 1], true), new("bc", [1, 2], true)]);
        var second = new AreaRelease("second", [new("ac", [0, 2], true)]);

        var verdict = OverlappingAreas.Examine(areas, [first], second, new());

        Assert.Contains(Assert.IsType<ReleaseVerdict.Blocked>(verdict).GivenAway, g => g is { What: "'b'", Learnt: { Low: 5, High: 5 } });
        Assert.IsType<ReleaseVerdict.MayGoOut>(OverlappingAreas.Examine(areas, [], second, new()));
    }

    [Fact]
    public void A_release_that_leaves_nothing_small_may_go_out()
    {
        var districts = new AreaRelease("districts", [new("town", [0], true), new("rest", [1, 2, 3], true)]);

        var verdict = OverlappingAreas.Examine(Areas, [Divisions], districts, new());

        Assert.Empty(Assert.IsType<ReleaseVerdict.MayGoOut>(verdict).OutAlready);
    }

    [Fact]
    public void What_was_out_before_is_told_and_does_not_block_the_next_release()
    {
        var before = new AreaRelease("before", [new("c", [2], true)]);

        var verdict = OverlappingAreas.Examine(Areas, [before], new("next", [new("all", [0, 1, 2, 3], true)]), new());

        Assert.Equal("'c'", Assert.Single(Assert.IsType<ReleaseVerdict.MayGoOut>(verdict).OutAlready).What);
    }

    [Fact]
    public void A_cell_blank_in_one_month_and_shown_in_the_other_is_given_away()
    {
        var (earlier, next) = Months((9, 40, 50), (12, 40, 50), 1, 2);

        var verdict = MonthApart.Examine(earlier, next, new(), mostChange: null, smallChangesTell: false);

        var given = Assert.Single(Assert.IsType<ReleaseVerdict.Blocked>(verdict).GivenAway);
        Assert.Equal(GivenAwayBy.TheOtherMonth, given.By);
        Assert.Contains("12 in the other month", given.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_months_together_bound_what_each_of_them_hides()
    {
        var (earlier, next) = Months((9, 40, 50), (12, 40, 50), 1, 2);

        var verdict = MonthApart.Examine(earlier, next, new(), mostChange: 3, smallChangesTell: false);

        var given = Assert.Single(Assert.IsType<ReleaseVerdict.Blocked>(verdict).GivenAway);
        // 12 and 3 around it, and what the sum of 49 leaves when r2 is 37 to 43.
        Assert.Equal((9, 12), (given.Learnt.Low, given.Learnt.High));
        Assert.IsType<ReleaseVerdict.MayGoOut>(MonthApart.Examine(earlier, next, new(), mostChange: 60, smallChangesTell: false));
    }

    [Fact]
    public void A_small_change_between_two_shown_values_is_given_away()
    {
        var (earlier, next) = Months((20, 40, 50), (23, 40, 50));

        var given = Assert.IsType<ReleaseVerdict.Blocked>(MonthApart.Examine(earlier, next, new(), mostChange: null)).GivenAway;

        Assert.Equal(["all", "r1"], given.Select(g => g.What));
        Assert.Equal("'r1' was 20 and is 23: it changed by 3, which is below 10.", given[1].Words);
        Assert.Throws<ArgumentException>(() => MonthApart.Examine(earlier, next, new(), mostChange: 2));
    }

    /// <summary>r1, r2 and r3 in two months; the second shows all of them.</summary>
    private static (MonthlyTable Earlier, MonthlyTable Next) Months((long, long, long) then, (long, long, long) now, params HashSet<int> blankThen)
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2", "r3"));
        CountTable Table((long One, long Two, long Three) v) => CountTable.Of(shape, [v.One + v.Two + v.Three, v.One, v.Two, v.Three]);
        return (new(Table(then), blankThen), new(Table(now), new HashSet<int>()));
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 0 })]
    [InlineData(new[] { 9 })]
    public void An_area_that_is_no_sum_of_base_areas_is_refused(int[] parts) =>
        Assert.Throws<ArgumentException>(() => OverlappingAreas.Examine(Areas, [], new("bad", [new("x", [.. parts], true)]), new()));
}
