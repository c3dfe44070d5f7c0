using Cairn.Bench.Disclosure;
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
    public void What_an_attacker_learns_is_what_trying_every_table_would_tell()
    {
        var shape = new TableShape(CodeTree.Flat("r", "all", "r1", "r2", "r3"), CodeTree.Flat("c", "all", "c1", "c2"));
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var table = CountTable.OfBase(shape, Enumerable.Range(0, shape.CellCount).Where(shape.IsBase).ToDictionary(c => c, _ => (long)random.Next(0, 4)));
            var blank = Enumerable.Range(1, shape.CellCount - 1).Where(_ => random.Next(2) == 0).ToHashSet();

            var audit = Auditor.Examine(PublishedTable.Of(table, blank));

            var possible = Fill([.. Enumerable.Range(0, shape.CellCount).Where(shape.IsBase)], 0, new long[shape.CellCount], table[0]).Where(other => Enumerable.Range(0, shape.CellCount).All(c => blank.Contains(c) || other[c] == table[c])).ToList();
            Assert.All(audit.Cells, c => Assert.Equal((possible.Min(t => t[c.Cell]), possible.Max(t => t[c.Cell])), (c.Learnt.Low, c.Learnt.High!.Value)));
        }

        IEnumerable<long[]> Fill(List<int> cells, int next, long[] values, long left)
        {
            if (next == cells.Count)
            {
                if (left == 0)
                    yield return [.. values];
                yield break;
            }

            for (var value = 0; value <= left; value++)
            {
                foreach (var counting in shape.CountedIn(cells[next]))
                    values[counting] += value;
                foreach (var table in Fill(cells, next + 1, values, left - value))
                    yield return table;
                foreach (var counting in shape.CountedIn(cells[next]))
                    values[counting] -= value;
            }
        }
    }

    [Fact]
    public void Whole_numbers_never_leave_more_open_than_a_linear_program_says()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var table = RandomTable.Of(seed, 60);
            var random = new Random(seed);
            var published = PublishedTable.Of(table, Enumerable.Range(0, table.Shape.CellCount).Where(_ => random.Next(3) > 0).ToHashSet());

            var (linear, whole) = (Auditor.Examine(published), Auditor.Examine(published, new Dictionary<int, ProtectionInterval>(), AttackDepth.ExactInWholeNumbers));

            foreach (var (one, other) in linear.Cells.Zip(whole.Cells))
            {
                Assert.InRange(table[one.Cell], other.Learnt.Low, other.Learnt.High ?? long.MaxValue);
                Assert.True(one.Learnt.Low <= other.Learnt.Low && (one.Learnt.High ?? long.MaxValue) >= (other.Learnt.High ?? long.MaxValue), $"seed {seed}, cell {one.Cell}");
            }
        }
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
