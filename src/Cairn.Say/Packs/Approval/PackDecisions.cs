using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;

namespace Cairn.Say.Packs.Approval;

/// <summary>Submits, approves, sends back and rolls back, for the console and the command line alike. The rules are asked inside the turn, so of two decisions at once one wins.</summary>
/// <remarks>Every method throws a <see cref="PackRefusedException"/> when it changed nothing; its message is for people.</remarks>
internal sealed class PackDecisions(PackTurns turns, Examiner examiner, RevisionVault vault, Hindrances hindrances, PackSigningKey key, AuditTrail audit)
{
    /// <summary>Puts a name to a revision that is kept.</summary>
    public Task Submit(string revision, Decider who, CancellationToken cancel)
    {
        who.Must(Permission.SubmitPack);
        return Decide(revision, who, Acts.PackSubmitted, async (db, standing) =>
        {
            Refuse(ApprovalRules.AgainstSubmitting(standing));
            if (!standing.SentBack && standing.IsSubmittedBy(who.Name))
                throw new PackRefusedException($"You put your name to revision {standing.Short} before. Nothing was changed.");
            await turns.Note(db, PackAct.Submitted, standing.PackId, revision, who.Name, null, cancel);
        }, cancel);
    }

    /// <summary>Puts a revision on the air as a campaign.</summary>
    public async Task Approve(string revision, Decider who, CancellationToken cancel)
    {
        who.Must(Permission.ApprovePack);
        var examined = await examiner.Examine(revision, cancel);
        await Decide(revision, who, Acts.PackApproved, async (db, standing) =>
        {
            Refuse(ApprovalRules.AgainstApproving(standing, who.Name));
            await RefuseHindered(examined, standing.Short, cancel);
            var act = await turns.PutInForce(db, PackAct.Approved, standing.PackId, revision, who.Name, cancel);
            var (signature, publicKey) = key.Sign(StoredApproval.Statement(revision, StoredApproval.AsCampaign, standing.Submitters, who.Name, act.At));
            db.Add(new StoredApproval
            {
                Revision = revision,
                Kind = StoredApproval.AsCampaign,
                ApprovedAt = act.At,
                ApprovedBy = who.Name,
                Signature = signature,
                PublicKey = publicKey,
            });
        }, cancel);
    }

    public Task SendBack(string revision, Decider who, string reason, CancellationToken cancel)
    {
        who.Must(Permission.SendBackPack);
        Refuse(ApprovalRules.AgainstReason(reason));
        return Decide(revision, who, Acts.PackSentBack, async (db, standing) =>
        {
            Refuse(ApprovalRules.AgainstSendingBack(standing));
            await turns.Note(db, PackAct.SentBack, standing.PackId, revision, who.Name, reason.Trim(), cancel);
        }, cancel);
    }

    /// <summary>Puts an earlier approved revision, or a demonstration, in force again.</summary>
    /// <returns>False when it is in force already.</returns>
    public async Task<bool> RollBack(string revision, Decider who, CancellationToken cancel)
    {
        // Refused here rather than by every server: a revision that cannot be shown does not come into force.
        var (_, demonstration) = await vault.Open(revision, cancel);
        // Remembered for the turn, which others wait for. A demonstration is not examined: going back to one has to be quick.
        if (!demonstration)
            await examiner.Examine(revision, cancel);
        var changed = false;
        await Decide(revision, who, Acts.PackRolledBack, async (db, standing) =>
        {
            if (ReferenceEquals(who, Decider.CommandLine) && ApprovalRules.RollBackNeedsPerson(standing))
                throw new PackRefusedException("A campaign is put on the air, or taken off it, by a person: add --as and the sign-in name of an approver.");
            if (!ReferenceEquals(who, Decider.CommandLine))
                who.Must(Permission.RollBackPack);
            Refuse(ApprovalRules.AgainstRollingBack(standing));
            if (standing.InForce)
                return;
            if (standing.Approved)
                await RefuseHindered(await examiner.Examine(revision, cancel), standing.Short, cancel);
            await turns.PutInForce(db, PackAct.RolledBack, standing.PackId, revision, who.Name, cancel);
            changed = true;
        }, cancel);
        return changed;
    }

    private Task<bool> Decide(string revision, Decider who, string act, Func<SayDb, Standing, Task> work, CancellationToken cancel) =>
        audit.Doing(who.Actor, act, who.On(revision), () => turns.InTurn(
            async db =>
            {
                await work(db, await Standing.Of(db, revision, cancel) ?? throw new PackRefusedException($"Revision {revision[..12]} is not in the database."));
                return true;
            },
            cancel), cancel);

    private async Task RefuseHindered(Examined examined, string revision, CancellationToken cancel)
    {
        if (await hindrances.Of(examined, cancel) is { Count: > 0 } found)
            throw new PackRefusedException(string.Join('\n', [$"Revision {revision} cannot be put on the air as a campaign yet. Nothing was changed.", .. found]));
    }

    private static void Refuse(string? sentence)
    {
        if (sentence is not null)
            throw new PackRefusedException(sentence);
    }
}
