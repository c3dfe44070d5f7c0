using System.Globalization;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Reports;

/// <summary>A check as lines, the way compilers write them, and the coverage under them.</summary>
internal static class TextReport
{
    public static void Write(CheckReport report, TextWriter output)
    {
        // A note asks for a thought, not for an act; JSON and SARIF list them.
        foreach (var finding in report.Findings.Where(f => f.Rule.Level != RuleLevel.Info))
            output.WriteLine($"{Place(report, finding)}: {Level(finding.Rule)} {finding.Rule.Code} {finding.Message} ({finding.Remedy})");
        if (report.Coverage is { } coverage)
            Write(coverage, output);
    }

    /// <summary>One sentence for a person.</summary>
    public static string Summary(CheckReport report)
    {
        var counts = $"{Counted(report.Errors, "error")}, {Counted(report.Warnings, "warning")}, {Counted(report.Notes, "note")}";
        return report.Errors == 0
            ? $"{report.Directory} can be published: {counts}."
            : $"{report.Directory} cannot be published yet: {counts}. Each line says what to do; docs/checks.md says why.";
    }

    internal static string Level(Rule rule) => rule.Level switch { RuleLevel.Error => "error", RuleLevel.Warning => "warning", _ => "note" };

    private static string Place(CheckReport report, Finding finding) =>
        finding.Place.File.Length == 0 ? report.Directory : $"{report.Directory.TrimEnd('/', '\\')}/{finding.Place.File}:{finding.Place.Line.ToString(CultureInfo.InvariantCulture)}";

    private static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static void Write(Coverage coverage, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"Coverage of {coverage.Pack}: {coverage.Messages} messages, {coverage.MessagesPromised} promised");
        foreach (var group in coverage.Topics.GroupBy(t => t.Group))
        {
            output.WriteLine();
            output.WriteLine($"  {group.Key}");
            foreach (var topic in group)
                output.WriteLine($"    {topic.Topic,-26}{(topic.CoveredBy.Count == 0 ? topic.Promised ? "MISSING" : "-" : string.Join(", ", topic.CoveredBy))}");
        }

        output.WriteLine();
        var columns = coverage.Audiences[0];
        output.WriteLine($"  {"",-16}{"all",6} |{string.Concat(columns.Aims.Keys.Select(a => $"{a,11}"))} |{string.Concat(columns.Appeals.Keys.Select(a => $"{a,6}"))}");
        foreach (var audience in coverage.Audiences)
            output.WriteLine($"  {audience.Audience,-16}{audience.Messages,6} |{string.Concat(audience.Aims.Select(a => $"{Cell(audience, a.Key, a.Value),11}"))} |{string.Concat(audience.Appeals.Select(a => $"{a.Value,6}"))}");
    }

    private static string Cell(AudienceCoverage audience, string aim, int count) => count == 0 && audience.PromisedAims.Contains(aim) ? "MISSING" : count.ToString(CultureInfo.InvariantCulture);
}
