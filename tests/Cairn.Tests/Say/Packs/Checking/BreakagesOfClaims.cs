namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private static IEnumerable<Breakage> Claims =>
    [
        Claim("CLAIM001", "23 % of them", "[[figure:ID]]"),
        Claim("CLAIM001", "23 per cent", "[[figure:ID]]"),
        Claim("CLAIM001", "one in four", "[[figure:ID]]"),
        Claim("CLAIM001", "1 in 20", "[[figure:ID]]"),
        Claim("CLAIM001", "almost one-quarter of them", "[[figure:ID]]"),
        Claim("CLAIM001", "three times more", "[[figure:ID]]"),
        Claim("CLAIM001", "thousands of children", "[[figure:ID]]"),
        Claim("CLAIM001", "2,500 people", "[[figure:ID]]"),
        Claim("CLAIM001", "ten people", "[[figure:ID]]"),
        Row("CLAIM001", "a percentage in a translation", "messages/gd.yaml", "23%", "[[figure:ID]]", p => p.Change("messages/gd.yaml", "Tha cuideachadh ann dhut.", "Tha 23% ann dhut.")),
        Claim("CLAIM002", "0131 496 0123", "[[service:ID]]"),
        Claim("CLAIM002", "+44 131 496 0123", "[[service:ID]]"),
        Claim("CLAIM002", "116 123", "[[service:ID]]"),
        Row("CLAIM002", "a number in a message", Messages, "0808 157 0123", "[[service:ID]]", p => p.Change(Messages, "It is not your fault.", "Call 0808 157 0123.")),
        Claim("CLAIM003", "untraceable", "not asked"),
        Claim("CLAIM003", "100 % anonymous", "not asked"),
        Claim("CLAIM003", "Nobody can ever know", "not asked"),
        Claim("CLAIM003", "completely anonymous", "not asked"),
        Row("CLAIM004", "a figure without a base", Figures, "id: share", "add base", p => p.Change(Figures, "    base: {en: people on the list on that day}\n", "")),
        Row("CLAIM005", "a figure too old", Figures, "as_of:", "newer figure", p => p.Change(Figures, "historical: true", "historical: false")),
        Row("CLAIM006", "more than the whole", Figures, "value:", "read the source", p => p.Change(Figures, "value: 23", "value: 123")),
        Row("CLAIM006", "counts that give another share", Figures, "numerator:", "read the source", p => p.Change(Figures, "numerator: unknown", "numerator: 50").Change(Figures, "denominator: unknown", "denominator: 100")),
        Row("CLAIM007", "a figure from the future", Figures, "as_of:", "correct as_of", p => p.Change(Figures, "as_of: 2018-03-07", "as_of: 2099-03-07")),
    ];

    private static IEnumerable<Breakage> Ways =>
    [
        Row("SERV001", "a number with a digit missing", Services, "0808 157 045,", "read the number again", p => p.Change(Services, "0808 157 0456", "0808 157 045")),
        Row("SERV001", "letters in a number", Services, "0808 CALL", "read the number again", p => p.Change(Services, "phone: {value: 0808 157 0456", "phone: {value: 0808 CALL NOW")),
        Row("SERV002", "an expired field", Services, "expires_on: 2026-11-23", "seen_on and expires_on", p => p.Change(Services, "https://example.org/help, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2027-05-01", "https://example.org/help, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2026-11-23")),
        Row("SERV003", "a field about to expire", Services, "expires_on: 2026-12-23", "seen_on and expires_on", p => p.Change(Services, "https://example.org/help, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2027-05-01", "https://example.org/help, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2026-12-23")) with { Warning = true },
        Row("SERV004", "a field without a source", Services, "website:", "add 'source:'", p => p.Change(Services, "https://example.org/help, state: seen, source: https://example.org/contact", "https://example.org/help, state: seen")),
        Row("SERV004", "a field without a date", Services, "email:", "add 'seen_on:'", p => p.Change(Services, "help@example.org, state: seen, source: https://example.org/contact, seen_on: 2026-11-01", "help@example.org, state: seen, source: https://example.org/contact")),
        Row("SERV004", "a field that never expires", Services, "email:", "add 'expires_on:'", p => p.Change(Services, "help@example.org, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2027-05-01", "help@example.org, state: seen, source: https://example.org/contact, seen_on: 2026-11-01")),
        Row("SERV005", "a nation by its name", Campaign, "nation:", "GB-SCT", p => p.Change(Campaign, "nation: GB-SCT", "nation: Scotland")),
        Row("SERV005", "a nation that is none", Services, "GB-XYZ", "GB-SCT", p => p.Change(Services, "nations: [GB-SCT, GB-ENG, GB-WLS, GB-NIR]", "nations: [GB-SCT, GB-ENG, GB-WLS, GB-NIR, GB-XYZ]")),
        Row("SERV006", "verified by nobody", Services, "state: verified", "verified_by", p => p.Change(Services, "https://example.org/help, state: seen, source: https://example.org/contact, seen_on:", "https://example.org/help, state: verified, source: https://example.org/contact, verified_on:")),
        Row("SERV007", "a number known to be historical", Services, "phone: {value: 0808 157 0456, state: seen", "out of every", p => p.Change(Services, "0808 157 0999, state: unverified", "0808 157 0456, state: historical")),
        Row("SERV007", "a number known to be historical in another spelling", Services, "phone: {value: 0808 157 0456, state: seen", "out of every", p => p.Change(Services, "0808 157 0999, state: unverified", "(+44) 808 157 0456, state: historical")),
        Row("SERV008", "an action to a closed line", Messages, "service:closed", "another service", p => p.Change(Messages, "way: service:line", "way: service:closed")),
        Row("SERV009", "hours nobody can read", Services, "nine to five", "", p => p.Change(Services, "value: always", "value: [nine to five]")),
        Row("SERV009", "hours of no length", Services, "09:00-09:99", "", p => p.Change(Services, "fri 09:00-17:00", "fri 09:00-09:99")),
        Row("SERV010", "too few ways in a nation", Services, null, "for this audience and nation", p => p
            .Change(Services, "kind: helpline\n    audiences: [yourself, young-people, parents, someone-else]\n    nations: [GB-SCT, GB-ENG, GB-WLS, GB-NIR]", "kind: helpline\n    audiences: [yourself, young-people, parents, someone-else]\n    nations: [GB-SCT]")
            .Change(Services, "kind: information\n    audiences: [yourself, young-people, parents, someone-else]", "kind: information\n    audiences: [parents]")) with { With = ["SHAPE055"] },
        Row("SERV011", "a source over plain http", Services, "http://example.org/holidays", "https address", p => p.Change(Services, "https://example.org/holidays", "http://example.org/holidays")),
        Row("SERV011", "a source in words", Figures, "their website", "https address", p => p.Change(Figures, "https://example.org/list", "their website")),
        Row("SERV012", "seen on a day to come", Services, "seen_on: 2027-01-01", "correct seen_on", p => p.Change(Services, "value: 0808 157 0456, state: seen, source: https://example.org/contact, seen_on: 2026-11-01", "value: 0808 157 0456, state: seen, source: https://example.org/contact, seen_on: 2027-01-01")),
        Row("SERV012", "expired before it was seen", Services, "expires_on: 2026-10-01", "correct seen_on", p => p.Change(Services, "value: 0808 157 0456, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2027-05-01", "value: 0808 157 0456, state: seen, source: https://example.org/contact, seen_on: 2026-11-01, expires_on: 2026-10-01")),
        Row("SERV013", "an e-mail address that is none", Services, "help at", "read the address again", p => p.Change(Services, "help@example.org", "help at example")),
        Row("SERV014", "a zone that is none", Services, "GMT+1", "IANA", p => p.Change(Services, "zone: Europe/London, on_holidays: same", "zone: GMT+1, on_holidays: same")),
    ];

    private static Breakage Claim(string code, string words, string remedy) =>
        Row(code, $"\"{words}\"", Someone, $"It is {words}", remedy, p => p.Change(Someone, Plain, $"{Plain}\nIt is {words} here."));
}
