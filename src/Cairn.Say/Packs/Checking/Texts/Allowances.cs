using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>The passages an editor has excepted from a rule, and which of them were needed.</summary>
internal sealed class Allowances(IReadOnlyList<Allowance> allowed)
{
    private readonly HashSet<Allowance> used = [];

    /// <summary>True when the words found lie inside an excepted passage.</summary>
    public bool Cover(Rule rule, string text, int index, int length)
    {
        foreach (var allowance in allowed.Where(a => a.Code == rule.Code))
        {
            for (var at = text.IndexOf(allowance.Text, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(allowance.Text, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at <= index && index + length <= at + allowance.Text.Length)
                {
                    used.Add(allowance);
                    return true;
                }
            }
        }

        return false;
    }

    public void ReportUnused(PackMap map, FindingList findings)
    {
        foreach (var idle in allowed.Where(a => !used.Contains(a)))
            findings.Add(FileRules.UnusedAllowance, map.Of($"allow:{idle.Code}:{idle.Text}", new("campaign.yaml", 1)), $"Nothing needs the exception of {idle.Code} for \"{idle.Text}\".");
    }
}
