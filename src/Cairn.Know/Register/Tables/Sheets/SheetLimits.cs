namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>How much of a file is looked at. A published table is a thousandth of it; what is larger is something else.</summary>
internal static class SheetLimits
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>All parts of a workbook together, unpacked.</summary>
    public const long MostUnpackedBytes = 120L * 1024 * 1024;

    public const int MostParts = 1_000;

    public const int MostSheets = 100;

    /// <summary>In one sheet, empty ones included.</summary>
    public const int MostRows = 200_000;

    public const int MostColumns = 500;

    /// <summary>Cells with anything in them, over all sheets.</summary>
    public const int MostFilledCells = 1_500_000;

    public const int LongestCell = 32_767;

    /// <summary>Cells of the table that is made of the file.</summary>
    public const int MostKeptCells = 10_000;
}
