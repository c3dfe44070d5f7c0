using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <param name="Title">The column's name for people.</param>
/// <param name="Datatype">A CSVW datatype: a name, or an object with a base and a format.</param>
/// <param name="Required">False where an empty cell is an answer.</param>
internal sealed record CsvColumn<TRow>(string Name, string Title, JsonNode Datatype, bool Required, Func<TRow, string> Cell);

/// <summary>Tidy CSV, and the CSVW metadata that describes it: JSON-LD of the Metadata Vocabulary for Tabular Data (W3C, 2015).</summary>
internal static class CsvFile
{
    /// <returns>UTF-8 without a mark at its head, lines ending in CR LF (RFC 4180), a header line first; no cell begins as a formula does.</returns>
    internal static byte[] Write<TRow>(IReadOnlyList<CsvColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        var lines = new StringBuilder();
        lines.AppendJoin(',', columns.Select(c => c.Name)).Append("\r\n");
        foreach (var row in rows)
            lines.AppendJoin(',', columns.Select(c => FigureFiles.Quoted(c.Cell(row)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <param name="name">The CSV's own name; the metadata lies beside it.</param>
    /// <param name="key">Names of the columns that tell a row from every other.</param>
    internal static byte[] Metadata<TRow>(string name, string title, PublishedTable table, TableLanguage language, IReadOnlyList<CsvColumn<TRow>> columns, IEnumerable<string> key)
    {
        var facts = table.Facts;
        var code = language.Language.Code;
        return JsonBytes.Of(new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = code }),
            ["@type"] = "Table",
            ["url"] = name,
            ["dc:identifier"] = $"{table.Id}/{table.Revision}",
            ["dc:title"] = Said(title, table, language.Words),
            ["dc:description"] = Own(facts.Definition, language),
            ["dc:publisher"] = Own(facts.Publisher, language),
            ["dc:source"] = facts.Source?.AbsoluteUri ?? facts.SourceTitle,
            ["dc:date"] = FigureFiles.Iso(facts.AsOf),
            ["dc:rights"] = Own(facts.Licence, language),
            ["dc:language"] = TableLanguage.OfTables.Code,
            ["rdfs:comment"] = new JsonArray([.. table.Facts.Demonstration ? new JsonNode[] { language.Words.Demonstration } : [], .. Read(table).Select(n => Own(n, language))]),
            ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["header"] = true, ["headerRowCount"] = 1, ["delimiter"] = ",", ["quoteChar"] = "\"" },
            ["tableSchema"] = new JsonObject
            {
                ["columns"] = new JsonArray([.. columns.Select(c => new JsonObject
                {
                    ["name"] = c.Name,
                    ["titles"] = new JsonObject { [code] = new JsonArray(c.Name, c.Title) },
                    ["datatype"] = c.Datatype,
                    ["null"] = "",
                    ["required"] = c.Required,
                })]),
                ["primaryKey"] = new JsonArray([.. key.Select(k => JsonValue.Create(k))]),
            },
        });
    }

    /// <summary>The last columns of every file: a file is passed on without what stood beside it, so every row says of which revision it is and whether it is invented.</summary>
    internal static IEnumerable<CsvColumn<TRow>> Ending<TRow>(PublishedTable table, TableWords words) =>
    [
        new("revision", words.Revision, new JsonObject { ["base"] = "string", ["minLength"] = TableRevision.Length, ["maxLength"] = TableRevision.Length }, true, _ => table.Revision),
        new("demonstration", words.DemonstrationMark, new JsonObject { ["base"] = "boolean", ["format"] = "true|false" }, true, _ => table.Facts.Demonstration ? "true" : "false"),
    ];

    // JSON-LD says of a text that it is in another language than the rest.
    private static JsonNode Own(string text, TableLanguage language) =>
        language.Language == TableLanguage.OfTables ? JsonValue.Create(text) : new JsonObject { ["@value"] = text, ["@language"] = TableLanguage.OfTables.Code };

    internal static JsonObject Day() => new() { ["base"] = "date", ["format"] = "yyyy-MM-dd" };

    // Ids and codes hold nothing that means something to a regular expression but the hyphen, which does so only in brackets.
    internal static JsonObject OneOf(IEnumerable<string> words) => new() { ["base"] = "string", ["format"] = $"^({string.Join('|', words.Distinct())})$" };

    internal static string Plain(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A demonstration says so before anything else.</summary>
    internal static string Said(string text, PublishedTable table, TableWords words) => table.Facts.Demonstration ? $"{words.DemonstrationMark}: {text}" : text;

    /// <summary>What must be read beside the numbers, in the files that have a place for it.</summary>
    internal static IEnumerable<string> Notes(PublishedTable table, TableWords words)
    {
        if (table.Facts.Demonstration)
            yield return words.Demonstration;
        foreach (var note in Read(table))
            yield return note;
    }

    private static IEnumerable<string> Read(PublishedTable table)
    {
        yield return table.Facts.Base;
        yield return table.Facts.Definition;
        yield return table.Facts.OnlineMeans;
        yield return table.Facts.Method;
        foreach (var note in table.Facts.Notes)
            yield return note;
    }
}
