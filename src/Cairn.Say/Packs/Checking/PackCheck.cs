using Cairn.Say.Packs.Checking.Texts;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Checking;

/// <summary>What a check found.</summary>
/// <param name="Directory">The folder as it was named.</param>
/// <param name="Coverage">Null when the pack could not be read far enough.</param>
internal sealed record CheckReport(string Directory, LocalDate Today, IReadOnlyList<Finding> Findings, Coverage? Coverage)
{
    public int Errors => Count(RuleLevel.Error);

    public int Warnings => Count(RuleLevel.Warning);

    public int Notes => Count(RuleLevel.Info);

    private int Count(RuleLevel level) => Findings.Count(f => f.Rule.Level == level);
}

/// <summary>Reads a pack and judges it by every rule, like a compiler.</summary>
internal static class PackCheck
{
    /// <param name="today">Decides what has expired and what is too old.</param>
    public static CheckReport Run(string directory, LocalDate today)
    {
        var reading = PackReader.Read(directory);
        if (reading.Readable is not { } pack)
            return new(directory, today, reading.Findings, null);

        var on = new Checked(pack, reading.Map, today, new FindingList(), new Allowances(pack.Campaign.Allow));
        foreach (var finding in reading.Findings)
            on.Findings.Add(finding.Rule, finding.Place, finding.Message, finding.Remedy);

        TermCheck.Run(on);
        ClaimCheck.Run(on);
        ServiceCheck.Run(on);
        ReadingCheck.Run(on);
        LookCheck.Run(on);
        LanguageCheck.Run(on);
        LinkCheck.Run(on);
        PromiseCheck.Run(on);
        MomentCheck.Run(on);
        HelplineCheck.Run(on);
        PosterCheck.Run(on);
        on.Allowances.ReportUnused(reading.Map, on.Findings);
        return new(directory, today, on.Findings.InOrder(), Coverage.Of(pack));
    }
}
