using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>What the rows of headings say about each column: a heading over several columns is said for each of them.</summary>
internal static class HeaderTexts
{
    /// <returns>For each header row, from the top, the text of every column from 1 on at its index; index 0 is empty.</returns>
    public static IReadOnlyList<string[]> Of(Sheet sheet, IReadOnlyList<int> headerRows)
    {
        var levels = new List<string[]>();
        foreach (var row in headerRows)
        {
            var texts = new string[sheet.Width + 1];
            texts[0] = "";
            for (var column = 1; column <= sheet.Width; column++)
                texts[column] = NumberText.WithoutMarks(NumberText.Spaced(sheet[row, column].Text));
            if (row != headerRows[^1])
                Spread(sheet, row, texts);
            levels.Add(texts);
        }

        return levels;
    }

    // A workbook says how far a heading reaches; in a CSV it reaches to the next one.
    private static void Spread(Sheet sheet, int row, string[] texts)
    {
        var merged = sheet.Merged.Where(m => m.Row == row).ToList();
        foreach (var (_, first, last) in merged)
        {
            for (var column = first + 1; column <= last && column < texts.Length; column++)
                texts[column] = texts[first];
        }

        if (sheet.Merged.Count > 0)
            return;
        for (var column = 3; column < texts.Length; column++)
        {
            if (texts[column].Length == 0 && texts[column - 1].Length > 0)
                texts[column] = texts[column - 1];
        }
    }
}
