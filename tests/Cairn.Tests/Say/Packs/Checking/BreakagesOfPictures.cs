namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private const string Sixteen = "One two three four five six seven eight nine ten more words than fit one glance";

    private static IReadOnlyList<Breakage> Pictures =>
    [
        Drawn("LOOK010", "a headline that does not fit", "shorten the text", $"headline: {{en: {new string('w', 300)}}}"),
        Drawn("LOOK011", "a draft that does not fit", "before the language is marked reviewed", $"headline: {{en: Zint., gd: {new string('w', 300)}}}", "label: {en: Zint, gd: Zint}") with { Note = true },
        Drawn("LOOK013", "a code without room", "take the format out", "formats: [210x210]") with { With = ["LOOK010"] },
        Drawn("LOOK014", "more than one idea on a six-sheet", "at", $"headline: {{en: {Sixteen}}}", "formats: [d6]") with { Remedy = "shorten the headline" },
        Row("LOOK015", "a picture without alternative text", Artwork, "id: zint", "add alternative", p => p.Append(Artwork, Picture().Replace("    alternative: {en: A square.}\n", "", StringComparison.Ordinal))),
        Row("LOOK017", "a figure too old to print", Artwork, "id: zint", "historical", p =>
        {
            p.Change(Figures, "historical: true", "historical: false");
            p.Append(Artwork, Picture("audience: yourself", "figure: share", "headline: {en: Zint}").Replace("layout: statement", "layout: figure", StringComparison.Ordinal));
        }) with { With = ["CLAIM005"] },
        Drawn("LOOK018", "a service whose number may not be shown", "name another service", "service: closed"),
        Row("LOOK019", "a code that leads to a page without services", Artwork, "id: zint", "leads to a page with services", p =>
            p.Append(Artwork, "  - {code: abt1, name: About, channel: posters, to: /about}\n" + Picture().Replace("code: bus2", "code: abt1", StringComparison.Ordinal))),
        Drawn("LOOK020", "a letter that no font has", "Latin or Arabic", "headline: {en: Zint \u0F40}"),
        Row("LOOK021", "a format there is not", Artwork, "formats: [sqare]", "did you mean 'square'?", p => p.Append(Artwork, Picture("formats: [sqare]"))),
        Row("LOOK022", "artwork of a message there is not", Artwork, "message: stop-nwo", "did you mean 'stop-now'?", p => p.Append(Artwork, Picture().Replace("stop-now", "stop-nwo", StringComparison.Ordinal))),
        Drawn("LOOK022", "artwork with a code there is not", "correct the id", "codes: {square: nowhere1}"),
        Drawn("LOOK023", "the law held against young people", "another appeal", "audience: young-people"),
    ];

    private static Breakage Drawn(string code, string name, string remedy, params string[] lines) =>
        Row(code, name, Artwork, "id: zint", remedy, p => p.Append(Artwork, Picture(lines)));

    private static string Picture(params string[] lines) =>
        "artworks:\n  - id: zint\n    layout: statement\n    message: stop-now\n    code: bus2\n" + (lines.Any(l => l.StartsWith("formats", StringComparison.Ordinal)) ? "" : "    formats: [square]\n")
        + "    alternative: {en: A square.}\n" + string.Concat(lines.Select(l => $"    {l}\n"));
}
