using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>LINE: who answers for the helpline, and what is said before the first word.</summary>
internal static class HelplineRules
{
    internal static readonly Rule OldReview = new("LINE001", Error, "Limits nobody has read through for a year",
        "Laws, people and partners change. A line whose limits were reviewed more than 12 months ago is closed.",
        "have whoever approves the text read it again, then set reviewed_on", "reviewed_on: 2020-01-01", "reviewed_on: a day within the last 12 months");

    internal static readonly Rule FutureReview = new("LINE002", Error, "A review that has not happened",
        "A day that has not come yet was no review.",
        "correct reviewed_on", "reviewed_on: 2099-01-01", "reviewed_on: 2026-10-01");

    internal static readonly Rule LimitsLackLanguage = new("LINE003", Error, "The limits lack a language",
        "What is passed on, and to whom, is read before the first word. Nobody can agree to what they cannot read, in a draft language no more than in a reviewed one.",
        "write the whole text in that language, and have it approved", "limits in en, and the campaign in en and gd", "limits: {en: …, gd: …}");

    internal static readonly Rule NobodyAnswers = new("LINE004", Error, "A line that nobody answers for",
        "A demonstration has no line: somebody who writes to it would wait for nobody.",
        "name the body that answers for the line, or take the section out", "responsible_body: Demonstration", "responsible_body: The Example Foundation");

    internal static readonly Rule BadPenName = new("LINE005", Error, "A pen name that cannot be signed with",
        "Replies are signed with one name that all advisers share, so that no adviser can be told from another.",
        "write a name of 1 to 30 letters", "pen_name: Robin #2", "pen_name: Robin");

    internal static readonly Rule PersonNamed = new("LINE006", Error, "A person where a role is asked for",
        "Whoever holds the role changes; a pack is kept for ever and handed on. A person's name and address do not belong in it.",
        "write the role", "safeguarding_lead: Ms A. Person", "safeguarding_lead: Head of Safeguarding");

    internal static readonly Rule LongReply = new("LINE007", Error, "A reply that is too long",
        "An adviser picks a reply by its name at a glance, and a frightened person reads a few short paragraphs.",
        "shorten the name to 60 letters, the body to 4,000", "a name of two lines", "name: Danger now");
}
