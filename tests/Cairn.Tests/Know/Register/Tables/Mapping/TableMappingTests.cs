using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Sums;
using Cairn.Tests.Architecture;

namespace Cairn.Tests.Know.Register.Tables.Mapping;

public sealed class TableMappingTests
{
    private const string Csv = "Some title,2018\nFV,210,64,274,300\nheading between,,,,\nF,300,40,340,400\nSum,510,104,614,700\n";

    private const string Mapping = """
        version: 1
        rows: {first: 2, last: 5}
        leave-out: [3]
        columns:
          A: {labels: division}
          B: {counts: {place: In the community}}
          C: {counts: {place: In custody}}
          D: {counts: {place: Both}}
          E: left-out
        codes:
          division: {FV: forth-valley, F: fife}
          place: {Both: both}
        totals:
          division:
            sum: everything
          place:
            both: [in-the-community, in-custody]
        """;

    [Fact]
    public void A_mapping_says_what_is_where_when_the_table_does_not()
    {
        var read = Published.Read(Published.Csv(Csv, Mapping));

        Assert.Equal(["forth-valley", "fife", "sum"], read.Table.Axes[0].Members.Select(m => m.Code));
        Assert.Equal(["forth-valley", "fife"], read.Table.Axes[0].Find("sum")!.SumOf);
        Assert.Equal(64, read.Table.Find(["forth-valley", "in-custody"])!.Count);
        Assert.Equal(9, read.Table.Cells.Count);
        Assert.All(read.Preview.Columns, c => Assert.Equal(Sureness.Said, c.Sureness));
        Assert.Empty(ArithmeticReport.Of(read.Table).Differences);
    }

    [Fact]
    public void A_mapping_that_says_totals_alone_leaves_the_rest_to_the_table()
    {
        var table = Published.Table(Published.Csv("Division,Number\nEast,30\nFife,10\nTayside,20\n", "version: 1\ntotals:\n  division: {east: [fife, tayside]}\n"));

        Assert.Equal(["fife", "tayside"], table.Axes[0].Find("east")!.SumOf);
    }

    [Fact]
    public void A_mapping_ties_rates_and_percentages_to_their_bases()
    {
        const string Columns = "version: 1\ncolumns:\n  A: {labels: division}\n  B: {counts: {place: Community}}\n  C: {counts: {place: Custody}}\n  D: population\n  E: {rate: C, among: D}\n  F: {percentage: B, among: total}\n";

        var table = Published.Table(Published.Csv("Area,k,l,m,n,o\nFife,30,4,1000,400,75\nTotal,40,8,,,\n", Columns));
        var report = ArithmeticReport.Of(table);

        Assert.Equal([400m, 75m], report.Ratios.Select(r => r.Printed));
        Assert.DoesNotContain(report.Ratios, r => r.Differs);
    }

    [Theory]
    [InlineData("version: 1\nsheat: 2\n", "line 2 of the mapping: unknown key 'sheat'; known here: version, sheet, headings, rows, leave-out, columns, codes, totals, areas.")]
    [InlineData("sheet: 2\n", "line 1 of the mapping: the key 'version' is missing; this program reads version 1.")]
    [InlineData("version: 2\n", "line 1 of the mapping: this should be a whole number from 1 to 1.")]
    [InlineData("version: 1\nrows:\n  first: 9\n  last: 3\n", "line 4 of the mapping: the last row stands before the first.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: division}\n  B: {count: {place: x}}\n", "line 4 of the mapping: unknown key 'count'; known here: labels, counts, rate, percentage, among.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: galaxy}\n", "line 3 of the mapping: 'galaxy' is not one of division, place, offence, online, period, other.")]
    [InlineData("version: 1\ncolumns:\n  1: {labels: division}\n", "line 3 of the mapping: '1' is no column; columns are A, B, C and so on.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: division}\n", "line 3 of the mapping: one column at least has counts.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: place}\n  B: {counts: {place: x}}\n", "line 3 of the mapping: an axis stands in one place: in one column of labels, or in the headings.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: place}\n  B: counts\n  C: {rate: B, among: A}\n", "line 3 of the mapping: a rate or percentage is of a column of counts, among one of counts or population.")]
    [InlineData("version: 1\ncodes:\n  division: {Fife: Not a code}\n", "line 3 of the mapping: a code is small letters, figures and hyphens.")]
    [InlineData("version: 1\nheadings: []\n", "line 2 of the mapping: leave out headings to have them found.")]
    [InlineData("version: 1\nversion: 1\n", "line 2 of the mapping: this key stands here for the second time.")]
    [InlineData("version: &a 1\n", "line 1 of the mapping: anchors (&), aliases (*) and tags (!) are not used here; put the text in quotes if it is meant as text.")]
    [InlineData("- 1\n", "line 1 of the mapping: the file should be one mapping: keys and values.")]
    public void What_is_wrong_in_a_mapping_is_said_with_its_line(string mapping, string problem) =>
        Assert.Equal(problem, Published.Problem(Published.Csv("Division,Number\nFife,3\nTayside,4\n", mapping)));

    [Theory]
    [InlineData("version: 1\nleave-out: [2, 3]\n", "sheet 1: The mapping leaves out every row of the table.")]
    [InlineData("version: 1\nsheet: 3\n", "The mapping names sheet 3; the file has 1.")]
    [InlineData("version: 1\ntotals:\n  division: {nowhere: everything}\n", "The mapping speaks of the division 'nowhere', which the table does not have.")]
    [InlineData("version: 1\ntotals:\n  division: {fife: [tayside], tayside: [fife]}\n", "The totals of division contain themselves, or a part twice.")]
    [InlineData("version: 1\ntotals:\n  place: {a: everything}\n", "The mapping has totals or codes of place, which is no axis of this table.")]
    [InlineData("version: 1\ncolumns:\n  A: {labels: division}\n  C: counts\n", "sheet 1, row 2, column B: A cell stands where the table has no column; a comma within a number that is not in quotes does this.")]
    public void A_mapping_that_does_not_fit_the_table_is_said(string mapping, string problem) =>
        Assert.Equal(problem, Published.Problem(Published.Csv("Division,Number\nFife,3\nTayside,4\n", mapping)));

    [Fact]
    public void The_mapping_of_the_document_is_a_mapping()
    {
        var document = SourceTree.Read("docs/tables.md");
        var mapping = document[(document.IndexOf("```yaml\n", StringComparison.Ordinal) + 8)..];
        mapping = mapping[..mapping.IndexOf("```", StringComparison.Ordinal)];
        const string Csv = "k,l,m,n,o,p,q,r\nForth Valley,210,64,274,300000,91.3,41,[1]\nFife,300,40,340,370000,91.9,59,\nbetween,,,,,,,\nOthers,0,0,0,0,,0,\nTotal,510,104,614,,,,\n";

        var read = Published.Read(Published.Csv(Csv, mapping));

        Assert.Equal(["fv", "fife", "others"], read.Table.Axes[0].Find("total")!.SumOf);
        Assert.Equal("7 of 7 sums and 5 of 5 rates and percentages agree.", ArithmeticReport.Of(read.Table).Lines().Last());
    }

    [Fact]
    public void A_mapping_cannot_talk_a_column_about_people_into_the_table()
    {
        const string Mapping = "version: 1\ncolumns:\n  A: {labels: division}\n  B: left-out\n  C: counts\n";

        var problem = Assert.Single(Published.Problems(Published.Csv("Division,Surname,Number\nFife,k,3\nTayside,l,4\n", Mapping)));

        Assert.Equal(TableProblemKind.Identifying, problem.Kind);
    }
}
