namespace Cairn.Know.Register.Tables.Sums;

internal static class SumLines
{
    /// <summary>Every sum that a table prints: each total of each axis, for each combination of the other axes in which the total stands in the table.</summary>
    public static IReadOnlyList<SumLine> Of(CountTable table)
    {
        var lines = new List<SumLine>();
        for (var axis = 0; axis < table.Axes.Count; axis++)
        {
            // What a combination is without this axis, once each, in the order of the file.
            var others = table.Cells.GroupBy(c => string.Join('\n', c.Codes.Where((_, i) => i != axis))).Select(g => g.First().Codes).ToList();
            foreach (var total in table.Axes[axis].Totals)
            {
                foreach (var codes in others)
                {
                    var printed = Part(table, codes, axis, total.Code);
                    if (printed.Cell is not null)
                        lines.Add(new(table.Axes[axis].Kind, printed, [.. total.SumOf.Select(code => Part(table, codes, axis, code))]));
                }
            }
        }

        return lines;
    }

    private static SumPart Part(CountTable table, IReadOnlyList<string> codes, int axis, string code)
    {
        var own = codes.ToArray();
        own[axis] = code;
        return new(own, table.Find(own));
    }
}
