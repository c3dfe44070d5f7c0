using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Reports;

/// <summary>A check as SARIF 2.1.0 (OASIS standard), which code hosts and editors show beside the lines.</summary>
internal static class SarifReport
{
    public static void Write(CheckReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(Of(report), SarifContext.Readable.SarifLog));

    private static SarifLog Of(CheckReport report)
    {
        var rules = RuleBook.All;
        var index = rules.Select((rule, at) => (rule.Code, at)).ToDictionary(r => r.Code, r => r.at);
        return new(
            "https://json.schemastore.org/sarif-2.1.0.json", "2.1.0",
            [
                new SarifRun(
                    new(new("cairn pack check", [.. rules.Select(Of)])),
                    [
                        .. report.Findings.Select(f => new SarifResult(
                            f.Rule.Code, index[f.Rule.Code], TextReport.Level(f.Rule), new($"{f.Message} ({f.Remedy})"),
                            [new(new(new(Address(report.Directory, f.Place.File)), new(f.Place.Line)))])),
                    ],
                    "utf16CodeUnits"),
            ]);
    }

    private static SarifRule Of(Rule rule) =>
        new(rule.Code, new(rule.Title), new(rule.Why), new($"What to do: {rule.Remedy}."), new(TextReport.Level(rule)));

    // A relative reference with forward slashes, or a file address.
    private static string Address(string directory, string file)
    {
        var path = file.Length == 0 ? directory : Path.Combine(directory, file);
        return Path.IsPathRooted(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', path.Replace('\\', '/').Split('/').Where(s => s.Length > 0 && s != ".").Select(Uri.EscapeDataString));
    }
}

internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results, string ColumnKind);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifText ShortDescription, SarifText FullDescription, SarifText Help, SarifLevel DefaultConfiguration);

internal sealed record SarifText(string Text);

internal sealed record SarifLevel(string Level);

internal sealed record SarifResult(string RuleId, int RuleIndex, string Level, SarifText Message, IReadOnlyList<SarifLocation> Locations);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine);

[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifContext : JsonSerializerContext
{
    internal static SarifContext Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
