using System.Text.RegularExpressions;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking;

/// <summary>LINE: whether somebody answers for the line today.</summary>
internal static partial class HelplineCheck
{
    /// <summary>The owner of whatever nobody runs.</summary>
    private const string Nobody = "Demonstration";

    public static void Run(Checked on)
    {
        if (on.Pack.Campaign.Helpline is not { } terms)
            return;

        if (terms.ReviewedOn > on.Today)
            on.Findings.Add(HelplineRules.FutureReview, At("reviewed_on"), "The limits were reviewed on a day that has not come.");
        else if (!terms.IsInForce(on.Today))
            on.Findings.Add(HelplineRules.OldReview, At("reviewed_on"), $"The limits were last reviewed on {terms.ReviewedOn:uuuu-MM-dd}, more than 12 months ago.");
        if (terms.ResponsibleBody.Equals(Nobody, StringComparison.OrdinalIgnoreCase))
            on.Findings.Add(HelplineRules.NobodyAnswers, At("responsible_body"), $"'{terms.ResponsibleBody}' is nobody who answers for a line.");
        if (Person().IsMatch(terms.SafeguardingLead))
            on.Findings.Add(HelplineRules.PersonNamed, At("safeguarding_lead"), $"'{terms.SafeguardingLead}' looks like a person, not a role.");

        Place At(string key) => on.Map.Of($"helpline:{key}", new("campaign.yaml", 1));
    }

    // A title before a name, an initial, or something to write to or call.
    [GeneratedRegex(@"^(mr|mrs|ms|miss|mx|dr|prof|sir|dame|rev)\b|\b\p{Lu}\.|@|\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
