using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <summary>A table as tidy CSV, one row a cell, and the CSVW metadata that describes it.</summary>
internal static class TableCsv
{
    internal const string LabelEnding = "_label";
    private const string Language = "en";

    /// <param name="Datatype">A CSVW datatype: a name, or an object with a base and a format.</param>
    /// <param name="Required">False where an empty cell is an answer.</param>
    private sealed record Column(string Name, string Title, JsonNode Datatype, bool Required, Func<PublishedCell, string> Cell);

    /// <returns>UTF-8 without a mark at its head, lines ending in CR LF (RFC 4180), a header line first.</returns>
    internal static byte[] Csv(PublishedTable table, TableWords words)
    {
        var columns = Columns(table, words);
        var lines = new StringBuilder();
        lines.AppendJoin(',', columns.Select(c => c.Name)).Append("\r\n");
        foreach (var cell in table.Cells)
            lines.AppendJoin(',', columns.Select(c => FigureFiles.Quoted(c.Cell(cell)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>JSON-LD of the Metadata Vocabulary for Tabular Data (W3C, 2015); lies beside the CSV, whose address it gives.</summary>
    internal static byte[] Metadata(PublishedTable table, TableWords words)
    {
        var facts = table.Facts;
        return JsonBytes.Of(new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = Language }),
            ["@type"] = "Table",
            ["url"] = table.Id + ".csv",
            ["dc:identifier"] = $"{table.Id}/{table.Revision}",
            ["dc:title"] = Said(facts.Title, table, words),
            ["dc:description"] = facts.Definition,
            ["dc:publisher"] = facts.Publisher,
            ["dc:source"] = facts.Source?.AbsoluteUri ?? facts.SourceTitle,
            ["dc:date"] = FigureFiles.Iso(facts.AsOf),
            ["dc:rights"] = facts.Licence,
            ["dc:language"] = Language,
            ["rdfs:comment"] = new JsonArray([.. Notes(table, words).Select(n => JsonValue.Create(n))]),
            ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["header"] = true, ["headerRowCount"] = 1, ["delimiter"] = ",", ["quoteChar"] = "\"" },
            ["tableSchema"] = new JsonObject
            {
                ["columns"] = new JsonArray([.. Columns(table, words).Select(c => new JsonObject
                {
                    ["name"] = c.Name,
                    ["titles"] = new JsonObject { [Language] = new JsonArray(c.Name, c.Title) },
                    ["datatype"] = c.Datatype,
                    ["null"] = "",
                    ["required"] = c.Required,
                })]),
                ["primaryKey"] = new JsonArray([.. table.Dimensions.Select(d => JsonValue.Create(d.Id))]),
            },
        });
    }

    /// <summary>A demonstration says so before anything else.</summary>
    internal static string Said(string text, PublishedTable table, TableWords words) => table.Facts.Demonstration ? $"{words.DemonstrationMark}: {text}" : text;

    /// <summary>What must be read beside the numbers, in the files that have a place for it.</summary>
    internal static IEnumerable<string> Notes(PublishedTable table, TableWords words)
    {
        if (table.Facts.Demonstration)
            yield return words.Demonstration;
        yield return table.Facts.Base;
        yield return table.Facts.Definition;
        yield return table.Facts.OnlineMeans;
        yield return table.Facts.Method;
        foreach (var note in table.Facts.Notes)
            yield return note;
    }

    private static List<Column> Columns(PublishedTable table, TableWords words)
    {
        var columns = new List<Column>();
        foreach (var (dimension, place) in table.Dimensions.Select((d, i) => (d, i)))
        {
            columns.Add(new(dimension.Id, $"{dimension.Label}, {words.Code}", OneOf(dimension.Codes.Select(c => c.Id)), true, cell => cell.At[place]));
            columns.Add(new(dimension.Id + LabelEnding, dimension.Label, "string", true, cell => dimension[cell.At[place]].Label));
        }

        var facts = table.Facts;
        columns.Add(new("value", words.Count, "nonNegativeInteger", false, cell => Plain(cell.Value)));
        columns.Add(new("status", words.Status, OneOf(StatusCodes.All.Select(StatusCodes.Word)), true, cell => StatusCodes.Word(cell.Status)));
        columns.Add(new("obs_status", "SDMX CL_OBS_STATUS", OneOf(StatusCodes.All.Select(StatusCodes.Observation)), true, cell => StatusCodes.Observation(cell.Status)));
        columns.Add(new("conf_status", "SDMX CL_CONF_STATUS", OneOf(StatusCodes.All.Select(StatusCodes.Confidentiality)), true, cell => StatusCodes.Confidentiality(cell.Status)));
        columns.Add(new("rounded_to", words.RoundedTo, "positiveInteger", false, cell => cell.Status == CellStatus.Rounded ? Plain(facts.RoundedTo) : ""));
        columns.Add(new("unit", words.Unit, "string", true, _ => words.People));
        columns.Add(new("as_of", words.AsOf, new JsonObject { ["base"] = "date", ["format"] = "yyyy-MM-dd" }, true, _ => FigureFiles.Iso(facts.AsOf)));
        columns.Add(new("revision", words.Revision, new JsonObject { ["base"] = "string", ["minLength"] = TableRevision.Length, ["maxLength"] = TableRevision.Length }, true, _ => table.Revision));
        // A file is passed on without what stood beside it, so every row says whether its count is invented.
        columns.Add(new("demonstration", words.DemonstrationMark, new JsonObject { ["base"] = "boolean", ["format"] = "true|false" }, true, _ => facts.Demonstration ? "true" : "false"));
        return columns;
    }

    // Ids and codes hold nothing that means something to a regular expression but the hyphen, which does so only in brackets.
    private static JsonObject OneOf(IEnumerable<string> words) => new() { ["base"] = "string", ["format"] = $"^({string.Join('|', words.Distinct())})$" };

    private static string Plain(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
