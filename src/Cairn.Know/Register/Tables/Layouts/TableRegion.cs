using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Which rows of a sheet are headings, which are the table, and which are titles above it and notes below it.</summary>
internal sealed record TableRegion(IReadOnlyList<int> HeaderRows, IReadOnlyList<int> BodyRows, IReadOnlyList<int> LeftOut)
{
    private const int MostHeaderRows = 3;

    /// <summary>Null when no row of the sheet has a number beside something else.</summary>
    /// <exception cref="TableException">Numbers without headings, or a second table below the first.</exception>
    public static TableRegion? Find(Sheet sheet)
    {
        var first = FirstOfBody(sheet);
        if (first is not { } start)
            return null;

        // A first row whose numbers are missing stands between the headings and the first number.
        var top = start;
        while (top > 1 && IsLabelAlone(sheet, top - 1))
            top--;
        var headers = new List<int>();
        for (var row = top - 1; row >= 1 && headers.Count < MostHeaderRows && sheet.Filled(row) >= 2; row--)
            headers.Insert(0, row);
        if (headers.Count == 0)
            throw new TableException(TableProblemKind.NotUnderstood, "There is no row of headings above the first row of numbers; a mapping can say what the columns are.", sheet.Place(start, 0));

        var body = Body(sheet, top);
        var leftOut = Enumerable.Range(1, sheet.Rows.Count).Where(r => sheet.Filled(r) > 0).Except(headers).Except(body).ToList();
        return new(headers, body, leftOut);
    }

    private static int? FirstOfBody(Sheet sheet)
    {
        for (var row = 1; row <= sheet.Rows.Count; row++)
        {
            if (HasNumber(sheet, row) && !IsHeadingOfYears(sheet, row))
                return row;
        }

        return null;
    }

    private static List<int> Body(Sheet sheet, int top)
    {
        var body = new List<int>();
        var waiting = new List<int>();
        var isOver = false;
        for (var row = top; row <= sheet.Rows.Count; row++)
        {
            if (sheet.Filled(row) == 0)
            {
                // Labels alone at the end belong to the table only when they follow it at once.
                isOver |= waiting.Count > 0 && waiting.Any(w => TableWords.IsNote(Text(sheet, w)));
                continue;
            }

            if (HasNumber(sheet, row))
            {
                if (isOver)
                    throw new TableException(TableProblemKind.NotUnderstood, "Below the notes there are numbers again, as of a second table; a mapping can say which rows are meant.", sheet.Place(row, 0));
                body.AddRange(waiting);
                waiting.Clear();
                body.Add(row);
            }
            else if ((IsLabelAlone(sheet, row) || (!sheet[row, 1].IsEmpty && sheet.Filled(row - 1) > 0)) && !TableWords.IsNote(Text(sheet, row)))
            {
                // Words instead of numbers, too, unless an empty row parts them from the table.
                waiting.Add(row);
            }
            else
            {
                isOver = true;
            }
        }

        foreach (var row in waiting)
        {
            if (row == body[^1] + 1 && !TableWords.IsNote(Text(sheet, row)))
                body.Add(row);
        }

        body.Sort();
        return body;
    }

    private static string Text(Sheet sheet, int row) => sheet.Rows[row - 1].First(c => !c.IsEmpty).Text;

    private static bool IsLabelAlone(Sheet sheet, int row) => sheet.Filled(row) == 1 && !sheet[row, 1].IsEmpty;

    /// <summary>A number or a mark for one, anywhere but in the first column, which is for labels.</summary>
    private static bool HasNumber(Sheet sheet, int row)
    {
        var cells = sheet.Rows[row - 1];
        for (var i = 1; i < cells.Length; i++)
        {
            if (!cells[i].IsEmpty && NumberText.Read(cells[i].Text).Status is CellStatus.Value or CellStatus.None or CellStatus.Withheld)
                return true;
        }

        return false;
    }

    /// <summary>Years as headings. Counts can look like years, so more has to agree: nothing but an empty corner above, and a corner that names an axis or years in a row.</summary>
    private static bool IsHeadingOfYears(Sheet sheet, int row)
    {
        var corner = NumberText.WithoutMarks(NumberText.Spaced(sheet[row, 1].Text));
        var years = sheet.Rows[row - 1].Skip(1).Where(c => !c.IsEmpty).Select(c => PeriodText.YearOf(NumberText.WithoutMarks(NumberText.Spaced(c.Text)))).ToList();
        if (sheet.Filled(row - 1) >= 2 && !sheet[row - 1, 1].IsEmpty)
            return false;
        var areYears = years.Count > 0 && years.All(y => y is null or >= 1990) && years.Any(y => y is not null);
        var steps = years.Zip(years.Skip(1), (before, after) => after - before).ToList();
        return areYears && (corner.Length == 0 || TableWords.AxisOfHeader(corner) is not null || (steps.Count > 0 && steps.All(s => s is 1 or -1)))
            && Enumerable.Range(1, row - 1).All(r => !HasNumber(sheet, r))
            && Enumerable.Range(row + 1, Math.Min(3, sheet.Rows.Count - row)).Any(r => HasNumber(sheet, r));
    }
}
