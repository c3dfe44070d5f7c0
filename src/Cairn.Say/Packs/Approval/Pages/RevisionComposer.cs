using Cairn.Foundation.Web;
using Cairn.Know.Register;
using Cairn.Say.Packs.Approval.Differences;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Packs.Rules;
using Cairn.Staff.Roles;

namespace Cairn.Say.Packs.Approval.Pages;

/// <summary>Makes the page of one revision ready to be drawn, for whoever looks.</summary>
internal sealed class RevisionComposer(PackStore store, Examiner examiner, Hindrances hindrances, ServicesAsTheyStand services, FigureRegister figures, Assets assets, TimeProvider time)
{
    public async Task<bool> Knows(string revision, CancellationToken cancel) => await store.WhereStands(revision, cancel) is not null;

    /// <summary>Null when there is no such revision.</summary>
    public async Task<RevisionModel?> Compose(string revision, SignedIn who, CancellationToken cancel)
    {
        if (await store.WhereStands(revision, cancel) is not { } standing)
            return null;

        var (examined, problem) = await Examine(revision, cancel);
        var hindered = examined is null || (standing is { Approved: true, InForce: true }) ? [] : await hindrances.Of(examined, cancel);
        var model = new RevisionModel(
            revision, standing.PackId, StateWords.Of(standing), standing.Submitters, problem,
            [.. standing.Acts.Reverse().Select(a => new ActLine(a.Act, Moment.At(a.At), a.By, a.Reason))],
            GroupsOf(examined), hindered, OffersOf(standing, who, hindered.Count > 0 || examined is null), null, null, [], JustDone(standing, who));
        return examined is null || standing.InForce ? model : await Compare(model, examined, cancel);
    }

    private async Task<RevisionModel> Compare(RevisionModel model, Examined fresh, CancellationToken cancel)
    {
        var served = await store.InForce(cancel) is { } inForce ? await store.WhereStands(inForce.Revision, cancel) : null;
        var old = served is null ? null : (await Examine(served.Revision, cancel)).Examined;
        var difference = PackDifference.Between(old?.Files, fresh.Files);
        var was = old is null ? null : await ProofOf(old, served!.Demonstration, cancel);
        var now = await ProofOf(fresh, demonstration: false, cancel);
        return model with
        {
            Served = served?.Revision,
            Difference = difference,
            Files = [.. difference.Files.Select(f => new ComparedFile(f, was?.Draw(f), now?.Draw(f)))],
        };
    }

    private async Task<Proof?> ProofOf(Examined examined, bool demonstration, CancellationToken cancel) => examined.Reading.Pack is { } pack
        ? new(new Edition(examined.Files.Revision, 0, pack, demonstration, Drafts: false), await services(pack.Services, cancel), figures, assets, time)
        : null;

    private async Task<(Examined? Examined, string? Problem)> Examine(string revision, CancellationToken cancel)
    {
        try
        {
            return (await examiner.Examine(revision, cancel), null);
        }
        catch (PackRefusedException broken)
        {
            return (null, broken.Message);
        }
    }

    private static Offers OffersOf(Standing standing, SignedIn who, bool hindered)
    {
        var approves = who.May(Permission.ApprovePack) && !standing.Approved;
        var against = ApprovalRules.AgainstApproving(standing, who.Name);
        return new(
            Submit: who.May(Permission.SubmitPack) && ApprovalRules.AgainstSubmitting(standing) is null && (standing.SentBack || !standing.IsSubmittedBy(who.Name)),
            Approve: approves && against is null && !hindered,
            WhyNotApprove: approves ? against : null,
            SendBack: who.May(Permission.SendBackPack) && ApprovalRules.AgainstSendingBack(standing) is null,
            RollBack: who.May(Permission.RollBackPack) && !standing.InForce && ApprovalRules.AgainstRollingBack(standing) is null && !(standing.Approved && hindered));
    }

    private static IReadOnlyList<FindingGroup> GroupsOf(Examined? examined)
    {
        return examined is null ? [] : [Group(RuleLevel.Error, "Errors"), Group(RuleLevel.Warning, "Warnings"), Group(RuleLevel.Info, "Notes")];

        FindingGroup Group(RuleLevel level, string name) => new(
            name, [.. examined.Report.Findings.Where(f => f.Rule.Level == level).Select(f => new FindingLine(f.Place.ToString(), f.Rule.Code, f.Message, f.Remedy))]);
    }

    private string? JustDone(Standing standing, SignedIn who)
    {
        var last = standing.Acts.LastOrDefault();
        if (last is null || last.By != who.Name || time.GetUtcNow().ToUnixTimeMilliseconds() - last.At > 60_000)
            return null;
        return last.Act switch
        {
            PackAct.Submitted => "Your name is on this revision. Somebody else approves it.",
            PackAct.SentBack => "You sent this revision back.",
            PackAct.Approved => "You approved this revision. The site shows it within two seconds.",
            PackAct.RolledBack => "This revision is in force again. The site shows it within two seconds.",
            _ => null,
        };
    }
}
