using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Cairn.Know.Register.Tables;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Tests.Know.Register.Tables.Sheets;

public sealed class SheetFileTests
{
    private const string Table = "Division{0}Community{0}Custody\nFife{0}300{0}40\nForth Valley{0}1 210{0}64\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("Area,Number\nÉilean,3\n") },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Area,Number\nÉilean,3\n")] },
        { "Windows-1252", Encoding.Latin1.GetBytes("Area,Number\nÉilean,3\n") },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Area,Number\nÉilean,3\n")] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_csv_is_read_in_the_encodings_that_are_used(string encoding, byte[] file)
    {
        var table = Published.Table(TableImport.Read(file));

        Assert.NotEmpty(encoding);
        Assert.Equal(("Area", "Éilean", 3L), ("Area", table.Axes[0].Members[0].Label, table.Cells[0].Count));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void A_csv_is_read_with_each_delimiter(string delimiter)
    {
        var table = Published.Table(Published.Csv(string.Format(System.Globalization.CultureInfo.InvariantCulture, Table, delimiter)));

        Assert.Equal([300L, 40L, 1210L, 64L], table.Cells.Select(c => c.Count!.Value));
    }

    [Fact]
    public void A_cell_knows_its_place_past_empty_lines_and_quoted_line_breaks()
    {
        var table = Published.Table(Published.Csv("A title\n\n\"Division\n(all)\",Number\nFife,\"1,300\"\n"));

        Assert.Equal(new CellPlace(1, 4, 2), table.Cells[0].Place);
    }

    [Fact]
    public void A_workbook_is_read_with_saved_values_merged_headings_days_and_percentages()
    {
        var file = new Workbook().Sheet(
            [[null, "Community", null, "Custody", null], ["Division", "2020", "2021", "2020", "2021"], ["Fife", 30, ("=A1*2", 31), 4, 5], ["Tayside", 50, 51, 6.0, "#REF!"]],
            merged: ["B1:C1", "D1:E1"]).Bytes();

        var read = Published.Read(TableImport.Read(file));
        var table = read.Table;

        Assert.Equal([AxisKind.Division, AxisKind.Place, AxisKind.Period], table.Axes.Select(a => a.Kind));
        Assert.Equal(31, table.Find(["fife", "community", "2021"])!.Count);
        Assert.Equal(6, table.Find(["tayside", "custody", "2020"])!.Count);
        Assert.Equal(CellStatus.Blank, table.Find(["tayside", "custody", "2021"])!.Printed.Status);
        Assert.Contains("remark  sheet 1, row 4, column E: an error of the spreadsheet: read as unknown (sure: the workbook says so)", read.Preview.Lines());
    }

    [Fact]
    public void An_error_of_the_spreadsheet_in_place_of_a_label_or_heading_is_refused_with_its_place()
    {
        object?[][] label = [["Division", "Group", "Number"], ["Fife", "Level 1", 30], ["Tayside", "#N/A", 50]];
        object?[][] heading = [["Division", "Community", "#REF!"], ["Fife", 30, 4], ["Tayside", 50, 6]];

        Assert.Equal("sheet 1, row 3, column B: An error of the spreadsheet stands where the label of a row should.", Published.Problem(TableImport.Read(new Workbook().Sheet(label).Bytes())));
        Assert.Equal("sheet 1, row 1, column C: An error of the spreadsheet stands where a heading should.", Published.Problem(TableImport.Read(new Workbook().Sheet(heading).Bytes())));
    }

    [Fact]
    public void An_error_on_a_second_sheet_is_told_from_a_blank_on_the_first()
    {
        var workbook = new Workbook().Sheet([["Division", "Number"], ["Fife", 30], ["Tayside", null]]).Sheet([["Cover"], ["#DIV/0!"]]);

        Assert.DoesNotContain(Published.Read(TableImport.Read(workbook.Bytes())).Preview.Lines(), l => l.Contains("error", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_sheet_is_used_only_when_a_mapping_names_it()
    {
        object?[][] counts = [["Division", "Number"], ["Fife", 30], ["Forth Valley", 64]];
        var file = new Workbook().Sheet(counts, "hidden").Bytes();

        var without = Published.Problem(TableImport.Read(file));
        var with = Published.Read(TableImport.Read(file, "version: 1\nsheet: 1\n"));

        Assert.Equal("No visible sheet has a number beside a label.", without);
        Assert.Contains(with.Preview.Lines(), l => l.Contains("hidden in the workbook, read all the same", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_sheets_with_numbers_are_a_question_and_not_a_guess()
    {
        object?[][] counts = [["Division", "Number"], ["Fife", 30], ["Forth Valley", 64]];

        var problem = Published.Problem(TableImport.Read(new Workbook().Sheet(counts).Sheet(counts).Bytes()));

        Assert.Equal("sheet 2: Sheets 1, 2 all hold numbers; a mapping can say which has the table.", problem);
    }

    [Fact]
    public void A_hidden_column_is_read_and_said()
    {
        var file = new Workbook().Sheet([["Division", "Community", "Custody"], ["Fife", 30, 4], ["Forth Valley", 64, 5]], hiddenColumns: [3]).Bytes();

        var lines = Published.Read(TableImport.Read(file)).Preview.Lines();

        Assert.Contains(lines, l => l.StartsWith("remark  sheet 1, column C: hidden in the workbook", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_that_grows_beyond_measure_is_refused()
    {
        var bomb = new Workbook().Sheet([["Division", "Number"], ["Fife", 30]]).Part("xl/media/large.xml", new string(' ', (int)SheetLimits.MostUnpackedBytes + 1)).Bytes();

        var problem = Assert.Single(Published.Problems(TableImport.Read(bomb)));

        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(TableProblemKind.TooLarge, problem.Kind);
    }

    [Fact]
    public void A_sheet_that_lies_about_its_size_is_not_unpacked_beyond_it()
    {
        var bomb = WithSheet("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""" + new string(' ', (int)SheetLimits.MostUnpackedBytes) + "</sheetData></worksheet>");
        for (var at = bomb.Length - 46; at > 0; at--)
        {
            // The directory's own words for the unpacked size.
            if (BinaryPrimitives.ReadUInt32LittleEndian(bomb.AsSpan(at)) == 0x02014B50 && BinaryPrimitives.ReadUInt32LittleEndian(bomb.AsSpan(at + 24)) > SheetLimits.MostUnpackedBytes)
                BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(at + 24), 100);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Single(Published.Problems(TableImport.Read(bomb)));

        Assert.Equal(TableProblemKind.Unreadable, problem.Kind);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void Entities_and_outside_files_are_not_followed()
    {
        var file = WithSheet("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>""");

        var problem = Assert.Single(Published.Problems(TableImport.Read(file)));

        Assert.Equal(TableProblemKind.Unreadable, problem.Kind);
    }

    private static byte[] WithSheet(string xml)
    {
        using var bytes = new MemoryStream();
        bytes.Write(new Workbook().Sheet([["Division", "Number"], ["Fife", 30]]).Bytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }

        return bytes.ToArray();
    }

    public static TheoryData<string, byte[], string> TooMuch => new()
    {
        { "bytes", new byte[SheetLimits.MostBytes + 1], nameof(TableProblemKind.TooLarge) },
        { "rows", Encoding.UTF8.GetBytes("Division,Number\n" + string.Concat(Enumerable.Repeat("\n", SheetLimits.MostRows))), nameof(TableProblemKind.TooLarge) },
        { "columns", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, SheetLimits.MostColumns + 1))), nameof(TableProblemKind.TooLarge) },
        { "cells", Encoding.UTF8.GetBytes("Division,Period,Number\n" + string.Concat(Enumerable.Range(0, SheetLimits.MostKeptCells + 1).Select(i => $"Area {i},2020,{i + 2}\n"))), nameof(TableProblemKind.TooLarge) },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], nameof(TableProblemKind.Unreadable) },
        { "some other ZIP", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], nameof(TableProblemKind.Unreadable) },
        { "no text", [0x41, 0x00, 0x2C, 0x01, 0x0A], nameof(TableProblemKind.Unreadable) },
        { "nothing", [], nameof(TableProblemKind.NotUnderstood) },
        { "a quote that never ends", Encoding.UTF8.GetBytes("Division,Number\n\"Fife,3\n" + string.Concat(Enumerable.Repeat("Tayside,4\n", 40))), nameof(TableProblemKind.Unreadable) },
    };

    [Theory, MemberData(nameof(TooMuch))]
    public void What_is_too_much_or_no_table_is_refused_with_a_reason(string what, byte[] file, string kind)
    {
        var problem = Assert.Single(Published.Problems(TableImport.Read(file)));

        Assert.NotEmpty(what);
        Assert.Equal(kind, problem.Kind.ToString());
    }
}
