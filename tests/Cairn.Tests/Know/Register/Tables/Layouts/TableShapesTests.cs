using Cairn.Know.Register.Tables;

namespace Cairn.Tests.Know.Register.Tables.Layouts;

public sealed class TableShapesTests
{
    private const string Wide = """
        Table 1: Registered offenders by division
        As at 31 May 2018

        Division¹;Community [1];Custody;Total
        Forth Valley;210;64*;274
        Fife;1,300;*;1 340
        Tayside;-;..;12
        Total²;1 510;;
        
        Notes
        [1] On the day.
        * Fewer than five. Source: a publisher.
        """;

    [Fact]
    public void A_wide_table_is_read_with_its_titles_notes_and_marks()
    {
        var read = Published.Read(Published.Csv(Wide));

        Assert.Equal([AxisKind.Division, AxisKind.Place], read.Table.Axes.Select(a => a.Kind));
        Assert.Equal(["Forth Valley", "Fife", "Tayside", "Total"], read.Table.Axes[0].Members.Select(m => m.Label));
        Assert.Equal(["community", "custody"], read.Table.Axes[1].Find("total")!.SumOf);
        Assert.Equal(12, read.Table.Cells.Count);
        Assert.Equal([210, 64, 274, 1300, null, 1340, 0, null, 12, 1510, null, null], read.Table.Cells.Select(c => c.Count));
        Assert.Equal(
            [CellStatus.Value, CellStatus.Value, CellStatus.Value, CellStatus.Value, CellStatus.Withheld, CellStatus.Value, CellStatus.None, CellStatus.Withheld, CellStatus.Value, CellStatus.Value, CellStatus.Blank, CellStatus.Blank],
            read.Table.Cells.Select(c => c.Printed.Status));
        Assert.True(read.Table.Find(["forth-valley", "custody"])!.Printed.IsMarked);
    }

    [Fact]
    public void A_preview_says_how_each_column_and_total_was_understood_and_how_sure_that_is()
    {
        var lines = Published.Read(Published.Csv(Wide)).Preview.Lines().ToList();

        Assert.Equal(
            [
                "column  sheet 1, column A: labels: division (sure: its heading and its labels say so)",
                "column  sheet 1, column B: counts of place 'Community' (likely: the headings are of that kind)",
                "column  sheet 1, column C: counts of place 'Custody' (likely: the headings are of that kind)",
                "column  sheet 1, column D: counts of place 'Total' (likely: the headings are of that kind)",
                "total   sheet 1, row 8, column A: 'Total' is the sum of 3 others of division (sure: the one total of its kind)",
                "total   sheet 1, row 4, column D: 'Total' is the sum of 2 others of place (sure: the one total of its kind)",
                "remark  sheet 1, row 1: a title, not kept (likely: it stands outside the table)",
                "remark  sheet 1, row 2: a title, not kept (likely: it stands outside the table)",
                "remark  sheet 1, row 10: a note, not kept (likely: it stands outside the table)",
                "remark  sheet 1, row 11: a note, not kept (likely: it stands outside the table)",
                "remark  sheet 1, row 12: a note, not kept (likely: it stands outside the table)",
            ],
            lines);
    }

    [Fact]
    public void A_long_table_has_one_row_for_each_combination()
    {
        const string Long = "Period,Division,Place,Offence group,Online,Number of offenders\n2020,Fife,Community,Group A,Yes,12\n2020,Fife,Community,Group A,No,30\n2020,Fife,Custody,Group A,Yes,x\n2021,Fife,Community,Group A,Yes,0\n";

        var table = Published.Table(Published.Csv(Long));

        Assert.Equal([AxisKind.Period, AxisKind.Division, AxisKind.Place, AxisKind.OffenceGroup, AxisKind.Online], table.Axes.Select(a => a.Kind));
        Assert.Equal(12, table.Find(["2020", "fife", "community", "group-a", "yes"])!.Count);
        Assert.Null(table.Find(["2021", "fife", "custody", "group-a", "no"]));
    }

