using System.IO.Compression;
using System.Xml;

namespace Cairn.Know.Register.Tables.Sheets;

/// <summary>Cells of a workbook in which an error of the spreadsheet stands, such as that of a formula whose cells are gone. The reader gives nothing for them.</summary>
internal static class XlsxErrors
{
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    /// <summary>For each sheet, in the order of the workbook, the places from 1.</summary>
    public static IReadOnlyList<IReadOnlySet<(int Row, int Column)>> Of(ReadOnlyMemory<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var parts = Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship", r => (Id: r.GetAttribute("Id"), Target: r.GetAttribute("Target"))).ToList();
        var ids = Elements(archive, "xl/workbook.xml", "sheet", Id).ToList();
        return [.. ids.Select(id => parts.FirstOrDefault(p => p.Id == id).Target is { } target ? In(archive, target.StartsWith('/') ? target[1..] : "xl/" + target) : [])];
    }

    private static HashSet<(int Row, int Column)> In(ZipArchive archive, string part)
    {
        var errors = new HashSet<(int, int)>();
        var (row, column) = (0, 0);
        foreach (var (name, place, type) in Elements(archive, part, null, r => (r.LocalName, r.GetAttribute("r"), r.GetAttribute("t"))))
        {
            if (name == "row")
                (row, column) = (int.TryParse(place, out var said) ? said : row + 1, 0);
            if (name != "c")
                continue;
            column = place is null ? column + 1 : ColumnOf(place);
            if (type == "e")
                errors.Add((row, column));
        }

        return errors;
    }

    private static int ColumnOf(string place) => place.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => Math.Min(column * 26 + letter - 'A' + 1, SheetLimits.MostColumns + 1));

    // The namespace differs between the two kinds of workbook.
    private static string? Id(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
            id = sheet.LocalName == "id" && sheet.Prefix.Length > 0 ? sheet.Value : id;
        sheet.MoveToElement();
        return id;
    }

    private static IEnumerable<T> Elements<T>(ZipArchive archive, string part, string? name, Func<XmlReader, T> read)
    {
        if (archive.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            yield break;
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, Plain);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && (name is null || reader.LocalName == name))
                yield return read(reader);
        }
    }
}
