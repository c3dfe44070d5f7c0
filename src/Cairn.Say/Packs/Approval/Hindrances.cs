using Cairn.Help.Directory;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Approval;

/// <summary>A pack's services as they stand now: what the pack says, with what staff confirmed since laid over it.</summary>
/// <remarks>Asked again at the moment of each decision.</remarks>
internal delegate Task<ServiceList> ServicesAsTheyStand(ServiceList inPack, CancellationToken cancel);

/// <summary>What keeps a pack from being put on the air as a campaign today. Whoever approves it cannot wave these through.</summary>
internal sealed class Hindrances(PublicAddress address, ServicesAsTheyStand services, PackGate gate)
{
    /// <returns>One sentence each; empty when nothing stands in the way.</returns>
    public async Task<IReadOnlyList<string>> Of(Examined examined, CancellationToken cancel)
    {
        if (examined.Reading.Readable is not { } pack)
            return ["This version of Cairn cannot read it."];

        var found = new List<string>();
        if (address.Https is null)
            found.Add("CAIRN_ADDRESS is not set to the campaign's https address.");

        // Services are judged below, with what was confirmed since the pack was written.
        var errors = examined.Report.Findings.Count(f => f.Rule.Level == RuleLevel.Error && f.Place.File != "services.yaml");
        if (errors > 0)
            found.Add(errors == 1 ? "The check finds an error in it." : $"The check finds {errors} errors in it.");

        found.AddRange(ServiceDoubt.Sentences(ServiceDoubt.Of(await services(pack.Services, cancel), gate.Today())));
        return found;
    }
}
