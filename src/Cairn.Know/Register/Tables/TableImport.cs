using Cairn.Know.Register.Tables.Identifying;
using Cairn.Know.Register.Tables.Layouts;
using Cairn.Know.Register.Tables.Mapping;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables;

/// <summary>Reads a published table of counts. A file that could tell of one person is refused whole, before anything is kept of it.</summary>
internal static class TableImport
{
    /// <param name="file">CSV or XLSX, told apart by its first bytes; at most <see cref="SheetLimits.MostBytes"/>.</param>
    /// <param name="mapping">What to read where, as YAML; null: told by the table itself.</param>
    /// <returns>Never throws for what stands in the file or in the mapping.</returns>
    public static TableReading Read(ReadOnlyMemory<byte> file, string? mapping = null)
    {
        try
        {
            return Table(file, mapping is null ? null : TableMapping.Read(mapping));
        }
        catch (TableException refusal)
        {
            return new TableReading.Refused(refusal.Problems);
        }
    }

    private static TableReading.Read Table(ReadOnlyMemory<byte> file, TableMapping? mapping)
    {
        var sheets = SheetFile.Read(file);
        if (IdentifyingCheck.Of(sheets, mapping?.KnownLabels ?? new HashSet<string>()) is { Count: > 0 } identifying)
            throw new TableException(identifying);

        var (sheet, region) = SheetChoice.Of(sheets, mapping);
        SheetErrors.RefuseHeadings(sheet, region);
        var (layout, columns) = mapping is { SaysColumns: true } ? mapping.Layout(sheet, region) : LayoutGuess.Of(sheet, region);
        layout = mapping?.Beside(layout) ?? layout;
        SheetErrors.RefuseLabels(sheet, layout);
        var (table, totals, remarks) = TableBuilder.Build(sheet, layout);
        return new(table, new(columns, totals, [.. SheetRemarks.Of(sheets, sheet, layout), .. SheetErrors.Remarks(sheet, layout), .. remarks]), mapping?.MadeOf(table) ?? []);
    }
}
