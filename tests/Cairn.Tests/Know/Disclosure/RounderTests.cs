using Cairn.Bench.Disclosure;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Decisions;
using Cairn.Know.Disclosure.Rounding;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class RounderTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(5, 2, 0)]
    [InlineData(5, 3, 5)]
    [InlineData(10, 4, 0)]
    [InlineData(10, 5, 10)]
    [InlineData(10, 15, 20)]
    [InlineData(3, 1292, 1293)]
    public void A_count_is_rounded_to_the_nearest_multiple_and_a_half_goes_up(int roundingBase, long count, long wanted)
    {
        var shape = new TableShape(CodeTree.Flat("a", "all", "one"));

        var rounded = Rounder.ToNearest(CountTable.Of(shape, [count, count]), new(roundingBase: roundingBase));

        Assert.Equal([wanted, wanted], rounded.Values);
        Assert.InRange(count, rounded.RangeOf(0).Low, rounded.RangeOf(0).High);
    }

    [Fact]
    public void Controlled_rounding_adds_up_and_leaves_no_cell_its_two_multiples()
    {
        var ways = new List<RoundingWay>();
        for (var seed = 0; seed < 60; seed++)
        {
            var table = RandomTable.Of(seed, 300);
            var rules = new DisclosureRules(roundingBase: seed % 2 == 0 ? 5 : 10);

            var rounded = Rounder.Controlled(table, rules, Long);

            ways.Add(rounded.Way);
            Assert.All(table.Shape.Relations, r => Assert.Equal(rounded.Values[r.Total], r.Parts.Sum(p => rounded.Values[p])));
            Assert.All(Enumerable.Range(0, table.Shape.CellCount), c =>
            {
                Assert.Equal(0, rounded.Values[c] % rules.RoundingBase);
                Assert.InRange(table[c], rounded.RangeOf(c).Low, rounded.RangeOf(c).High);
                if (rounded.Way == RoundingWay.Controlled)
                    Assert.True(Math.Abs(rounded.Values[c] - table[c]) < rules.RoundingBase, $"seed {seed}, cell {c}");
            });
        }

        Assert.True(ways.Count(w => w == RoundingWay.Controlled) > 50, $"{ways.Count(w => w == RoundingWay.Controlled)} of {ways.Count} were controlled.");
    }

    [Fact]
    public void A_table_without_a_controlled_rounding_is_rounded_from_its_base_cells()
    {
        // Eight counts of 0 or 1 to multiples of 2: some of them have no rounding that adds up, and the first of those is taken.
        var two = Enumerable.Range(0, 3).Select(d => CodeTree.Flat($"d{d}", "t", "0", "1", "2")).ToArray();
        var shape = new TableShape(two);
        CountTable? without = null;
        for (var seed = 0; without is null && seed < 4000; seed++)
        {
            var random = new Random(seed);
            var table = CountTable.OfBase(shape, Enumerable.Range(0, shape.CellCount).Where(shape.IsBase).ToDictionary(c => c, _ => (long)random.Next(0, 2)));
            if (Rounder.Controlled(table, new(roundingBase: 2), Long).Way == RoundingWay.FromBaseCells)
                without = table;
        }

        var rounded = Rounder.Controlled(without!, new(roundingBase: 2), Long);

        Assert.Equal(RoundingWay.FromBaseCells, rounded.Way);
        Assert.All(shape.Relations, r => Assert.Equal(rounded.Values[r.Total], r.Parts.Sum(p => rounded.Values[p])));
    }

    [Fact]
    public void What_a_rounded_table_says_of_each_count_contains_it()
    {
        var table = RandomTable.Of(5, 200);

        foreach (var rounded in new[] { Rounder.ToNearest(table, new()), Rounder.Controlled(table, new(), Long) })
        {
            var decisions = RoundingDecisions.Of(table, rounded);

            Assert.All(decisions.Where(d => d.After is not null), d => Assert.InRange(table[d.Cell], d.After!.Value.Low, d.After.Value.High!.Value));
        }
    }
}
