using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class AuditorTests
{
    [Fact]
    public void The_blank_of_31_May_2018_is_exactly_what_the_total_leaves()
    {
        var shape = new TableShape(CodeTree.Flat("division", "total", "other divisions", "Forth Valley"));

        var audit = Auditor.Examine(new PublishedTable(shape, [1356, 1292, null]), new Dictionary<int, ProtectionInterval> { [2] = new(54, 74) });

        var blank = Assert.Single(audit.Cells);
        Assert.Equal(new Learnt(64, 64, true), blank.Learnt);
        Assert.False(audit.Holds);
        Assert.Equal("exactly 64", blank.Learnt.ToString());
    }

    [Fact]
    public void Two_blanks_of_a_row_and_column_leave_each_other_open()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2"), CodeTree.Flat("c", "all", "c1", "c2"));
        var table = CountTable.OfBase(
            shape, new Dictionary<int, long> { [shape.CellOf("r1", "c1")] = 3, [shape.CellOf("r1", "c2")] = 20, [shape.CellOf("r2", "c1")] = 30, [shape.CellOf("r2", "c2")] = 8 });
        var blank = shape.Product([[1, 2], [1, 2]]).ToHashSet();

        var audit = Auditor.Examine(PublishedTable.Of(table, blank));

        Assert.Equal(new Learnt(0, 23, true), audit.Of(shape.CellOf("r1", "c1")).Learnt);
        Assert.Equal(new Learnt(0, 23, true), audit.Of(shape.CellOf("r1", "c2")).Learnt);
        Assert.Equal(new Learnt(10, 33, true), audit.Of(shape.CellOf("r2", "c1")).Learnt);
    }

    [Fact]
    public void What_nothing_bounds_has_no_end()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2", "r3"));

        var audit = Auditor.Examine(new PublishedTable(shape, [null, 5, null, null], [3]));

        Assert.Equal(new Learnt(5, null, true), audit.Of(0).Learnt);
        Assert.Equal(new Learnt(0, null, true), audit.Of(2).Learnt);
        Assert.Throws<KeyNotFoundException>(() => audit.Of(3));
    }

    [Fact]
    public void A_structural_zero_is_known_to_everybody_and_gives_its_neighbour_away()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2"));

        var audit = Auditor.Examine(new PublishedTable(shape, [7, null, null], [2]));

        Assert.Equal(new Learnt(7, 7, true), Assert.Single(audit.Cells).Learnt);
    }

    [Fact]
    public void A_cell_that_must_be_open_and_is_shown_does_not_hold()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2"));

        var audit = Auditor.Examine(new PublishedTable(shape, [7, 3, 4]), new Dictionary<int, ProtectionInterval> { [1] = new(0, 13) });

        Assert.Equal(1, Assert.Single(audit.Broken).Cell);
    }

    [Fact]
    public void Cells_that_cannot_all_be_true_are_refused()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2"));

        var shown = Assert.Throws<ContradictionException>(() => Auditor.Examine(new PublishedTable(shape, [7, 3, 5])));
        Assert.Throws<ContradictionException>(() => Auditor.Examine(new PublishedTable(shape, [7, 8, null])));

        Assert.Equal("'all' shows 7, and its parts add up to 8.", shown.Message);
    }
}
