using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>A sheet as the check for people looks at it: before anything is understood, so it goes by what is filled and what is a number, and not by headings.</summary>
internal sealed class SheetProfile
{
    private const int MostHeadings = 3;

    private readonly HashSet<int> headings;
    private readonly Dictionary<int, IReadOnlyList<string>> texts = [];
    private readonly Dictionary<int, bool> numeric = [];

    public SheetProfile(Sheet sheet)
    {
        Sheet = sheet;
        var filled = Enumerable.Range(1, sheet.Rows.Count).Where(r => sheet.Filled(r) >= 1).ToList();
        var numbers = filled.Where(r => sheet.Filled(r) >= 2 && HasNumber(r)).ToList();
        // Commas part a note below the table into cells.
        var last = numbers.Count > 0 ? numbers[^1] : int.MaxValue;
        Rows = [.. filled.Where(r => sheet.Filled(r) >= 2 && r <= last)];
        Lines = [.. filled.Where(r => sheet.Filled(r) == 1 || r > last)];
        int? first = numbers.Count > 0 ? numbers[0] : null;
        // The rows above the first number, and no more than a few: people may stand there too.
        headings = [.. Rows.Where(r => r < (first ?? 0)).TakeLast(MostHeadings).DefaultIfEmpty(Rows.FirstOrDefault())];
        // Counts may all look like years; beside periods or areas that stand there once each, they are no years of birth.
        HasCounts = Columns.Any(IsNumeric) && (first is not null
            || (Texts(1).Distinct().Count() == Texts(1).Count && Layouts.TableWords.AxisOfLabels(Texts(1)) is AxisKind.Period or AxisKind.Division or AxisKind.Place));
    }

    public Sheet Sheet { get; }

    /// <summary>Rows with two cells or more, up to the last with a number.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Rows with one cell, and what stands below the last number: titles, notes, or a list.</summary>
    public IReadOnlyList<int> Lines { get; }

    public bool HasCounts { get; }

    /// <summary>A cover or a page of notes: two columns at most, no numbers, open to view. There a body may say how it is reached.</summary>
    public bool IsCover => !HasCounts && !Sheet.Hidden && Sheet.Width <= 2 && Rows.Count <= 60;

    public IEnumerable<int> Columns => Enumerable.Range(1, Sheet.Width);

    public bool IsHeading(int row) => headings.Contains(row);

    public IEnumerable<int> BodyRows => Rows.Where(r => !IsHeading(r));

    /// <summary>Filled cells of a column below the headings.</summary>
    public IReadOnlyList<string> Texts(int column)
    {
        if (!texts.TryGetValue(column, out var found))
            texts[column] = found = [.. BodyRows.Select(r => NumberText.Spaced(Sheet[r, column].Text)).Where(t => t.Length > 0)];
        return found;
    }

    /// <summary>With words that stand alone beside the headings, though never in the first column, where titles stand.</summary>
    public IEnumerable<string> Headings(int column) => headings.Concat(Lines.Where(l => column > 1 && (headings.Contains(l - 1) || headings.Contains(l + 1)))).Order().Select(r => NumberText.Spaced(Sheet[r, column].Text)).Where(t => t.Length > 0);

    /// <summary>Most of what stands in the column are numbers or marks for them.</summary>
    public bool IsNumeric(int column)
    {
        if (!numeric.TryGetValue(column, out var found))
            numeric[column] = found = Texts(column) is { Count: > 0 } filled && filled.Count(t => NumberText.Read(t).Status != CellStatus.NotANumber) >= 0.8 * filled.Count;
        return found;
    }

    private bool HasNumber(int row) => Sheet.Rows[row - 1].Any(c => !c.IsEmpty && PeriodText.YearOf(c.Text) is null && NumberText.Read(c.Text).Status switch
    {
        CellStatus.Value or CellStatus.None => true,
        // A letter may be a heading as well.
        CellStatus.Withheld => !char.IsAsciiLetter(c.Text[0]),
        _ => false,
    });
}
