using Cairn.Bench.Disclosure;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Decisions;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class ProtectedTableTests
{
    private static readonly TableShape Shape = new(CodeTree.Flat("place", "all", "north", "south", "islands"));

    [Fact]
    public void Every_cell_says_what_was_done_with_it_and_what_is_learnt_of_it()
    {
        var table = CountTable.Of(Shape, [87, 4, 30, 53]);

        var protectedTable = ProtectedTable.Of(table, new(), loss: Cairn.Know.Disclosure.Suppression.Loss.Counts);

        var (all, north, south, islands) = (protectedTable.Decisions[0], protectedTable.Decisions[1], protectedTable.Decisions[2], protectedTable.Decisions[3]);
        Assert.Equal((CellState.Shown, "Shown."), (all.State, all.Why));
        Assert.Equal((CellState.Primary, "Blank because its count is below 10."), (north.State, north.Why));
        Assert.Equal((new Learnt(4, 4, true), new Learnt(0, 34, true)), (north.Before!.Value, north.After!.Value));
        Assert.Equal((CellState.Secondary, "Blank to protect 'north'."), (south.State, south.Why));
        Assert.Equal((CellState.Shown, (Learnt?)null), (islands.State, islands.After));
        Assert.Null(protectedTable.Published[1]);
        Assert.Equal(53, protectedTable.Published[3]);
    }

    [Fact]
    public void A_structural_zero_is_said_to_be_one_and_protects_nobody()
    {
        var protectedTable = ProtectedTable.Of(CountTable.Of(Shape, [34, 4, 0, 30], [2]), new());

        Assert.Equal(CellState.StructuralZero, protectedTable.Decisions[2].State);
        Assert.Equal(CellState.Primary, protectedTable.Decisions[1].State);
        Assert.True(protectedTable.Audit.Of(1).Learnt.LeavesOpen(new(0, 14)));
    }

    [Fact]
    public void A_zero_is_blank_for_its_own_sake_only_when_the_rules_say_so()
    {
        var table = CountTable.Of(Shape, [83, 0, 30, 53]);

        Assert.Equal(CellState.Shown, ProtectedTable.Of(table, new()).Decisions[1].State);
        Assert.Equal("Blank because that there is nobody tells something too.", ProtectedTable.Of(table, new(zerosAreSensitive: true)).Decisions[1].Why);
    }

    [Fact]
    public void Every_cell_of_a_larger_table_has_its_decision()
    {
        var table = RandomTable.Of(3, 400);

        var protectedTable = ProtectedTable.Of(table, new());

        Assert.Equal(table.Shape.CellCount, protectedTable.Decisions.Length);
        Assert.All(protectedTable.Decisions, d => Assert.Equal(d.State is CellState.Primary or CellState.Secondary, protectedTable.Published[d.Cell] is null));
    }
}
