using System.Globalization;

namespace Cairn.Know.Register.Releases;

/// <summary>A table as people read it: rows are its first dimension, columns its second; of a third there is one grid for each code, which stays readable aloud where headers over headers do not.</summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="Corner">The heading over the row headings.</param>
public sealed record TableGrid(string Id, string Caption, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<GridRow> Rows)
{
    internal static IReadOnlyList<TableGrid> Of(PublishedTable table, TableLanguage language)
    {
        var rows = table.Dimensions[0];
        var columns = table.Dimensions.ElementAtOrDefault(1);
        var sheets = table.Dimensions.ElementAtOrDefault(2);
        var title = language.Titled(table);
        return [.. (sheets?.Codes ?? [null!]).Select((sheet, i) => new TableGrid(
            "grid-" + (i + 1).ToString(CultureInfo.InvariantCulture),
            sheet is null ? title : $"{title}. {language.Own($"{sheets!.Label}: {sheet.Label}")}",
            language.Own(rows.Label),
            columns is null ? [language.Words.Count] : [.. columns.Codes.Select(c => language.Own(c.Label))],
            [.. rows.Codes.Select(row => new GridRow(
                language.Own(row.Label),
                rows.DepthOf(row.Id),
                [.. (columns?.Codes ?? [null!]).Select(column => Cell(table[[row.Id, .. Ids(column, sheet)]], language))]))]))];
    }

    private static IEnumerable<string> Ids(params PublishedCode?[] codes) => codes.OfType<PublishedCode>().Select(c => c.Id);

    private static GridCell Cell(PublishedCell cell, TableLanguage language) =>
        new(cell.Value is { } value ? language.Number(value) : null, TableLanguage.MarkOf(cell.Status), TableLanguage.MarkOf(cell.Status) is null ? null : language.MeaningOf(cell.Status));
}

/// <param name="Depth">0 for the total, 1 for its parts, and so on.</param>
public sealed record GridRow(string Heading, int Depth, IReadOnlyList<GridCell> Cells);

/// <param name="Count">Null when no count is published.</param>
/// <param name="Mark">A mark of the legend, or null.</param>
/// <param name="Meaning">What the mark means; set with it.</param>
public sealed record GridCell(string? Count, string? Mark, string? Meaning);
