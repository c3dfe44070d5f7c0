using Cairn.Know.Register.Snapshots;
using Cairn.Know.Register.Tables;

namespace Cairn.Tests.Know.Register.Snapshots;

public sealed class AxisTreeTests
{
    [Fact]
    public void Totals_stand_over_what_they_count_however_they_are_printed()
    {
        // The total is printed as a sum of the divisions, not of the regions.
        var tree = AxisTree.Of(Axis(("total", ["a", "b", "c"]), ("north", ["a", "b"]), ("a", []), ("b", []), ("c", [])))!;

        Assert.Equal([("total", null), ("north", "total"), ("a", "north"), ("b", "north"), ("c", "total")], tree.Codes.Select(c => (c.Code, c.Parent)));
    }

    [Fact]
    public void Where_no_total_counts_all_one_is_put_on_top()
    {
        var tree = AxisTree.Of(Axis(("all", []), ("b", [])))!;

        Assert.Equal([("all-all", null), ("all", "all-all"), ("b", "all-all")], tree.Codes.Select(c => (c.Code, c.Parent)));
    }

    [Fact]
    public void A_total_of_one_total_stands_over_it()
    {
        var tree = AxisTree.Of(Axis(("scotland", ["total"]), ("total", ["a", "b"]), ("a", []), ("b", [])))!;

        Assert.Equal([("scotland", null), ("total", "scotland"), ("a", "total"), ("b", "total")], tree.Codes.Select(c => (c.Code, c.Parent)));
    }

    [Fact]
    public void Totals_that_share_some_parts_are_no_tree() =>
        Assert.Null(AxisTree.Of(Axis(("one", ["a", "b"]), ("other", ["b", "c"]), ("a", []), ("b", []), ("c", []))));

    private static TableAxis Axis(params (string Code, string[] SumOf)[] members) => new(AxisKind.Division, [.. members.Select(m => new AxisMember(m.Code, m.Code, m.SumOf))]);
}