    [Fact]
    public void Subtotals_sum_what_stands_before_them_and_the_total_sums_the_subtotals()
    {
        const string Csv = "Division,Number\nFife,10\nTayside,20\nSubtotal east,30\nAyrshire,5\nLanarkshire,6\nSubtotal west,11\nForth Valley,1\nTotal,42\n";

        var table = Published.Table(Published.Csv(Csv));

        Assert.Equal(["fife", "tayside"], table.Axes[0].Find("subtotal-east")!.SumOf);
        Assert.Equal(["ayrshire", "lanarkshire"], table.Axes[0].Find("subtotal-west")!.SumOf);
        Assert.Equal(["subtotal-east", "subtotal-west", "forth-valley"], table.Axes[0].Find("total")!.SumOf);
    }

    [Fact]
    public void Labels_printed_once_for_several_rows_hold_until_the_next()
    {
        const string Csv = "Division,Period,Number\nFife,2020,10\n,2021,11\nTayside,2020,20\n,2021,21\nTotal,,62\n";

        var table = Published.Table(Published.Csv(Csv));

        Assert.Equal(11, table.Find(["fife", "2021"])!.Count);
        Assert.Equal(62, table.Find(["total", "total"])!.Count);
    }

    [Fact]
    public void Headings_over_headings_are_two_axes()
    {
        const string Csv = ",Community,,Custody,\nDivision,2020,2021,2020,2021\nFife,1,2,3,4\nTayside,5,6,7,8\n";

        var table = Published.Table(Published.Csv(Csv));

        Assert.Equal([AxisKind.Division, AxisKind.Place, AxisKind.Period], table.Axes.Select(a => a.Kind));
        Assert.Equal(7, table.Find(["tayside", "custody", "2020"])!.Count);
    }

    [Theory]
    [InlineData("Division,Number\nFife,1951\nTayside,1960\nTotal,3911\n", 3)]
    [InlineData("Division,Number\nFife,1951\nTayside,1960\n", 2)]
    [InlineData("Division,Community,Custody\nFife,2001,2002\nTayside,1960,7\n", 4)]
    [InlineData("Division,2020,2021\nFife,2001,2002\nTayside,1960,7\n", 4)]
    [InlineData("Month,Number\nJune 2030,1951\nJuly 2030,1960\nAugust 2030,1949\nSeptember 2030,1980\nOctober 2030,1999\nNovember 2030,2001\n", 6)]
    [InlineData(",2020,2021\nFife,2001,2002\nTayside,1960,7\n", 4)]
    public void Counts_that_look_like_years_are_counts(string csv, int cells) => Assert.Equal(cells, Published.Table(Published.Csv(csv)).Cells.Count);

    [Theory]
    [InlineData("Division,Number\nFife,1,356\nTayside,20\n", "sheet 1, row 2, column C: Something stands in a column that has no heading; an unquoted comma within a number moves cells there.")]
    [InlineData("Division,Number\nFife,10\nFife,20\n", "sheet 1, row 3, column B: This cell has the same labels as sheet 1, row 2, column B.")]
    [InlineData("Fife,10\nTayside,20\n", "sheet 1, row 1: There is no row of headings above the first row of numbers; a mapping can say what the columns are.")]
    [InlineData("Division,Number\nFife,10\n\nNotes\n\nDivision,Number\nTayside,20\n", "sheet 1, row 7: Below the notes there are numbers again, as of a second table; a mapping can say which rows are meant.")]
    [InlineData("Division,Number\n,10\nTayside,20\n", "sheet 1, row 2, column A: The row has no label here.")]
    [InlineData("Area,Region,Number\nFife,East,10\nTayside,East,20\n", "sheet 1, column B: Columns A and B both look like division; a mapping can say which is which.")]
    public void What_cannot_be_read_says_where(string csv, string problem) => Assert.Equal(problem, Published.Problem(Published.Csv(csv)));

    [Fact]
    public void What_is_no_count_is_unknown_and_said_but_not_repeated()
    {
        var read = Published.Read(Published.Csv("Division,Number\nFife,10\nTayside,about twenty\nLothian,2.5\nAyrshire,-3\nTotal,100\n"));

        Assert.Equal([CellStatus.Value, CellStatus.NotANumber, CellStatus.NotANumber, CellStatus.NotANumber, CellStatus.Value], read.Table.Cells.Select(c => c.Printed.Status));
        Assert.Equal(3, read.Preview.Remarks.Count(r => r.Meaning == "no count: read as unknown"));
        Assert.DoesNotContain("about twenty", string.Join("\n", read.Preview.Lines()), StringComparison.Ordinal);
    }
}
