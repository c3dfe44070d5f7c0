namespace Cairn.Know.Register.Tables;

/// <summary>Where a cell stands in the file, as a spreadsheet program counts: all from 1. A sheet has a number here and no name, for its name is content.</summary>
internal readonly record struct CellPlace : IComparable<CellPlace>
{
    /// <param name="row">0 when the whole column is meant.</param>
    /// <param name="column">0 when the whole row is meant.</param>
    public CellPlace(int sheet, int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        (Sheet, Row, Column) = (sheet, row, column);
    }

    public int Sheet { get; }

    public int Row { get; }

    public int Column { get; }

    public int CompareTo(CellPlace other) => (Sheet, Row, Column).CompareTo((other.Sheet, other.Row, other.Column));

    public override string ToString() => (Row, Column) switch
    {
        (0, 0) => $"sheet {Sheet}",
        (0, _) => $"sheet {Sheet}, column {Letters(Column)}",
        (_, 0) => $"sheet {Sheet}, row {Row}",
        _ => $"sheet {Sheet}, row {Row}, column {Letters(Column)}",
    };

    /// <summary>1 is A, 26 is Z, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
