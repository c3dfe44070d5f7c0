using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Errors of the spreadsheet within a table: beside a label or heading they stand in the way, in place of a count they are said.</summary>
internal static class SheetErrors
{
    /// <exception cref="TableException">One stands where a heading should.</exception>
    public static void RefuseHeadings(Sheet sheet, TableRegion region) => Refuse(sheet, e => region.HeaderRows.Contains(e.Row), "a heading");

    /// <exception cref="TableException">One stands where the label of a row should.</exception>
    public static void RefuseLabels(Sheet sheet, TableLayout layout) =>
        Refuse(sheet, e => layout.BodyRows.Contains(e.Row) && layout.Columns.GetValueOrDefault(e.Column) is ColumnMeaning.Labels, "the label of a row");

    public static IEnumerable<Understanding> Remarks(Sheet sheet, TableLayout layout) =>
        sheet.Errors.Where(e => layout.BodyRows.Contains(e.Row) && layout.Columns.GetValueOrDefault(e.Column) is not (null or ColumnMeaning.Ignored)).Order()
            .Select(e => new Understanding(sheet.Place(e.Row, e.Column), "an error of the spreadsheet: read as unknown", Sureness.Sure, "the workbook says so"));

    private static void Refuse(Sheet sheet, Func<(int Row, int Column), bool> stands, string what)
    {
        if (sheet.Errors.Where(stands).Order().Select(e => (CellPlace?)sheet.Place(e.Row, e.Column)).FirstOrDefault() is { } place)
            throw new TableException(TableProblemKind.NotUnderstood, $"An error of the spreadsheet stands where {what} should.", place);
    }
}
