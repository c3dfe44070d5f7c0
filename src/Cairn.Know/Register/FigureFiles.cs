using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Computed;
using NodaTime;

namespace Cairn.Know.Register;

/// <summary>Whose files they are.</summary>
/// <param name="Address">The campaign's, without a slash at the end.</param>
internal sealed record FigureSite(string Address, Language Language);

/// <summary>A figure as data: tidy CSV with its CSVW metadata, and JSON-stat.</summary>
internal static class FigureFiles
{
    private sealed record Column(string Name, string Title, string Datatype, bool Required, Func<ShownFigure, FigureSite, string> Cell);

    // One row a figure. obs_status follows SDMX: A is an observation as published.
    private static readonly Column[] Columns =
    [
        new("figure", "Figure", "string", true, (f, _) => f.Figure.Id),
        new("as_of", "Day it describes", "date", true, (f, _) => Iso(f.Figure.AsOf)),
        new("measure", "Measure", "string", true, (_, _) => "share"),
        new("unit", "Unit", "string", true, (_, _) => "percent"),
        new("value", "Value as published", "decimal", true, (f, _) => f.Value(CultureInfo.InvariantCulture)),
        new("range_low", "Lowest share that rounds to the value", "decimal", true, (f, _) => Plain(f.Range.Low)),
        new("range_high", "First share that no longer does", "decimal", true, (f, _) => Plain(f.Range.High)),
        new("numerator", "Numerator, when published", "integer", false, (f, _) => Plain(f.Figure.Numerator)),
        new("denominator", "Denominator, when published", "integer", false, (f, _) => Plain(f.Figure.Denominator)),
        new("obs_status", "Observation status", "string", true, (_, _) => "A"),
        new("base", "Base", "string", true, (f, site) => f.Figure.Base.In(site.Language)),
        new("publisher", "Publisher", "string", true, (f, _) => f.Figure.Publisher),
        new("source", "Source", "anyURI", true, (f, site) => f.SourceAt(site.Address, site.Language).AbsoluteUri),
        new("demonstration", "Whether the counts are invented", "boolean", true, (f, _) => f.Demonstration ? "true" : "false"),
    ];

    internal static byte[] Csv(ShownFigure figure, FigureSite site)
    {
        var lines = new StringBuilder();
        lines.AppendJoin(',', Columns.Select(c => c.Name)).Append("\r\n");
        lines.AppendJoin(',', Columns.Select(c => Quoted(c.Cell(figure, site)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    internal static byte[] CsvMetadata(ShownFigure figure, FigureSite site, string licence) => JsonBytes.Of(new JsonObject
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = site.Language.Code }),
        ["@type"] = "Table",
        ["url"] = figure.Figure.Id + ".csv",
        ["dc:title"] = figure.Figure.Sentence.In(site.Language),
        ["dc:description"] = figure.Figure.Definition.In(site.Language),
        ["dc:publisher"] = figure.Figure.Publisher,
        ["dc:source"] = figure.SourceAt(site.Address, site.Language).AbsoluteUri,
        ["dc:date"] = Iso(figure.Figure.AsOf),
        ["dc:rights"] = licence,
        ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["header"] = true, ["headerRowCount"] = 1, ["delimiter"] = ",", ["quoteChar"] = "\"" },
        ["tableSchema"] = new JsonObject
        {
            ["columns"] = new JsonArray([.. Columns.Select(c => new JsonObject
            {
                ["name"] = c.Name,
                ["titles"] = new JsonArray(c.Name, c.Title),
                ["datatype"] = c.Datatype,
                ["required"] = c.Required,
            })]),
            ["primaryKey"] = new JsonArray("figure", "as_of", "measure"),
        },
    });

    internal static byte[] JsonStat(ShownFigure figure, FigureSite site, FigureWords words, string address) => JsonBytes.Of(new JsonObject
    {
        ["version"] = "2.0",
        ["class"] = "dataset",
        ["href"] = address,
        ["label"] = figure.Figure.Sentence.In(site.Language),
        ["source"] = $"{figure.Figure.Publisher}, {figure.Figure.SourceTitle}",
        ["updated"] = Iso(figure.Figure.AsOf),
        ["note"] = new JsonArray([.. Notes(figure, site.Language, words).Select(n => JsonValue.Create(n))]),
        ["id"] = new JsonArray("time", "measure"),
        ["size"] = new JsonArray(1, 3),
        ["role"] = new JsonObject { ["time"] = new JsonArray("time"), ["metric"] = new JsonArray("measure") },
        ["dimension"] = new JsonObject
        {
            ["time"] = new JsonObject
            {
                ["label"] = words.AsOf,
                ["category"] = new JsonObject { ["index"] = new JsonArray(Iso(figure.Figure.AsOf)) },
            },
            ["measure"] = new JsonObject
            {
                ["label"] = words.Measure,
                ["category"] = new JsonObject
                {
                    ["index"] = new JsonArray("value", "range_low", "range_high"),
                    ["label"] = new JsonObject { ["value"] = words.Share, ["range_low"] = "Low", ["range_high"] = "High" },
                    ["unit"] = new JsonObject
                    {
                        ["value"] = Unit(figure.Figure.Decimals),
                        ["range_low"] = Unit(figure.Range.Decimals),
                        ["range_high"] = Unit(figure.Range.Decimals),
                    },
                },
            },
        },
        ["value"] = new JsonArray(figure.Figure.Value, figure.Range.Low, figure.Range.High),
        ["status"] = new JsonArray("A", "A", "A"),
        ["extension"] = new JsonObject
        {
            ["numerator"] = figure.Figure.Numerator,
            ["denominator"] = figure.Figure.Denominator,
            ["source"] = figure.SourceAt(site.Address, site.Language).AbsoluteUri,
            ["seen_on"] = figure.Figure.Origin is FigureOrigin.Read { SeenOn: var seen } ? Iso(seen) : null,
            ["computed_from"] = figure.Working is { } working ? ComputedFrom(working) : null,
        },
    });

    /// <summary>Which table a figure came out of, for programs.</summary>
    internal static JsonObject ComputedFrom(FigureWorking working) => new()
    {
        ["table"] = working.Series,
        ["revision"] = working.Revision,
        ["method"] = working.Method,
        ["rounded_to"] = working.RoundedTo,
        ["demonstration"] = working.Demonstration,
    };

    private static IEnumerable<string> Notes(ShownFigure shown, Language language, FigureWords words)
    {
        if (shown.Demonstration)
            yield return words.Invented;
        yield return shown.Figure.Base.In(language);
        yield return shown.Figure.Definition.In(language);
        yield return shown.Figure.OnlineMeans.In(language);
        yield return shown.Working?.Method ?? words.RangeWhy;
    }

    internal static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Unit(int decimals) => new() { ["label"] = "percent", ["symbol"] = "%", ["position"] = "end", ["decimals"] = decimals };

    private static string Plain(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    // A leading =, +, - or @, in either width, would be run as a formula by a spreadsheet; none of our own texts needs one.
    internal static string Quoted(string cell)
    {
        if (cell.Length > 0 && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(cell[0], StringComparison.Ordinal))
            cell = "'" + cell;
        return cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
