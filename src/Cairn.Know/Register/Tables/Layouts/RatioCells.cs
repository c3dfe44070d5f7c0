using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Ties each printed rate and percentage to the count and the base that it is of.</summary>
internal static class RatioCells
{
    public static IReadOnlyList<PrintedRatio> Of(
        Sheet sheet, TableLayout layout, IReadOnlyList<TableAxis> axes, IReadOnlyList<CountCell> cells, IReadOnlyDictionary<(int Row, int Column), CountCell> byPlace, List<Understanding> remarks)
    {
        var ratios = new List<PrintedRatio>();
        var byCodes = cells.ToDictionary(c => string.Join('\n', c.Codes), StringComparer.Ordinal);
        foreach (var (column, meaning) in layout.Columns)
        {
            if (meaning is not ColumnMeaning.Ratio ratio)
                continue;
            foreach (var row in layout.BodyRows.Where(r => !sheet[r, column].IsEmpty))
            {
                var printed = NumberText.Read(sheet[row, column].Text);
                var place = sheet.Place(row, column);
                if (printed.Status != CellStatus.Value)
                    continue;
                var count = At(ratio.CountColumn);
                if (ratio.BaseColumn is { } baseColumn)
                    ratios.Add(new(printed, place, ratio.Per, count, At(baseColumn)));
                else if (byPlace.TryGetValue((row, ratio.CountColumn), out var cell) && Total(axes, byCodes, cell) is { } total)
                    ratios.Add(new(printed, place, ratio.Per, count, new(total.Printed, total.Place)));
                else
                    remarks.Add(new(place, "a percentage that is not recomputed", Sureness.Guessed, "no total of the rows stands in the table"));

                NumberAt At(int other) => new(NumberText.Read(sheet[row, other].Text), sheet.Place(row, other));
            }
        }

        return ratios;
    }

    /// <summary>The cell of the total over the first axis that has one, with the other labels as they are.</summary>
    private static CountCell? Total(IReadOnlyList<TableAxis> axes, Dictionary<string, CountCell> byCodes, CountCell cell)
    {
        for (var i = 0; i < axes.Count; i++)
        {
            // A total that is itself a part is the total of a part.
            var top = axes[i].Totals.Where(t => !axes[i].Totals.Any(other => other.SumOf.Contains(t.Code))).ToList();
            if (top.Count != 1)
                continue;
            var codes = cell.Codes.ToArray();
            codes[i] = top[0].Code;
            return byCodes.GetValueOrDefault(string.Join('\n', codes));
        }

        return null;
    }
}
