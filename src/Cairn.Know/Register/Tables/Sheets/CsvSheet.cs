using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>A CSV as one sheet. A row is numbered as a spreadsheet program would show it: a quoted line break makes no new row, an empty line does.</summary>
internal static class CsvSheet
{
    private const int SampleRows = 200;

    private static readonly string[] Delimiters = [",", ";", "\t"];

    /// <exception cref="TableException">No text, too many rows or columns, or a quote that is never closed.</exception>
    public static Sheet Read(ReadOnlyMemory<byte> file)
    {
        var text = CsvText.Of(file.Span);
        var rows = Rows(text, DelimiterOf(text), SheetLimits.MostRows + 1);
        return new(1, Hidden: false, rows, new HashSet<int>(), new HashSet<int>(), []);
    }

    /// <summary>The delimiter under which most rows have the width that most rows have; a comma when nothing tells.</summary>
    private static string DelimiterOf(string text)
    {
        var scores = Delimiters.Select(delimiter =>
        {
            var widths = Rows(text, delimiter, SampleRows, strict: false).Where(r => r.Length > 1).GroupBy(r => r.Length).ToList();
            return (Delimiter: delimiter, Rows: widths.Count == 0 ? 0 : widths.Max(g => g.Count()));
        });
        return scores.MaxBy(s => s.Rows).Delimiter;
    }

    private static List<SheetCell[]> Rows(string text, string delimiter, int most, bool strict = true)
    {
        // A quote within an unquoted cell is a letter; what cannot be read is told below, with its row.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            ProcessFieldBufferSize = 1024,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var rows = new List<SheetCell[]>();
        long filled = 0;
        while (rows.Count < most && parser.Read())
        {
            var record = parser.Record ?? [];
            var row = Array.ConvertAll(record, field => new SheetCell(field.Trim()));
            row = row[..(Array.FindLastIndex(row, c => !c.IsEmpty) + 1)];
            rows.Add(row);
            if (strict)
                Check(row, rows.Count, filled += row.Length);
        }

        return rows;
    }

    private static void Check(SheetCell[] row, int number, long filled)
    {
        if (number > SheetLimits.MostRows)
            throw new TableException(TableProblemKind.TooLarge, $"There are more than {SheetLimits.MostRows:N0} rows.");
        if (row.Length > SheetLimits.MostColumns)
            throw new TableException(TableProblemKind.TooLarge, $"The row has more than {SheetLimits.MostColumns} columns.", new(1, number, 0));
        if (filled > SheetLimits.MostFilledCells)
            throw new TableException(TableProblemKind.TooLarge, $"There are more than {SheetLimits.MostFilledCells:N0} filled cells.");
        // A quote that is never closed swallows the rest of the file into one cell.
        var swallowed = Array.FindIndex(row, c => c.Text.Length > SheetLimits.LongestCell || c.Text.Count(l => l == '\n') > 20);
        if (swallowed >= 0)
            throw new TableException(TableProblemKind.Unreadable, "The cell never ends: a quotation mark is opened and not closed.", new(1, number, swallowed + 1));
    }
}
