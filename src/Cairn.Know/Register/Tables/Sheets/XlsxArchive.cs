using System.IO.Compression;

namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>Unpacks a workbook once into nothing, so that what grows beyond all measure is refused before anything is kept of it.</summary>
internal static class XlsxArchive
{
    /// <exception cref="TableException">Damaged, encrypted, no workbook, or larger unpacked than <see cref="SheetLimits.MostUnpackedBytes"/>.</exception>
    public static void Check(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > SheetLimits.MostParts)
                throw new TableException(TableProblemKind.TooLarge, $"The workbook has more than {SheetLimits.MostParts:N0} parts.");
            if (archive.GetEntry("xl/workbook.xml") is null)
                throw new TableException(TableProblemKind.Unreadable, "This is a ZIP, and no XLSX workbook is in it.");
            Unpack(archive);
        }
        catch (Exception damage) when (damage is InvalidDataException or NotSupportedException or IOException or ArgumentException or OverflowException)
        {
            throw new TableException(TableProblemKind.Unreadable, "The workbook is damaged: it cannot be unpacked.");
        }
    }

    // What a part says of its own size is not believed.
    private static void Unpack(ZipArchive archive)
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        foreach (var part in archive.Entries)
        {
            using var content = part.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                total += read;
                if (total > SheetLimits.MostUnpackedBytes)
                    throw new TableException(TableProblemKind.TooLarge, $"The workbook is larger than {SheetLimits.MostUnpackedBytes / 1024 / 1024} MB when unpacked.");
            }
        }
    }
}
