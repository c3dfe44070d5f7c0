using System.Text.RegularExpressions;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>TERM: looks for wordings the field avoids.</summary>
internal static class TermCheck
{
    public static void Run(Checked on)
    {
        foreach (var text in on.English)
        {
            foreach (var term in TermRules.Terms)
            {
                if ((term.Only is not null && text.Audience != term.Only) || (term.NotFor is not null && text.Audience == term.NotFor))
                    continue;
                foreach (Match match in term.Pattern.Matches(text.Text))
                {
                    if (!on.Allowances.Cover(term.Rule, text.Text, match.Index, match.Length))
                        on.Findings.Add(term.Rule, on.Map.LineOf(text, match.Value), $"\"{match.Value}\" stands here.");
                }
            }
        }

        foreach (var language in on.NotEnglish)
            on.Findings.Add(TermRules.NotChecked, on.Map.Of("campaign:languages", new("campaign.yaml", 1)), $"Terminology in '{language}' was not checked.");
    }
}
