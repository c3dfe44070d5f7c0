namespace Cairn.Tests.Say.Packs.Checking;

internal static partial class Breakages
{
    private const string Plan = "moments.yaml";
    private const string GoodArms = "arms:\n  - {message: stop-now}\n  - {message: seek-now}\n";

    private static IEnumerable<Breakage> MomentsOfRisk =>
    [
        Row("SHAPE050", "an arm of a message that is not there", Plan, "stop-nwo", "name a message", p => Planned(p).Append(Plan, "  - {id: third, message: stop-nwo}\n")),
        Row("SHAPE051", "an arm that teaches", Plan, "learn-it", "aim stop or seek-help", p => Planned(p).Append(Plan, "  - {message: learn-it}\n")
            .Append(Messages, Message("learn-it", "parents", "learn", "help"))),
        Row("SHAPE052", "an arm that holds the law against the young", Plan, "law-young", "take the arm out", p => Planned(p).Append(Plan, "  - {message: law-young}\n")
            .Append(Messages, Message("law-young", "young-people", "seek-help", "law"))) with { With = ["SHAPE033"] },
        Row("SHAPE053", "an aim without an arm", Plan, null, "add an arm", p => Planned(p).With(Plan, "arms:\n  - {message: stop-now}\n")),
        Row("SHAPE054", "a crisis line for one nation only", Services, null, "kind crisis", p => p.With(Services, OnlyInScotland(p, "crisis-line"))),
        Row("SHAPE055", "a helpline for one nation only", Services, null, "helpline", p => p.With(Services, OnlyInScotland(p, "line"))),
        Row("SHAPE056", "a report to a helpline", Plan, "report: [line]", "has a form", p => p.With(Plan, "looks: 5\nreport: [line]\n")),
        Row("SHAPE057", "an experiment that compares nothing", Plan, "experiment:", "take the experiment out", p => p.With(Plan, "experiment: autumn\n")),
        Row("SHAPE010", "an arm without weight", Plan, "weight: 0", "docs/packs.md", p => Planned(p).Append(Plan, "  - {id: third, message: stop-now, weight: 0}\n")),
        Row("SHAPE010", "fewer looks than attention needs", Plan, "looks: 3", "docs/packs.md", p => p.With(Plan, "looks: 3\n")),
        Row("SHAPE012", "the same arm twice", Plan, "seek-now, weight: 2", "another id", p => Planned(p).Append(Plan, "  - {message: seek-now, weight: 2}\n")),
        Row("SHAPE007", "a key that no plan has", Plan, "wieght", "did you mean 'weight'?", p => Planned(p).Append(Plan, "  - {id: third, message: stop-now, wieght: 2}\n")),
    ];

    // The small pack with a message that says seek help, and both aims as arms.
    private static TemporaryPack Planned(TemporaryPack pack) => pack.Append(Messages, Message("seek-now", "yourself", "seek-help", "help")).With(Plan, GoodArms);

    private static string Message(string id, string audience, string aim, string appeal) => $"""
          - id: {id}
            audience: {audience}
            aim: {aim}
            appeal: {appeal}
            covers: [threats]
            heading: You can talk to someone.
            body: There is help for you. You can ask for it now.
            way: /find-help
            way_label: Find someone to talk to
            evidence: What people say.

        """;

    private static string OnlyInScotland(TemporaryPack pack, string service)
    {
        var text = File.ReadAllText(pack.PathOf(Services));
        var from = text.IndexOf($"  - id: {service}\n", StringComparison.Ordinal);
        var at = text.IndexOf("nations: [GB-SCT, GB-ENG, GB-WLS, GB-NIR]", from, StringComparison.Ordinal);
        return text[..at] + "nations: [GB-SCT]" + text[(at + "nations: [GB-SCT, GB-ENG, GB-WLS, GB-NIR]".Length)..];
    }
}
