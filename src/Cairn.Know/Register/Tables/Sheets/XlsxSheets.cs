using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>Every sheet of a workbook, hidden ones too, with the values it was saved with: formulas are not computed and other files not opened.
/// Comments and document properties are not read.</summary>
internal static class XlsxSheets
{
    static XlsxSheets() =>
        // The reader asks for Windows-1252 when it is built, although no XLSX is written in it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="TableException">Damaged or beyond <see cref="SheetLimits"/>.</exception>
    public static IReadOnlyList<Sheet> Read(ReadOnlyMemory<byte> file)
    {
        XlsxArchive.Check(file);
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            return WithErrors(Sheets(reader), XlsxErrors.Of(file));
        }
        catch (Exception damage) when (damage is not (TableException or OutOfMemoryException))
        {
            // The reader has a dozen words for a damaged file, some of which quote it.
            throw new TableException(TableProblemKind.Unreadable, "The workbook is damaged: its sheets cannot be read.");
        }
    }

    private static IReadOnlyList<Sheet> WithErrors(List<Sheet> sheets, IReadOnlyList<IReadOnlySet<(int Row, int Column)>> errors)
    {
        if (errors.Count == sheets.Count)
            return [.. sheets.Select((s, i) => s with { Errors = errors[i] })];
        return errors.All(e => e.Count == 0) ? sheets : throw new TableException(TableProblemKind.Unreadable, "Errors of the spreadsheet stand in the workbook, and in which of its sheets cannot be told.");
    }

    private static List<Sheet> Sheets(IExcelDataReader reader)
    {
        if (reader.ResultsCount > SheetLimits.MostSheets)
            throw new TableException(TableProblemKind.TooLarge, $"The workbook has more than {SheetLimits.MostSheets} sheets.");

        var sheets = new List<Sheet>();
        long filled = 0;
        do
        {
            sheets.Add(One(reader, sheets.Count + 1, ref filled));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Sheet One(IExcelDataReader reader, int number, ref long filled)
    {
        if (reader.FieldCount > SheetLimits.MostColumns)
            throw new TableException(TableProblemKind.TooLarge, $"The sheet has more than {SheetLimits.MostColumns} columns.", new(number, 0, 0));

        var rows = new List<SheetCell[]>();
        var hiddenRows = new HashSet<int>();
        while (reader.Read())
        {
            if (rows.Count == SheetLimits.MostRows)
                throw new TableException(TableProblemKind.TooLarge, $"There are more than {SheetLimits.MostRows:N0} rows.", new(number, 0, 0));
            var row = new SheetCell[reader.FieldCount];
            var last = 0;
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Cell(reader, i);
                if (!row[i].IsEmpty)
                    (last, filled) = (i + 1, filled + 1);
            }

            rows.Add(row[..last]);
            if (last > 0 && reader.RowHeight == 0)
                hiddenRows.Add(rows.Count);
            if (filled > SheetLimits.MostFilledCells)
                throw new TableException(TableProblemKind.TooLarge, $"There are more than {SheetLimits.MostFilledCells:N0} filled cells.");
        }

        var hidden = Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetColumnWidth(i) == 0).Select(i => i + 1).ToHashSet();
        var merged = (reader.MergeCells ?? []).Where(m => m.ToColumn > m.FromColumn).Select(m => (m.FromRow + 1, m.FromColumn + 1, m.ToColumn + 1)).ToList();
        return new(number, reader.VisibleState is not (null or "visible"), rows, hiddenRows, hidden, merged);
    }

    private static SheetCell Cell(IExcelDataReader reader, int index) => reader.GetValue(index) switch
    {
        null => default,
        double number => new(Written(number, reader.GetNumberFormatString(index))),
        int number => new(number.ToString(CultureInfo.InvariantCulture)),
        bool truth => new(truth ? "true" : "false"),
        DateTime date => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isDate: true),
        TimeSpan time => new(time.ToString("c", CultureInfo.InvariantCulture), isDate: true),
        string text => new(text.Length > SheetLimits.LongestCell ? text[..SheetLimits.LongestCell] : text.Trim()),
        var other => new(Convert.ToString(other, CultureInfo.InvariantCulture)?.Trim() ?? ""),
    };

    // Fifteen digits are what a workbook holds; the rest is noise of the binary fraction.
    private static string Written(double number, string? format)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > 1e15)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var exact = (decimal)number;
        var percent = format?.Contains('%') == true;
        if (percent)
            exact *= 100;
        if (format is not null && Decimals(format) is { } decimals)
            exact = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return exact.ToString("0.############", CultureInfo.InvariantCulture) + (percent ? "%" : "");
    }

    /// <summary>What a format prints of a fraction, for "0", "#,##0", "0.0%" and the like; null when it is another format and the number is taken as it is.</summary>
    private static int? Decimals(string format)
    {
        var positive = format.Split(';')[0];
        if (!positive.Any(l => l is '0' or '#') || positive.Any(l => l is not ('0' or '#' or ',' or '.' or '%' or '_' or ' ' or ')' or '(' or '-')))
            return null;
        var point = positive.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : positive.Skip(point + 1).Count(l => l is '0' or '#');
    }
}
