using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Findings as lines, as <c>cairn pack check</c> prints them.</summary>
internal static class FindingLines
{
    public static string First(IReadOnlyList<Finding> findings) =>
        findings.FirstOrDefault(f => f.Rule.Level == RuleLevel.Error) is { } error ? Line(error) : "no reason is known";

    public static IEnumerable<string> Errors(IReadOnlyList<Finding> findings) => findings.Where(f => f.Rule.Level == RuleLevel.Error).Select(Line);

    private static string Line(Finding finding) => $"{finding.Place}: error {finding.Rule.Code} {finding.Message} ({finding.Remedy})";
}
