namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private static IEnumerable<Breakage> Files =>
    [
        Row("SHAPE001", "no services", Services, null, "docs/packs.md", p => p.Without(Services)),
        Row("SHAPE001", "no words in the reference language", "words/en.yaml", null, "docs/packs.md", p => p.Without("words/en.yaml")),
        Row("SHAPE002", "a misspelt file", "service.yaml", null, "rename it", p => p.With("service.yaml", "services: []")),
        Row("SHAPE002", "a folder of another kind", "guides", null, "rename it", p => p.With("guides/en/x.yaml", "id: x")),
        Row("SHAPE003", "a link to a file outside", Artwork, null, "put a copy", p =>
        {
            p.Without(Artwork);
            File.CreateSymbolicLink(p.PathOf(Artwork), Path.Combine(Given.TheBundledPack(), Artwork));
        }),
        Row("SHAPE004", "a file of a megabyte", Artwork, null, "512 kB", p => p.Append(Artwork, "#" + new string('x', 1_000_000))),
        Row("SHAPE005", "a letter in another encoding", Artwork, "stops", "UTF-8", p => p.With(Artwork, [.. File.ReadAllBytes(p.PathOf(Artwork)).Select(b => b == (byte)'2' ? (byte)0xE9 : b)])),
        Row("SHAPE005", "a control character", Messages, "You can stop", "take the character out", p => p.Change(Messages, "You can stop this", "You can stop\u0007 this")),
        Row("SHAPE006", "a tab as indentation", Artwork, "\tname", "indent with spaces", p => p.Change(Artwork, "  - {code: bus1, name: Bus shelters, channel: posters, to: /yourself}", "  - code: bus1\n\tname: Bus shelters")),
        Row("SHAPE006", "a bracket that is not closed", Artwork, "Bus stops", "close every quote", p => p.Change(Artwork, "{code: bus2, name: Bus stops", "{code: bus2, name: \"Bus stops")),
        Row("SHAPE006", "nesting without end", Artwork, "[[[[", "indent with spaces", p => p.With(Artwork, "placements: " + new string('[', 5000))),
        Row("SHAPE007", "a misspelt key", Messages, "headng:", "did you mean 'heading'?", p => p.Change(Messages, "    body: What", "    headng: Stop\n    body: What")),
        Row("SHAPE007", "a key nobody knows", Campaign, "zebra:", "docs/packs.md", p => p.Change(Campaign, "owner:", "zebra: 1\nowner:")),
        Row("SHAPE007", "a key of the reference language in a translation", "messages/gd.yaml", "audience:", "docs/packs.md", p => p.Change("messages/gd.yaml", "    heading:", "    audience: yourself\n    heading:")),
        Row("SHAPE008", "a key twice", Artwork, "placements: []", "keep one", p => p.Append(Artwork, "placements: []\n")),
        Row("SHAPE009", "a message without an aim", Messages, "id: stop-now", "add 'aim:'", p => p.Change(Messages, "    aim: stop\n", "")),
        Row("SHAPE009", "a word of the site missing", "words/en.yaml", "skip_to_content", "add 'title:'", p => p.Change("words/en.yaml", "  title: Information and support\n", "")),
        Row("SHAPE009", "an audience page without its door", Parents, "heading:", "add 'door:'", p => p.Change(Parents, "door: I am a parent\n", "")),
        Row("SHAPE010", "a word where a number is expected", Campaign, "messages_at_least", "docs/packs.md", p => p.Change(Campaign, "messages_at_least: 2", "messages_at_least: many")),
        Row("SHAPE010", "a number where text is expected", Messages, "heading: 42", "put it in quotes", p => p.Change(Messages, "heading: You can stop this now.", "heading: 42")),
        Row("SHAPE010", "one value where a list is expected", Campaign, "partners", "docs/packs.md", p => p.Change(Campaign, "partners: []", "partners: none")),
        Row("SHAPE010", "a list where text is expected", Campaign, "licence", "docs/packs.md", p => p.Change(Campaign, "licence: CC-BY-4.0", "licence: [a, b]")),
        Row("SHAPE010", "a day that is none", Campaign, "2018-02-31", "docs/packs.md", p => p.Change(Campaign, "from: 2018-03-27", "from: 2018-02-31")),
        Row("SHAPE010", "a draft as the reference", Campaign, "code: en", "reviewed", p => p.Change(Campaign, "{code: en, state: reviewed}", "{code: en, state: draft}")),
        Row("SHAPE011", "an audience that is none", Messages, "audience: young-person", "did you mean 'young-people'?", p => p.Change(Messages, "audience: young-people", "audience: young-person")),
        Row("SHAPE011", "a state that is none", Services, "state: unverifed", "did you mean 'unverified'?", p => p.Change(Services, "state: unverified", "state: unverifed")),
        Row("SHAPE011", "a topic that is none", Campaign, "topics:", "choose one", p => p.Change(Campaign, "topics: [threats, for-self]", "topics: [threats, zzzzzzzz]")),
        Row("SHAPE012", "two messages of one id", Messages, "id: stop-now # again", "another id", p => p.Change(Messages, "id: not-alone", "id: stop-now # again")) with { With = ["SHAPE034", "SHAPE035", "SHAPE036"] },
        Row("SHAPE012", "two placements of one code", Artwork, "Bus stops", "another id", p => p.Change(Artwork, "code: bus2", "code: bus1")),
        Row("SHAPE012", "two headings of one id", Yourself, "## Again", "another id", p => p.Append(Yourself, "\n## Again {#stop}\n\nCall.\n")),
        Row("SHAPE013", "an id with capitals", Services, "id: Spare", "lower-case", p => p.Change(Services, "id: spare", "id: Spare")),
        Row("SHAPE014", "a heading without words", Messages, "heading: \"\"", "write the text", p => p.Change(Messages, "heading: You can stop this now.", "heading: \"\"")),
        Row("SHAPE014", "a link without words", Someone, "[](/find-help)", "write the text", p => p.Change(Someone, "There is [help", "There is [](/find-help) and [help")),
        Row("SHAPE015", "an alias", Artwork, "&x", "in full", p => p.Change(Artwork, "placements:", "placements: &x")),
        Row("SHAPE016", "an exit over plain http", Campaign, "exit:", "https://", p => p.Change(Campaign, "exit: https", "exit: http")),
        Row("SHAPE016", "a website that is a script", Services, "javascript:", "https://", p => p.Change(Services, "https://example.org/help", "\"javascript:alert(1)\"")),
        Row("SHAPE017", "a burst that ends before it begins", Campaign, "from: 2019", "earlier date first", p => p.Change(Campaign, "from: 2018-03-27", "from: 2019-03-27")),
        Row("SHAPE018", "an exception without a reason", Campaign, "code: TERM001", "written reason", p => p.Append(Campaign, "allow:\n  - {code: TERM001, text: something}\n")),
        Row("SHAPE018", "an exception for a rule without exceptions", Campaign, "code: SERV001", "TERM or CLAIM", p => p.Append(Campaign, "allow:\n  - {code: SERV001, text: something, reason: because}\n")),
        Row("SHAPE019", "an exception nothing needs", Campaign, "code: TERM001", "out of allow", p => p.Append(Campaign, "allow:\n  - {code: TERM001, text: something, reason: The title of an Act.}\n")) with { Warning = true },
    ];
}
