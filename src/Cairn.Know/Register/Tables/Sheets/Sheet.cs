namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>A cell as it stands: trimmed text, with what the workbook knows about it.</summary>
/// <param name="text">Numbers are written with a point and without separators; a workbook's percentage with its %; a date as yyyy-MM-dd.</param>
/// <param name="isDate">The workbook says that it is a date; never true in a CSV.</param>
internal readonly struct SheetCell(string text, bool isDate = false)
{
    private readonly string? text = text;

    /// <summary>Empty where nothing stands.</summary>
    public string Text => text ?? "";

    public bool IsDate => isDate;

    public bool IsEmpty => Text.Length == 0;
}

/// <summary>One sheet of a workbook, or the whole of a CSV as its sheet 1. Rows and columns are numbered from 1.</summary>
/// <param name="Hidden">The workbook hides it; it is checked like any other and used only when a mapping names it.</param>
/// <param name="Rows">By place: empty rows are there as empty arrays. A row ends with its last filled cell.</param>
/// <param name="HiddenRows">Rows of no height.</param>
/// <param name="HiddenColumns">Columns of no width.</param>
/// <param name="Merged">First and last column of each run of merged cells, by row: only its first cell holds text.</param>
internal sealed record Sheet(
    int Number, bool Hidden, IReadOnlyList<SheetCell[]> Rows, IReadOnlySet<int> HiddenRows, IReadOnlySet<int> HiddenColumns, IReadOnlyList<(int Row, int First, int Last)> Merged)
{
    /// <summary>Where an error of the spreadsheet stands; the cell itself is empty.</summary>
    public IReadOnlySet<(int Row, int Column)> Errors { get; init; } = new HashSet<(int, int)>();

    public int Width { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Length);

    public SheetCell this[int row, int column] =>
        row >= 1 && row <= Rows.Count && column >= 1 && column <= Rows[row - 1].Length ? Rows[row - 1][column - 1] : default;

    public CellPlace Place(int row, int column) => new(Number, row, column);

    /// <summary>Filled cells of a row.</summary>
    public int Filled(int row) => row >= 1 && row <= Rows.Count ? Rows[row - 1].Count(c => !c.IsEmpty) : 0;
}
