namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>Tells CSV from XLSX by the first bytes, never by a name, and reads either.</summary>
internal static class SheetFile
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="TableException">Too large, damaged, or neither of the two.</exception>
    public static IReadOnlyList<Sheet> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > SheetLimits.MostBytes)
            throw new TableException(TableProblemKind.TooLarge, $"The file is larger than {SheetLimits.MostBytes / 1024 / 1024} MB.");
        if (file.Span.StartsWith(OldOffice))
            throw new TableException(TableProblemKind.Unreadable, "This is an old or encrypted workbook; save it as XLSX or CSV without a password.");
        if (file.Span.StartsWith(Zip))
            return XlsxSheets.Read(file);
        return [CsvSheet.Read(file)];
    }
}
