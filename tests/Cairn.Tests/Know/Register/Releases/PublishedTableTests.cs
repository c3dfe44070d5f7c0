using System.Reflection;
using Cairn.Know.Register.Releases;
using CsCheck;
using NodaTime;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class PublishedTableTests
{
    private static readonly PublishedCode Root = new("all", "All");

    public static TheoryData<string, Func<object>> Wrong => new()
    {
        { "no code", () => PublishedDimension.Of("d", "D", []) },
        { "two roots", () => PublishedDimension.Of("d", "D", [Root, new("b", "B")]) },
        { "a parent that is not there", () => PublishedDimension.Of("d", "D", [Root, new("b", "B", "c")]) },
        { "a circle", () => PublishedDimension.Of("d", "D", [Root, new("b", "B", "c"), new("c", "C", "b")]) },
        { "two codes with one id", () => PublishedDimension.Of("d", "D", [Root, new("b", "B", "all"), new("B", "C", "all")]) },
        { "two siblings with one label", () => PublishedDimension.Of("d", "D", [Root, new("b", "B", "all"), new("c", "B", "all")]) },
        { "an id that a spreadsheet would run", () => PublishedDimension.Of("d", "D", [Root, new("=b", "B", "all")]) },
        { "a column's name with a comma", () => PublishedDimension.Of("d,e", "D", [Root]) },
        { "a label with a line break", () => PublishedDimension.Of("d", "D\n", [Root]) },
        { "half a letter", () => PublishedDimension.Of("d", "D\ud800", [Root]) },
        { "no dimension", () => PublishedTable.Of("t", Invented.Facts, [], []) },
        { "a cell missing", () => One("d") },
        { "a cell twice", () => One("d", PublishedCell.Shown(1, "all"), PublishedCell.Shown(1, "all")) },
        { "a cell nowhere", () => One("d", PublishedCell.Shown(1, "b")) },
        { "a cell with too many places", () => One("d", PublishedCell.Shown(1, "all", "all")) },
        { "a negative count", () => PublishedCell.Shown(-1, "all") },
        { "a rounded cell among exact ones", () => One("d", PublishedCell.Rounded(5, "all")) },
        { "an exact cell among rounded ones", () => PublishedTable.Of("t", Invented.Facts with { RoundedTo = 5 }, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Shown(5, "all")]) },
        { "a count that is not rounded", () => PublishedTable.Of("t", Invented.Facts with { RoundedTo = 5 }, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Rounded(7, "all")]) },
        { "rounding to one", () => PublishedTable.Of("t", Invented.Facts with { RoundedTo = 1 }, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Rounded(7, "all")]) },
        { "a dimension named as a column", () => One("value", PublishedCell.Shown(1, "all")) },
        { "an id with a slash", () => PublishedTable.Of("t/u", Invented.Facts, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Shown(1, "all")]) },
        { "no definition", () => PublishedTable.Of("t", Invented.Facts with { Definition = " " }, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Shown(1, "all")]) },
        { "a source that is no https address", () => PublishedTable.Of("t", Invented.Facts with { Source = new("javascript:void(0)") }, [PublishedDimension.Of("d", "D", [Root])], [PublishedCell.Shown(1, "all")]) },
        { "a series without a point", () => Series(0, [], []) },
        { "a share over a hundred", () => Series(0, [new(new(2020, 1, 1), 101)], []) },
        { "a share with a decimal too many", () => Series(0, [new(new(2020, 1, 1), 0.5m)], []) },
        { "two points of one day", () => Series(0, [new(new(2020, 1, 1), 1), new(new(2020, 1, 1), 2)], []) },
        { "a break before the first point", () => Series(0, [new(new(2020, 1, 1), 1), new(new(2021, 1, 1), 2)], [new(new(2020, 1, 1), "Changed.")]) },
        { "a break after the last point", () => Series(0, [new(new(2020, 1, 1), 1), new(new(2021, 1, 1), 2)], [new(new(2021, 1, 2), "Changed.")]) },
        { "a break that says nothing", () => Series(0, [new(new(2020, 1, 1), 1), new(new(2021, 1, 1), 2)], [new(new(2021, 1, 1), "")]) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_cannot_be_published_cannot_be_built(string what, Func<object> build) =>
        Assert.True(Record.Exception(build) is ArgumentException, $"It was built: {what}.");

    [Fact]
    public void A_cell_that_is_withheld_has_no_value_and_no_reason()
    {
        var suppressed = PublishedCell.Suppressed("all");

        Assert.Null(suppressed.Value);
        Assert.Equal(["At", "Status", "Value"], typeof(PublishedCell).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(p => p.Name).Order());
        // Primary and secondary are one word: a second one would bound the counts for whoever wants to work them out.
        Assert.Single(Enum.GetNames<CellStatus>(), name => name.Contains("Suppress", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_stand_in_the_order_of_the_hierarchy_whatever_order_they_were_given_in()
    {
        var dimension = PublishedDimension.Of("d", "D", [new("b1", "B1", "b"), new("a", "A", "all"), Root, new("b", "B", "all"), new("a1", "A1", "a"), new("b2", "B2", "b")]);

        Assert.Equal(["all", "a", "a1", "b", "b1", "b2"], dimension.Codes.Select(c => c.Id));
        Assert.Equal([0, 1, 2, 1, 2, 2], dimension.Codes.Select(c => dimension.DepthOf(c.Id)));
    }

    [Fact]
    public void A_revision_is_twelve_letters_and_the_same_whatever_order_the_cells_came_in()
    {
        Gen.Shuffle(Invented.Table().Cells.ToArray()).Sample(
            cells => Assert.Equal(Invented.Table().Revision, PublishedTable.Of("by-division", Invented.Facts, [Invented.Division, Invented.Place], cells, Invented.Series).Revision),
            iter: 50);

        Assert.Matches("^[a-z]{12}$", Invented.Table().Revision);
    }

    [Fact]
    public void Every_change_of_content_is_another_revision()
    {
        var facts = Invented.Facts;
        TableFacts[] changed =
        [
            facts with { Title = "T" }, facts with { AsOf = facts.AsOf.PlusDays(1) }, facts with { Base = "B" }, facts with { Definition = "D" }, facts with { Publisher = "P" },
            facts with { SourceTitle = "S" }, facts with { Source = null }, facts with { Method = "M" }, facts with { OnlineMeans = "O" }, facts with { Notes = [] }, facts with { Licence = "L" },
            facts with { Demonstration = false },
        ];
        PublishedCell[] cells = [.. Invented.Table().Cells];
        PublishedTable With(PublishedCell cell, PublishedSeries? series) =>
            PublishedTable.Of("by-division", facts, [Invented.Division, Invented.Place], [.. cells.Where(c => !c.At.SequenceEqual(cell.At)), cell], series);

        string[] revisions =
        [
            Invented.Table().Revision, .. changed.Select(f => Invented.Table(f).Revision),
            With(PublishedCell.Shown(421, "a", "community"), Invented.Series).Revision, With(PublishedCell.Suppressed("a", "community"), Invented.Series).Revision,
            With(PublishedCell.NotAvailable("a", "community"), Invented.Series).Revision, With(cells[0], null).Revision,
        ];

        Assert.Equal(revisions.Length, revisions.Distinct().Count());
    }

    [Fact]
    public void A_share_written_with_zeros_at_its_end_is_the_same_content()
    {
        PublishedTable With(decimal percent) => Invented.Flat(Invented.Facts, Series(1, [new(new(2020, 1, 1), percent)], []), ("A", 1));

        Assert.Equal(With(23m).Revision, With(23.0m).Revision);
    }

    [Fact]
    public void A_run_crosses_no_break_and_no_gap()
    {
        Gen.Select(Gen.Int[0, 40].Array[1, 12], Gen.Int[1, 400].Array[0, 4], Gen.Bool.Array[12]).Sample((shares, breakDays, given) =>
        {
            var first = new LocalDate(2020, 1, 1);
            List<SeriesPoint> points = [.. shares.Select((s, i) => new SeriesPoint(first.PlusDays(i * 37), given[i] ? s : null))];
            List<SeriesBreak> breaks = [.. breakDays.Select(d => first.PlusDays(d)).Distinct().Where(d => d <= points[^1].AsOf).Select(d => new SeriesBreak(d, "Changed."))];
            var series = Series(0, points, breaks);

            var runs = series.Runs();

            Assert.Equal(points.Where(p => p.Percent is not null), runs.SelectMany(r => r));
            foreach (var run in runs)
            {
                Assert.NotEmpty(run);
                Assert.DoesNotContain(breaks, b => run[0].AsOf < b.From && b.From <= run[^1].AsOf);
                Assert.DoesNotContain(points, p => p.Percent is null && run[0].AsOf < p.AsOf && p.AsOf < run[^1].AsOf);
            }
        });
    }

    private static PublishedTable One(string dimension, params PublishedCell[] cells) => PublishedTable.Of("t", Invented.Facts, [PublishedDimension.Of(dimension, "D", [Root])], cells);

    private static PublishedSeries Series(int decimals, IReadOnlyList<SeriesPoint> points, IReadOnlyList<SeriesBreak> breaks) => PublishedSeries.Of("Share", "people", decimals, points, breaks);
}
