using Cairn.Moment.Bundles;
using CsCheck;

namespace Cairn.Tests.Moment;

/// <summary>Bundles that keep the rules of every bundle and nothing else: any number of messages, arms and ways, in any order, for any nations, at any hours.</summary>
internal static class RandomBundle
{
    public static readonly string[] Nations = ["GB-SCT", "GB-ENG", "GB-WLS", "GB-NIR"];

    private static readonly string[] Languages = ["en", "ur", "pl"];

    private static readonly Gen<IReadOnlyDictionary<string, string>> Texts =
        Gen.Bool.Array[2].Select(has => (IReadOnlyDictionary<string, string>)Languages.Where((_, i) => i == 0 || has[i - 1]).ToDictionary(l => l, l => $"words in {l}"));

    private static readonly Gen<IReadOnlyList<IReadOnlyList<long>>> Stretches = Gen.Int[0, 14 * 24 * 60].Array[0, 12].Select(minutes =>
    {
        var edges = minutes.Distinct().Order().Select(m => SmallBundle.Now.ToUnixTimeSeconds() - 3600 + (m * 60L)).ToList();
        return (IReadOnlyList<IReadOnlyList<long>>)[.. edges.Chunk(2).Where(c => c.Length == 2).Select(c => (IReadOnlyList<long>)c)];
    });

    private static readonly Gen<BundleWay> Way = Gen.Select(
        AnyOf("help", "help", "young", "report", "crisis", "emergency"),
        AnyOf("talk", "call", "chat", "report", "guide"),
        Texts,
        Gen.Int[0, 15],
        Gen.Select(AnyOf("always", "known", "unknown"), Stretches, Stretches, Gen.Bool),
        Gen.Select(Gen.Long[-1, 20], Gen.Long[-1, 20])).Select((role, kind, label, nations, hours, ends) => new BundleWay(
            "", role == "report" ? "report" : kind, role, label, label.ToDictionary(l => l.Key, _ => "tel:000"),
            [.. Nations.Where((_, i) => (nations & (1 << i)) != 0)], hours.Item1, hours.Item2, null,
            hours.Item4 ? hours.Item3 : null, Day(ends.Item1), Day(ends.Item2)));

    private static readonly Gen<(bool Law, bool Young, string? Aim, int Weight, int[] Leads, IReadOnlyDictionary<string, string> Text)> Arm = Gen.Select(
        Gen.Bool, Gen.Bool, AnyOf("stop", "seek-help", ""), Gen.Int[1, 5], Gen.Int[0, 12].Array[0, 3], Texts).Select(
            (law, young, aim, weight, leads, text) => (law && !young, young, aim.Length == 0 ? null : aim, weight, leads, text));

    /// <summary>Some with a crisis line and an emergency number for everywhere, as the check of a pack demands; some without.</summary>
    public static Gen<BundleContent> All { get; } = Gen.Select(Arm.Array[1, 8], Way.Array[0, 10], Gen.Int[4, 7], Gen.Bool).Select((arms, ways, looks, complete) =>
    {
        List<BundleWay> numbered = [.. ways.Select((w, i) => w with { Id = $"way-{i}" })];
        if (complete)
            numbered.AddRange([Sure("sure-crisis", "crisis"), Sure("sure-emergency", "emergency")]);
        numbered.Add(new("page", "guide", "page", English("All"), English("https://blorptang.example/en/find-help"), [], "always", [], null));
        // An adult's message that does not speak of the law: every bundle has one.
        var all = arms.Append((Law: false, Young: false, Aim: null, Weight: 1, Leads: [], Text: English("You can stop."))).ToList();
        return new BundleContent(
            "blorptang-campaign", "Blorptang", SmallBundle.Revision, SmallBundle.Now.ToUnixTimeMilliseconds(), SmallBundle.Now.AddDays(14).ToUnixTimeMilliseconds(),
            "https://blorptang.example", null, Languages, English("Under 18? You are not in trouble."), looks,
            [.. all.Select((a, i) => new BundleMessage($"message-{i}", a.Law, [.. a.Leads.Select(l => $"way-{l}")], a.Text.ToDictionary(t => t.Key, t => new BundleText(t.Value, [t.Value]))))],
            [.. all.Select((a, i) => new BundleArm($"message-{i}", $"message-{i}", a.Young, a.Aim, a.Weight))],
            numbered);
    });

    private static BundleWay Sure(string id, string role) => new(id, "call", role, English(role), English("tel:000"), Nations, "always", [], null);

    public static Gen<string> AnyOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static Dictionary<string, string> English(string text) => new() { ["en"] = text };

    private static long? Day(long day) => day < 0 ? null : SmallBundle.Now.AddDays(day).ToUnixTimeSeconds();
}
