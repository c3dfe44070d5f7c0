using Cairn.Know.Register.Tables.Layouts;
using Cairn.Know.Register.Tables.Mapping;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables;

/// <summary>Which sheet of a workbook has the table. A hidden one is read only when a mapping names it.</summary>
internal static class SheetChoice
{
    /// <exception cref="TableException">None, or more than one that could be meant.</exception>
    public static (Sheet Sheet, TableRegion Region) Of(IReadOnlyList<Sheet> sheets, TableMapping? mapping)
    {
        var (sheet, region) = Found(sheets, mapping);
        return region.BodyRows.Count > 0 ? (sheet, region) : throw new TableException(TableProblemKind.NotUnderstood, "The mapping leaves out every row of the table.", sheet.Place(0, 0));
    }

    private static (Sheet Sheet, TableRegion Region) Found(IReadOnlyList<Sheet> sheets, TableMapping? mapping)
    {
        if (mapping?.SheetNumber is { } number)
        {
            var named = sheets.FirstOrDefault(s => s.Number == number)
                ?? throw new TableException(TableProblemKind.NotUnderstood, $"The mapping names sheet {number}; the file has {sheets.Count}.");
            return (named, mapping.Region(named) ?? throw NoNumbers());
        }

        var candidates = sheets.Where(s => !s.Hidden && HasNumbers(s, yearsToo: false)).ToList();
        // A cover has years; a table may have counts that all look like years.
        if (candidates.Count == 0)
            candidates = [.. sheets.Where(s => !s.Hidden && HasNumbers(s, yearsToo: true))];
        if (candidates.Count == 0)
            throw NoNumbers();
        if (candidates.Count > 1)
        {
            throw new TableException(
                TableProblemKind.NotUnderstood, $"Sheets {string.Join(", ", candidates.Select(c => c.Number))} all hold numbers; a mapping can say which has the table.", candidates[1].Place(0, 0));
        }

        return (candidates[0], (mapping is null ? TableRegion.Find(candidates[0]) : mapping.Region(candidates[0])) ?? throw NoNumbers());
    }

    private static bool HasNumbers(Sheet sheet, bool yearsToo)
    {
        for (var row = 1; row <= sheet.Rows.Count; row++)
        {
            if (sheet.Filled(row) >= 2 && sheet.Rows[row - 1].Skip(1).Any(c => NumberText.Read(c.Text).Status == CellStatus.Value && (yearsToo || PeriodText.YearOf(c.Text) is null)))
                return true;
        }

        return false;
    }

    private static TableException NoNumbers() => new(TableProblemKind.NotUnderstood, "No visible sheet has a number beside a label.");
}
