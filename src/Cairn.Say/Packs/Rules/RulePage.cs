using System.Text;

namespace Cairn.Say.Packs.Rules;

/// <summary>Writes <c>docs/checks.md</c> from the rules, so that the document cannot say anything else than the program does.</summary>
internal static class RulePage
{
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("""
            # What `cairn pack check` looks at

            This page is made from the rules of the program: change a rule in `src/Cairn.Say/Packs/Rules`, then run the tests with `CAIRN_WRITE_DOCS=1`.

            A finding is written as `file:line: error|warning CODE what is wrong (what to do)`. An **error** keeps a pack from being published, a **warning** does not.
            A **note** is shown by `--format json` and `--format sarif` and only counted in text. Codes are stable.

            Exceptions are for statutes and proper names that quote what they quote. They stand in `campaign.yaml`, for codes of the families TERM and CLAIM:

            ```yaml
            allow:
              - {code: TERM001, text: the passage as it stands in the text, reason: why it has to stand there}
            ```

            """.ReplaceLineEndings("\n"));

        foreach (var (prefix, title, about) in RuleBook.Families)
        {
            page.Append($"\n## {title} ({prefix})\n\n{about}\n");
            foreach (var rule in RuleBook.All.Where(r => r.Code.StartsWith(prefix, StringComparison.Ordinal)))
            {
                page.Append($"\n### {rule.Code} {rule.Title}\n\n**{Level(rule.Level)}.** {rule.Why}\n\n*What to do*: {rule.Remedy}.\n");
                if (rule.Bad != "-")
                    page.Append($"\n- Instead of: {Quoted(rule.Bad)}\n- Like this: {Quoted(rule.Good)}\n");
            }
        }

        return page.ToString();
    }

    private static string Level(RuleLevel level) => level switch { RuleLevel.Error => "Error", RuleLevel.Warning => "Warning", _ => "Note" };

    private static string Quoted(string example) => $"`{example.Replace("`", "'", StringComparison.Ordinal)}`";
}
