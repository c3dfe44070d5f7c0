namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private const string Replies = "replies/en.yaml", GaelicReplies = "replies/gd.yaml";

    private static IEnumerable<Breakage> Lines =>
    [
        Line("LINE001", "a review of more than a year ago", "reviewed_on", "read it again", "2026-10-01", "2025-11-22"),
        Line("LINE002", "a review to come", "reviewed_on", "correct reviewed_on", "2026-10-01", "2026-11-24"),
        Line("LINE003", "limits that lack a draft language", "en: |", "add 'gd:'", "    gd: |\n      Innsidh sinn don phoileas ma tha pàiste ann an cunnart.\n\n      Chan innis sinn do dhuine eile.\n", ""),
        Line("LINE004", "a demonstration that answers", "responsible_body", "take the section out", "The Example Foundation", "demonstration"),
        Line("LINE005", "a pen name with a number", "pen_name", "1 to 30 letters", "pen_name: Robin", "pen_name: Robin 2"),
        Line("LINE005", "a pen name of 31 letters", "pen_name", "1 to 30 letters", "pen_name: Robin", $"pen_name: {new string('o', 31)}"),
        Line("LINE006", "a person by title", "safeguarding_lead", "write the role", "Head of Safeguarding", "Ms Blorptang"),
        Line("LINE006", "a person by address", "safeguarding_lead", "write the role", "Head of Safeguarding", "lead@example.org"),
        Row("LINE007", "a name that fills two lines", Replies, "name: First", "60 letters", p => Given.WithALine(p).Change(Replies, "First answer", $"First {string.Concat(Enumerable.Repeat("and next ", 7))}answer")),
        Line("SHAPE007", "a misspelt key of the line", "reply_hour:", "did you mean 'reply_hours'?", "  reply_hours", "  reply_hour: 12\n  reply_hours"),
        Line("SHAPE009", "a line without an approver", "responsible_body", "add 'approved_by:'", "  approved_by: Board of the Example Foundation\n", ""),
        Line("SHAPE010", "a reply time in words", "reply_hours", "docs/packs.md", "reply_hours: 24", "reply_hours: soon"),
        Line("SHAPE010", "a reply time of no hours", "reply_hours", "docs/packs.md", "reply_hours: 24", "reply_hours: 0"),
        Line("SHAPE010", "a reply time of more than a week", "reply_hours", "docs/packs.md", "reply_hours: 24", "reply_hours: 169"),
        Line("SHAPE010", "a day of review that is none", "reviewed_on", "docs/packs.md", "2026-10-01", "1 October"),
        Line("SHAPE010", "limits in no language", "limits: none", "docs/packs.md", "  limits:\n    en: |\n      We tell the police when a child is at risk and there is a way to find them.\n\n      We tell no one else.\n    gd: |\n      Innsidh sinn don phoileas ma tha pàiste ann an cunnart.\n\n      Chan innis sinn do dhuine eile.\n", "  limits: none\n"),
        Line("LANG005", "limits in a language the campaign lacks", "Nous", "add the language", "    en: |", "    fr: Nous\n    en: |"),
        Line("LANG006", "limits in no known language", "Wir", "a code such as en", "    en: |", "    english: Wir\n    en: |"),
        Line("LANG004", "limits that were not translated", "Line: same", "translate it", "Innsidh sinn don phoileas ma tha pàiste ann an cunnart.\n\n      Chan innis sinn do dhuine eile.", "We tell the police when a child is at risk and there is a way to find them.\n\n      We tell no one else.") with { Sign = "gd: |", Warning = true },
        Promise("untraceable"), Promise("100 % anonymous"), Promise("Nobody can ever know"),
        InReply("CLAIM003", "untraceable"), InReply("CLAIM003", "100 % anonymous"), InReply("CLAIM003", "Nobody can ever know"), InReply("CLAIM002", "0808 157 0123"),
        Line("CLAIM002", "a number in the limits", "0808 157 0123", "[[service:ID]]", "We tell no one else.", "Call 0808 157 0123."),
        Line("TERM002", "a word of the field's list in the limits", "child prostitute", "write child", "We tell no one else.", "We never write child prostitute."),
        Row("READ002", "a reply nobody can read", Replies, "body: Take", "shorter", p => Given.WithALine(p).Change(Replies, "Take care of yourself.", "Take notwithstanding considerations regarding confidentiality arrangements previously communicated, organisational responsibilities concerning safeguarding necessarily predominate.")),
        Row("LANG007", "replies without any in the reference language", GaelicReplies, null, "write replies/en.yaml first", p => Given.WithALine(p).Without(Replies)),
        Row("LANG007", "a reply of a misspelt id", GaelicReplies, "id: helo", "did you mean 'hello'?", p => Given.WithALine(p).Change(GaelicReplies, "id: hello", "id: helo")),
        Row("LANG001", "replies that a reviewed language lacks", GaelicReplies, null, "mark the language draft", p => Given.WithALine(p).Without(GaelicReplies).Change(Campaign, "{code: gd, state: draft}", "{code: gd, state: reviewed}")) with { With = ["LANG002"] },
        Row("LANG003", "replies that a draft lacks", GaelicReplies, null, "before the language is marked", p => Given.WithALine(p).Without(GaelicReplies)) with { Note = true },
        Row("LANG003", "a reply that a draft lacks", GaelicReplies, null, "before the language is marked", p => Given.WithALine(p).Change(GaelicReplies, "  - id: hello\n    name: Ciad fhreagairt\n    body: Tapadh leat airson sgrìobhadh.\n", "")) with { Note = true },
        Row("SHAPE012", "two replies of one id", Replies, "id: hello # again", "another id", p => Given.WithALine(p).Without(GaelicReplies).Change(Replies, "id: goodbye", "id: hello # again")),
        Row("SHAPE009", "a reply without a body", Replies, "id: goodbye", "add 'body:'", p => Given.WithALine(p).Change(Replies, "    body: Take care of yourself.\n", "")),
        Row("SHAPE007", "a key of a reply that nobody knows", Replies, "sent_by:", "docs/packs.md", p => Given.WithALine(p).Change(Replies, "    name: First", "    sent_by: Robin\n    name: First")),
        Row("SHAPE002", "replies under another name", "replies/english.yaml", null, "rename it", p => Given.WithALine(p).With("replies/english.yaml", "replies: []")),
    ];

    private static Breakage Line(string code, string name, string sign, string remedy, string words, string into) =>
        Row(code, name, Campaign, sign, remedy, p => Given.WithALine(p).Change(Campaign, words, into));

    private static Breakage Promise(string words) =>
        Line("CLAIM003", $"\"{words}\" in the limits", $"It is {words}", "not asked", "We tell no one else.", $"It is {words} here.");

    private static Breakage InReply(string code, string words) =>
        Row(code, $"\"{words}\" in a reply", Replies, $"It is {words}", code == "CLAIM003" ? "not asked" : "[[service:ID]]", p => Given.WithALine(p).Change(Replies, "Thank you for writing.", $"It is {words} here."));
}
