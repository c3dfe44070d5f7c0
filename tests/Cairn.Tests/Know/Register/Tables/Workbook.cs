using System.IO.Compression;
using System.Security;
using System.Text;
using Cairn.Know.Register.Tables;

namespace Cairn.Tests.Know.Register.Tables;

/// <summary>Writes small workbooks as office programs do, as far as reading them needs.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<(string Part, string Text)> others = [];

    /// <param name="rows">Text, int, double, DateOnly, null, a formula as ("=A1+A2", saved value), or an error as "#REF!".</param>
    /// <param name="hiddenColumns">From 1.</param>
    /// <param name="merged">Such as B1:C1.</param>
    public Workbook Sheet(object?[][] rows, string state = "visible", int[]? hiddenColumns = null, string[]? merged = null, string name = "Sheet")
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        if (hiddenColumns is not null)
            xml.Append("<cols>").AppendJoin("", hiddenColumns.Select(c => $"""<col min="{c}" max="{c}" width="9" hidden="1"/>""")).Append("</cols>");
        xml.Append("<sheetData>");
        for (var row = 0; row < rows.Length; row++)
        {
            xml.Append($"""<row r="{row + 1}">""");
            for (var column = 0; column < rows[row].Length; column++)
                xml.Append(Cell($"{CellPlace.Letters(column + 1)}{row + 1}", rows[row][column]));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merged is not null)
            xml.Append($"""<mergeCells count="{merged.Length}">""").AppendJoin("", merged.Select(m => $"""<mergeCell ref="{m}"/>""")).Append("</mergeCells>");
        sheets.Add(($"{name} {sheets.Count + 1}", state, xml.Append("</worksheet>").ToString()));
        return this;
    }

    public Workbook Part(string part, string text)
    {
        others.Add((part, text));
        return this;
    }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            var list = string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Name}" sheetId="{i + 1}" state="{s.State}" r:id="rId{i + 1}"/>"""));
            Write(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>""");
            var links = string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""));
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Write(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Count; i++)
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
            foreach (var (part, text) in others)
                Write(zip, part, text);
        }

        return bytes.ToArray();
    }

    private static string Cell(string place, object? value) => value switch
    {
        null => "",
        int number => $"""<c r="{place}"><v>{number}</v></c>""",
        decimal percent => FormattableString.Invariant($"""<c r="{place}" s="2"><v>{percent}</v></c>"""),
        double number => FormattableString.Invariant($"""<c r="{place}"><v>{number}</v></c>"""),
        DateOnly day => $"""<c r="{place}" s="1"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>""",
        (string formula, int saved) => $"""<c r="{place}"><f>{formula[1..]}</f><v>{saved}</v></c>""",
        string error when error.StartsWith('#') => $"""<c r="{place}" t="e"><v>{error}</v></c>""",
        string text => $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        _ => throw new ArgumentException("A cell of a kind that is not written here.", nameof(value)),
    };

    private static void Write(ZipArchive zip, string part, string text)
    {
        using var stream = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
