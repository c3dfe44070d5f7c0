using System.Globalization;
using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Helpline;

/// <summary>Who answers for the line and what is promised there: the section <c>helpline</c> of a pack's <c>campaign.yaml</c>.</summary>
/// <param name="SafeguardingLead">A role, never a person's name.</param>
/// <param name="ApprovedBy">Who approved the limits text.</param>
/// <param name="ReviewedOn">The day the limits text was last read through by whoever approves it.</param>
/// <param name="ReplyHours">Within how many hours an adviser writes back, 1 to 168.</param>
/// <param name="PenName">The one name that every reply is signed with.</param>
/// <param name="Limits">What is passed on and to whom, as the responsible body words it, in every language of the pack.</param>
public sealed record HelplineTerms(
    string ResponsibleBody,
    string SafeguardingLead,
    string ApprovedBy,
    LocalDate ReviewedOn,
    int ReplyHours,
    string PenName,
    IReadOnlyDictionary<Language, string> Limits)
{
    private const int MonthsInForce = 12;

    /// <summary>Whether the limits text may be shown: reviewed at most 12 months ago, that day included, and not on a day to come.</summary>
    public bool IsInForce(LocalDate today) => ReviewedOn <= today && today <= ReviewedOn.PlusMonths(MonthsInForce);

    /// <summary>The promised reply time for the hole {time}: whole days from two on, hours otherwise.</summary>
    public string ReplyTimeIn(HelplineWords words, CultureInfo culture) => ReplyHours switch
    {
        1 => words.ReplyHour,
        >= 48 when ReplyHours % 24 == 0 => words.ReplyDays.Replace("{days}", (ReplyHours / 24).ToString(culture), StringComparison.Ordinal),
        _ => words.ReplyHours.Replace("{hours}", ReplyHours.ToString(culture), StringComparison.Ordinal),
    };
}
