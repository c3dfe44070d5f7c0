using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

/// <summary>On a table of 3 and 20 beside each other over 40 and 2.</summary>
public sealed class ShiftTests
{
    private static readonly TableShape s_shape = new(CodeTree.Flat("a", "all", "a1", "a2"), CodeTree.Flat("b", "all", "b1", "b2"));

    private static readonly CountTable s_table = CountTable.OfBase(
        s_shape, new Dictionary<int, long> { [Cell("a1", "b1")] = 3, [Cell("a1", "b2")] = 20, [Cell("a2", "b1")] = 40, [Cell("a2", "b2")] = 2 });

    [Fact]
    public void A_shift_serves_whatever_it_can_be_stretched_or_turned_round_to_without_going_below_zero()
    {
        var box = Box(3);

        Assert.True(box.Serves(new(Cell("a1", "b1"), 3), s_table));
        Assert.True(box.Serves(new(Cell("a1", "b1"), 12), s_table));
        Assert.True(box.Serves(new(Cell("a1", "b2"), -2), s_table));
        // Turned round it takes 2 from the 2, and no more.
        Assert.True(box.Serves(new(Cell("a1", "b1"), -2), s_table));
        Assert.False(box.Serves(new(Cell("a1", "b1"), -3), s_table));
        Assert.False(box.Serves(new(s_shape.CellOf("all", "all"), 1), s_table));
    }

    [Fact]
    public void A_shift_without_a_cell_goes_the_other_way_round_and_keeps_every_sum()
    {
        var corner = new Shift([Cell("a1", "b1"), Cell("a1", "all"), Cell("all", "b1"), Cell("all", "all")], [1, 1, 1, 1]);

        var without = corner.Without(Cell("a1", "b1"), Box(2));

        Assert.False(without.Moves(Cell("a1", "b1")));
        Assert.Equal(6, without.Cells.Length);
        foreach (var relation in s_shape.Relations)
            Assert.Equal(By(without, relation.Total), relation.Parts.Sum(part => By(without, part)), 9);
    }

    private static int Cell(string a, string b) => s_shape.CellOf(a, b);

    private static Shift Box(double by) => new([Cell("a1", "b1"), Cell("a1", "b2"), Cell("a2", "b1"), Cell("a2", "b2")], [by, -by, -by, by]);

    private static double By(Shift shift, int cell) => shift.Moves(cell) ? shift.By[Array.IndexOf(shift.Cells, cell)] : 0;
}
