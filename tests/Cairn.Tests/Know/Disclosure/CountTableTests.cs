using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class CountTableTests
{
    private static readonly CodeTree Place = CodeTree.Of("place", "all", ("north", "all"), ("n1", "north"), ("n2", "north"), ("south", "all"));
    private static readonly CodeTree Held = CodeTree.Flat("held", "both", "in", "out");

    [Fact]
    public void Totals_of_every_level_are_the_sums_of_their_base_cells()
    {
        var shape = new TableShape(Place, Held);

        var table = CountTable.OfBase(
            shape, new Dictionary<int, long> { [shape.CellOf("n1", "in")] = 3, [shape.CellOf("n2", "in")] = 4, [shape.CellOf("south", "out")] = 5 });

        Assert.Equal(12, table[shape.CellOf("all", "both")]);
        Assert.Equal(7, table[shape.CellOf("north", "both")]);
        Assert.Equal(7, table[shape.CellOf("all", "in")]);
        Assert.Equal(0, table[shape.CellOf("north", "out")]);
        Assert.Equal("n1, in", shape.NameOf(shape.CellOf("n1", "in")));
    }

    [Fact]
    public void A_table_that_does_not_add_up_is_refused_and_the_first_sum_that_fails_is_named()
    {
        var shape = new TableShape(Held);

        var refused = Assert.Throws<ArgumentException>(() => CountTable.Of(shape, [9, 4, 4]));

        Assert.Contains("'both' is 9, and its parts add up to 8: in; out", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_structural_zero_reaches_its_parts_and_the_totals_that_have_nothing_else()
    {
        var shape = new TableShape(Place, Held);

        var table = CountTable.OfBase(
            shape, new Dictionary<int, long> { [shape.CellOf("n1", "in")] = 3 }, [shape.CellOf("north", "out"), shape.CellOf("south", "out")]);

        Assert.True(table.IsStructuralZero(shape.CellOf("n1", "out")));
        Assert.True(table.IsStructuralZero(shape.CellOf("all", "out")));
        Assert.False(table.IsStructuralZero(shape.CellOf("south", "in")));
        Assert.Throws<ArgumentException>(() => CountTable.OfBase(shape, new Dictionary<int, long> { [shape.CellOf("n1", "out")] = 1 }, [shape.CellOf("north", "out")]));
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        var shape = new TableShape(Held);

        Assert.Throws<ArgumentException>(() => CountTable.Of(shape, [-1, -1, 0]));
        Assert.Throws<ArgumentException>(() => CountTable.Of(shape, [2, 1]));
        Assert.Throws<ArgumentException>(() => CountTable.OfBase(shape, new Dictionary<int, long> { [0] = 4 }));
        Assert.Throws<ArgumentException>(() => CountTable.OfBase(shape, new Dictionary<int, long> { [1] = CountTable.MostOfACount + 1 }));
        Assert.Throws<ArgumentException>(() => new PublishedTable(shape, [null, -2, null]));
        Assert.Throws<ArgumentException>(() => new PublishedTable(shape, [null, 2, null], [1]));
        Assert.Throws<ArgumentException>(() => CountTable.Of(shape, [2, 1, 1], [3]));
    }

    [Fact]
    public void Codes_that_are_no_tree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CodeTree.Of("place", "all", ("a", "b"), ("b", "a")));
        Assert.Throws<ArgumentException>(() => CodeTree.Of("place", "all", ("a", "nowhere")));
        Assert.Throws<ArgumentException>(() => CodeTree.Of("place", "all", ("a", "all"), ("a", "all")));
        Assert.Throws<ArgumentException>(() => CodeTree.Of("place", "all", ("all", "all")));
        Assert.Throws<ArgumentException>(() => CodeTree.Flat("place", " ", "a"));
        Assert.Throws<ArgumentException>(() => Place.IndexOf("nowhere"));
    }

    [Fact]
    public void A_shape_has_one_to_three_dimensions_and_at_most_ten_thousand_cells()
    {
        var wide = CodeTree.Flat("wide", "all", [.. Enumerable.Range(0, 5000).Select(i => $"c{i}")]);

        Assert.Throws<ArgumentException>(() => new TableShape());
        Assert.Throws<ArgumentException>(() => new TableShape(Held, Held));
        Assert.Throws<ArgumentException>(() => new TableShape(wide, Held));
        Assert.Throws<ArgumentException>(() => new TableShape(Place, Held, CodeTree.Flat("x", "t", "y"), CodeTree.Flat("z", "t", "y")));
        Assert.Equal(5001, new TableShape(wide).CellCount);
    }

    [Theory]
    [InlineData(1, null, null, 5)]
    [InlineData(1001, null, null, 5)]
    [InlineData(10, -1, null, 5)]
    [InlineData(10, null, 0, 5)]
    [InlineData(10, null, null, 1)]
    public void Rules_that_protect_nothing_cannot_be_made(int threshold, int? below, int? above, int roundingBase) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureRules(threshold, below: below, above: above, roundingBase: roundingBase));
}
