using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Say.Packs.Checking.Reports;

/// <summary>A check for programs.</summary>
/// <param name="Findings">Files relative to the pack; notes included.</param>
internal sealed record JsonReport(string Directory, string Today, int Errors, int Warnings, int Notes, IReadOnlyList<JsonFinding> Findings, Coverage? Coverage)
{
    public static void Write(CheckReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(Of(report), JsonReportContext.Readable.JsonReport));

    private static JsonReport Of(CheckReport report) => new(
        report.Directory, report.Today.ToString("uuuu-MM-dd", null), report.Errors, report.Warnings, report.Notes,
        [.. report.Findings.Select(f => new JsonFinding(f.Place.File, f.Place.Line, TextReport.Level(f.Rule), f.Rule.Code, f.Rule.Title, f.Message, f.Remedy))],
        report.Coverage);
}

internal sealed record JsonFinding(string File, int Line, string Level, string Code, string Title, string Message, string Remedy);

[JsonSerializable(typeof(JsonReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext
{
    /// <summary>Gaelic and Urdu as they are written; the output is a file or a terminal, never a page.</summary>
    internal static JsonReportContext Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
