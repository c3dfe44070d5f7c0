namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private static IEnumerable<Breakage> Looks =>
    [
        Row("LOOK001", "white on yellow", Campaign, "#ffe100", "darker", p => p.Change(Campaign, "yourself: \"#0b5a8a\"", "yourself: \"#ffe100\"")),
        Row("LOOK001", "grey on paper", Campaign, "slate:", "darker", p => p.Change(Campaign, "  ink: ", "  slate: \"#8a8a8a\"\n  ink: ")),
        Row("LOOK002", "a colour the look does not have", Campaign, "parent:", "did you mean 'parents'?", p => p.Change(Campaign, "  ink: ", "  parent: \"#00585f\"\n  ink: ")),
        Row("LOOK003", "not a colour", Campaign, "ink: navy", "six hex digits", p => p.Change(Campaign, "ink: \"#10222b\"", "ink: navy")),
        Row("LOOK004", "a mark that is no path", Campaign, "<svg>", "SVG path data", p => p.Change(Campaign, "M0 0H10V10Z", "<svg>")),
        Row("LANG001", "a reviewed language without words", "words/gd.yaml", null, "draft", p => p.Change(Campaign, "{code: gd, state: draft}", "{code: gd, state: reviewed}")) with { With = ["LANG002"] },
        Row("LANG002", "a message missing in a reviewed language", "messages/gd.yaml", "messages:", "translate it", p => p.Change(Campaign, "{code: gd, state: draft}", "{code: gd, state: reviewed}")) with { With = ["LANG001"] },
        Row("LANG002", "a text of a service missing in a reviewed language", Services, "Free and private.", "translate it", p => p.Change(Campaign, "{code: gd, state: draft}", "{code: gd, state: reviewed}")) with { With = ["LANG001"] },
        Row("LANG003", "a draft with a gap", "messages/gd.yaml", null, "translate what is missing", _ => { }) with { Note = true },
        Row("LANG004", "a text that was not translated", "messages/gd.yaml", "You can stop this now.", "translate it", p => p.Change("messages/gd.yaml", "Faodaidh tu stad an-dràsta.", "You can stop this now.")) with { Warning = true },
        Row("LANG005", "a page in a language the campaign does not name", "pages/pl/home.md", null, "campaign.yaml", p => p.With("pages/pl/home.md", "---\nheading: A\nlead: B\n---\n")),
        Row("LANG005", "a text in a language the campaign does not name", Services, "pl: Za darmo", "campaign.yaml", p => p.Change(Services, "{en: Free and private.}", "{en: Free and private., pl: Za darmo}")),
        Row("LANG006", "not a language", Campaign, "code: gaelic", "a code such as", p => p.Change(Campaign, "  - {code: gd, state: draft}", "  - {code: gd, state: draft}\n  - {code: gaelic, state: draft}")),
        Row("LANG007", "a translation of nothing", "messages/gd.yaml", "id: stop-nwo", "did you mean 'stop-now'?", p => p.Change("messages/gd.yaml", "id: stop-now", "id: stop-nwo")),
        Row("LANG008", "braces that do not fit", "words/en.yaml", "opens_today:", "use {time}", p => p.Change("words/en.yaml", "opens_today: ", "opens_today: At {tme} and ")),
        Row("LANG009", "a translation without the figure", "pages/gd/home.md", null, "cite the same", p => p.Change("pages/gd/home.md", "[[figure:share]]", "Seo e.")) with { Warning = true },
    ];
}
