using Cairn.Moment.Bundles;

namespace Cairn.Tests.Moment;

/// <summary>A small campaign as a bundle: two messages about stopping, one about seeking help, one for young people; two languages; nonsense services.</summary>
internal static class SmallBundle
{
    public const string Revision = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>Tuesday, 24 November 2026, 10:00 UTC.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] EveryNation = ["GB-SCT", "GB-ENG", "GB-WLS", "GB-NIR"];

    public static BundleContent Content(DateTimeOffset? issued = null, string campaign = "blorptang-campaign", string revision = Revision) => new(
        campaign,
        "Blorptang",
        revision,
        (issued ?? Now).ToUnixTimeMilliseconds(),
        (issued ?? Now).AddDays(14).ToUnixTimeMilliseconds(),
        "https://blorptang.example",
        Demonstration: null,
        ["en", "ur"],
        Both("Under 18? You are not in trouble.", "18 سے کم؟"),
        Looks: 4,
        [
            new("law-one", Law: true, ["helpline"], Texts("The law speaks", "Stop now.")),
            new("harm-one", Law: false, ["helpline"], Texts("It hurts", "You can stop.")),
            new("help-one", Law: false, ["helpline-chat"], Texts("Talk", "No name needed.")),
            new("young-one", Law: false, ["children"], Texts("Not your fault", "Tell someone.")),
        ],
        [
            new("law-one", "law-one", Young: false, "stop", 1),
            new("harm-one", "harm-one", Young: false, "stop", 1),
            new("help-one", "help-one", Young: false, "seek-help", 1),
            new("young-one", "young-one", Young: true, null, 1),
        ],
        [
            Way("helpline", "call", "help", "Call the helpline", "tel:+440000000001", "known", Office()),
            Way("helpline-chat", "chat", "help", "Write to the helpline", "https://chat.example/", "unknown"),
            Way("scots-line", "call", "help", "Call in Scotland", "tel:+440000000002", "always", null, "GB-SCT"),
            Way("children", "call", "young", "For anyone under 19", "tel:+440000000003", "always"),
            Way("report", "report", "report", "Report it", "https://report.example/", "always"),
            Way("crisis", "call", "crisis", "If you cannot go on", "tel:+440000000004", "always"),
            Way("999", "call", "emergency", "Danger now: 999", "tel:999", "always"),
            new("page", "guide", "page", Both("All the ways to help", "مدد"), Both("https://blorptang.example/en/find-help", "https://blorptang.example/ur/find-help"), [], "always", [], null),
        ]);

    public static Bundle Make(DateTimeOffset? issued = null) => Bundle.Of(Content(issued));

    // Open from 9 to 17 on each of the fourteen days.
    private static List<IReadOnlyList<long>> Office() =>
        [.. Enumerable.Range(0, 14).Select(d => Now.Date.AddDays(d)).Select(day => (IReadOnlyList<long>)[At(day, 9), At(day, 17)])];

    private static long At(DateTime day, int hour) => new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Utc)).AddHours(hour).ToUnixTimeSeconds();

    private static BundleWay Way(string id, string kind, string role, string label, string href, string hours, IReadOnlyList<IReadOnlyList<long>>? open = null, params string[] nations) =>
        new(id, kind, role, new Dictionary<string, string> { ["en"] = label }, new Dictionary<string, string> { ["en"] = href }, nations.Length > 0 ? nations : EveryNation, hours, open ?? [], null);

    private static Dictionary<string, BundleText> Texts(string heading, string body) => new() { ["en"] = new(heading, [body]) };

    private static Dictionary<string, string> Both(string english, string urdu) => new() { ["en"] = english, ["ur"] = urdu };
}
