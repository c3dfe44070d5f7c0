using Cairn.Know.Register.Tables.Layouts;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables;

/// <summary>What was not read, so that nothing is left out unsaid. The words of titles and notes are not repeated: they are not kept.</summary>
internal static class SheetRemarks
{
    public static IEnumerable<Understanding> Of(IReadOnlyList<Sheet> sheets, Sheet used, TableLayout layout)
    {
        foreach (var sheet in sheets.Where(s => s.Number != used.Number && s.Rows.Count > 0))
            yield return new(sheet.Place(0, 0), sheet.Hidden ? "hidden, not read" : "not read", Sureness.Sure, "it was checked for people like the others");
        if (used.Hidden)
            yield return new(used.Place(0, 0), "hidden in the workbook, read all the same", Sureness.Said, "by the mapping");
        foreach (var column in used.HiddenColumns.Where(layout.Columns.ContainsKey).Order())
            yield return new(used.Place(0, column), "hidden in the workbook, read all the same", Sureness.Sure, "it has no width");

        foreach (var row in layout.BodyRows.Where(used.HiddenRows.Contains))
            yield return new(used.Place(row, 0), "hidden in the workbook, read all the same", Sureness.Sure, "it has no height");

        var read = layout.HeaderRows.Concat(layout.BodyRows).ToHashSet();
        foreach (var row in Enumerable.Range(1, used.Rows.Count).Where(r => used.Filled(r) > 0 && !read.Contains(r)))
            yield return new(used.Place(row, 0), row < layout.BodyRows[0] ? "a title, not kept" : "a note, not kept", Sureness.Likely, "it stands outside the table");
    }
}
