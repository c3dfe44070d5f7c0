using System.Globalization;
using System.Text;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Sheets;
using Cairn.Know.Register.Tables.Sums;
using CsCheck;

namespace Cairn.Tests.Know.Register.Tables;

/// <summary>Tables printed at random in every shape come back as they were.</summary>
public sealed class PrintedTablesTests
{
    private static readonly string[] Divisions = ["Forth Valley", "Fife", "Tayside", "Argyll & West Dunbartonshire", "Lanarkshire", "North East"];
    private static readonly string[] Places = ["Community", "Custody"];

    private static readonly Gen<(int?[] Counts, bool Comma, bool Long, bool Workbook, string Separator, bool Titled)> Printed =
        Gen.Select(Gen.Int[-300, 9000].Select(n => n < 0 ? (int?)null : n).Array[Divisions.Length * 2], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 2].Select(i => ",;\t"[i].ToString()), Gen.Bool);

    [Fact]
    public void A_table_printed_in_any_shape_comes_back_cell_by_cell() => Printed.Sample(
        printed =>
        {
            var table = Published.Table(TableImport.Read(Print(printed.Counts, printed.Comma, printed.Long, printed.Workbook, printed.Separator, printed.Titled)));

            Assert.Equal([AxisKind.Division, AxisKind.Place], table.Axes.Select(a => a.Kind));
            Assert.Equal(printed.Counts.Length, table.Cells.Count);
            for (var i = 0; i < printed.Counts.Length; i++)
            {
                var cell = table.Find([TableAxis.CodeOf(Divisions[i / 2]), TableAxis.CodeOf(Places[i % 2])])!;
                Assert.Equal(printed.Counts[i], cell.Count is null ? null : (int)cell.Count);
                Assert.Equal(printed.Counts[i] is null ? CellStatus.Withheld : CellStatus.Value, cell.Printed.Status);
            }
        },
        iter: 400);

    [Fact]
    public void Any_one_unknown_part_of_a_true_sum_comes_out_exactly_and_several_lie_in_their_ranges() => Gen.Select(Gen.Int[0, 500].Array[2, 8], Gen.Int[0, 255]).Sample(
        (counts, hidden) =>
        {
            var lines = counts.Select((c, i) => (hidden >> i & 1) == 1 ? $"Area {i},*" : $"Area {i},{c}");
            var table = Published.Table(Published.Csv($"Division,Number\n{string.Join('\n', lines)}\nTotal,{counts.Sum()}\n"));

            var implied = ArithmeticReport.Of(table).Implied;

            var unknown = Enumerable.Range(0, counts.Length).Where(i => (hidden >> i & 1) == 1).ToList();
            Assert.Equal(unknown.Count, implied.Count);
            foreach (var i in unknown)
            {
                var found = implied.Single(p => p.Part.Codes[0] == $"area-{i}");
                Assert.InRange(counts[i], found.Low, found.High!.Value);
                Assert.Equal(unknown.Sum(u => counts[u]), found.High);
                Assert.Equal(unknown.Count == 1 || found.High == 0, found.IsExact);
            }
        },
        iter: 500);

    [Fact]
    public void A_wrong_total_is_found_wherever_it_stands() => Gen.Select(Gen.Int[2, 5000].Array[4], Gen.Int[0, 8], Gen.Int[1, 50]).Sample(
        (c, where, off) =>
        {
            int[] cells = [c[0], c[1], c[0] + c[1], c[2], c[3], c[2] + c[3], c[0] + c[2], c[1] + c[3], c.Sum()];
            cells[where] += off;
            var rows = new[] { "Fife", "Tayside", "Total" }.Select((name, i) => $"{name},{cells[3 * i]},{cells[3 * i + 1]},{cells[3 * i + 2]}");

            var report = ArithmeticReport.Of(Published.Table(Published.Csv($"Division,Community,Custody,Total\n{string.Join('\n', rows)}\n")));

            // Each cell stands in one sum along its row and in one down its column.
            Assert.Equal(6, report.Sums.Count);
            Assert.Equal(2, report.Differences.Count());
            Assert.All(report.Differences, d => Assert.Equal(off, Math.Abs(d.Difference!.Value)));
        },
        iter: 300);

    [Fact]
    public void Unknown_counts_are_followed_through_several_sums()
    {
        // Fife's custody follows from its row; then Tayside's from the column.
        var table = Published.Table(Published.Csv("Division,Community,Custody,Total\nFife,30,*,34\nTayside,50,*,\nTotal,80,10,90\n"));

        var implied = ArithmeticReport.Of(table).Implied;

        Assert.Equal([("fife", "custody", 4m), ("tayside", "custody", 6m), ("tayside", "total", 56m)], implied.Where(i => i.IsExact).Select(i => (i.Part.Codes[0], i.Part.Codes[1], i.Low)).Order());
    }

    [Fact]
    public void A_sum_that_contradicts_itself_lets_nothing_follow()
    {
        var report = ArithmeticReport.Of(Published.Table(Published.Csv("Division,Number\nFife,30\nTayside,*\nTotal,20\n")));

        Assert.Empty(report.Implied);
        Assert.Equal("sheet 1, row 4, column B: printed 20, and the known parts alone are 30, 10 too many; parts B2 30 + B3 ?.", Assert.Single(report.Differences).ToString());
    }

    [Fact]
    public void A_large_file_is_judged() => Judged(rows: 5_000);

    [Fact]
    [Trait("Category", "Nightly")]
    public void The_largest_file_is_judged_in_seconds() => Assert.InRange(Judged(SheetLimits.MostRows - 1), TimeSpan.Zero, TimeSpan.FromSeconds(60));

    private static TimeSpan Judged(int rows)
    {
        var text = new StringBuilder("Division,Offence,Online,Period,Number\n");
        for (var i = 0; i < rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"Area {i % 40},Group {i % 7},Yes,{2000 + i % 20},{i % 977}\n");
        var file = Encoding.UTF8.GetBytes(text.ToString());

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var problem = Assert.Single(Published.Problems(TableImport.Read(file)));

        Assert.Equal(TableProblemKind.NotUnderstood, problem.Kind);
        TestContext.Current.TestOutputHelper?.WriteLine($"{file.Length:N0} bytes: {watch.Elapsed}");
        return watch.Elapsed;
    }

    private static byte[] Print(int?[] counts, bool comma, bool isLong, bool workbook, string separator, bool titled)
    {
        object?[][] rows = isLong
            ? [["Division", "Place", "Number"], .. counts.Select((c, i) => new object?[] { Divisions[i / 2], Places[i % 2], Number(i) })]
            : [["Division", .. Places], .. Divisions.Select((d, i) => new object?[] { d, Number(2 * i), Number(2 * i + 1) })];
        if (titled)
            rows = [["A title of a table"], [], .. rows, [], ["Note: withheld numbers are marked *."]];
        if (workbook)
            return new Workbook().Sheet(rows).Bytes();
        return Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(separator, r.Select(c => $"\"{Text(c)}\"")))));

        object? Number(int i) => counts[i] is { } count ? count : "*";

        string Text(object? cell) => cell is int number ? number.ToString(comma ? "#,##0" : "0", CultureInfo.InvariantCulture) : (string?)cell ?? "";
    }
}
