using Cairn.Say.Packs.Approval;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Revisions, approvals, what is in force, and the history of acts. What people decide about them is in <see cref="PackDecisions"/>.</summary>
internal sealed class PackStore(PackTurns turns, PackSigningKey key, TimeProvider time)
{
    /// <summary>PostgreSQL: the channel on which nodes learn that something else is in force. Carries a version number only.</summary>
    public const string Channel = "cairn_say";

    /// <summary>What the site shows: of all packs, the one put in force last. Null when nothing is published.</summary>
    public Task<ServedRevision?> InForce(CancellationToken cancel) => turns.Ask(db => PackTurns.InForce(db, cancel), cancel);

    public Task<StoredRevision?> Revision(string revision, CancellationToken cancel) =>
        turns.Ask(db => db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Revision == revision, cancel), cancel);

    /// <summary>The approval that counts: a second person's before a demonstration's.</summary>
    public Task<StoredApproval?> Approval(string revision, CancellationToken cancel) => turns.Ask(
        async db => (await db.Approvals.AsNoTracking().Where(a => a.Revision == revision).ToListAsync(cancel))
            .OrderBy(a => a.Kind == StoredApproval.AsCampaign ? 0 : 1).ThenBy(a => a.Kind, StringComparer.Ordinal).FirstOrDefault(),
        cancel);

    /// <summary>The acts, newest first.</summary>
    public Task<List<PackAct>> History(CancellationToken cancel) =>
        turns.Ask(db => db.Acts.AsNoTracking().OrderByDescending(a => a.Version).ToListAsync(cancel), cancel);

    /// <summary>Where every revision stands, newest first.</summary>
    public Task<List<Standing>> Standings(CancellationToken cancel) => turns.Ask(db => Standing.All(db, cancel), cancel);

    /// <summary>Where one revision stands, or null when there is none of that name.</summary>
    public Task<Standing?> WhereStands(string revision, CancellationToken cancel) => turns.Ask(db => Standing.Of(db, revision, cancel), cancel);

    /// <summary>Every revision as the command lists it, newest first.</summary>
    public async Task<List<RevisionLine>> List(CancellationToken cancel) =>
        (await Standings(cancel)).ConvertAll(s => new RevisionLine(
            s.Revision, s.PackId, s.State, s.KeptAt, s.Submitters.Count > 0 ? string.Join(", ", s.Submitters) : s.KeptBy));

    /// <summary>The one revision whose name begins so.</summary>
    /// <exception cref="PackRefusedException">None does, or several do.</exception>
    public async Task<string> Named(string prefix, CancellationToken cancel)
    {
        if (prefix.Length is < 6 or > 64 || !prefix.All(char.IsAsciiHexDigit))
            throw new PackRefusedException($"A revision is named by at least 6 of its 64 hexadecimal digits. 'cairn pack list' shows them.");

        var lower = prefix.ToLowerInvariant();
        var found = await turns.Ask(db => db.Revisions.Where(r => r.Revision.StartsWith(lower)).Select(r => r.Revision).Take(2).ToListAsync(cancel), cancel);
        return found switch
        {
            [var one] => one,
            [] => throw new PackRefusedException($"No revision begins with {lower}. 'cairn pack list' shows those there are."),
            _ => throw new PackRefusedException($"Several revisions begin with {lower}. Give more digits."),
        };
    }

    /// <summary>Keeps the files as a revision. As a demonstration it comes into force at once; otherwise it waits for approval, as submitted by this person.</summary>
    /// <param name="by">Sign-in name of a member of staff, or one of the words of <see cref="PackAct"/> for nobody's.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="PackRefusedException">A demonstration would take a campaign's place, or the files are kept under another key.</exception>
    public Task<Published> Publish(PackFiles files, string packId, bool asDemonstration, string by, CancellationToken cancel) => turns.InTurn(
        async db =>
        {
            var signer = await db.Revisions.Where(r => r.Revision == files.Revision).Select(r => r.PublicKey).SingleOrDefaultAsync(cancel);
            if (signer is not null && by != PackAct.AtStart && !key.Owns(signer))
                throw new PackRefusedException(
                    $"These files are kept already, signed with a key that is not in the keyring '{key.KeyringDirectory}'. Name the keyring they were published with in CAIRN_KEYRING, or change a file.");
            var before = await Standing.Of(db, files.Revision, cancel);
            if (before is null)
                Keep(db, files, packId, by);
            return asDemonstration ? await Show(db, files.Revision, packId, before, by, cancel) : await Submit(db, files.Revision, packId, before, by, cancel);
        },
        cancel);

    private void Keep(SayDb db, PackFiles files, string packId, string by)
    {
        var (signature, publicKey) = key.Sign(files.Manifest);
        db.Add(new StoredRevision
        {
            Revision = files.Revision,
            PackId = packId,
            Manifest = files.Manifest,
            Archive = files.ToZip(),
            Signature = signature,
            PublicKey = publicKey,
            PublishedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            PublishedBy = by,
        });
    }

    private async Task<Published> Submit(SayDb db, string revision, string packId, Standing? before, string by, CancellationToken cancel)
    {
        var named = by is not (PackAct.ByCommand or PackAct.AtStart);
        // Handed in a second time, it says something new only after it was sent back, or with a name that was not on it.
        if (before is { Approved: true } || (before is { Waiting: true } && (!named || before.IsSubmittedBy(by))))
            return Published.Known;
        await turns.Note(db, PackAct.Submitted, packId, revision, by, null, cancel);
        return Published.Waiting;
    }

    private async Task<Published> Show(SayDb db, string revision, string packId, Standing? before, string by, CancellationToken cancel)
    {
        var shown = (await PackTurns.InForce(db, cancel))?.Revision;
        var campaignOnAir = before?.CampaignOnAir ?? await db.Approvals.AnyAsync(a => a.Revision == shown && a.Kind == StoredApproval.AsCampaign, cancel);
        if (ApprovalRules.AgainstDemonstration(before, campaignOnAir) is { } refusal)
            throw new PackRefusedException(refusal);

        if (before?.Kinds.Contains(StoredApproval.AsDemonstration) != true)
        {
            var (signature, publicKey) = key.Sign(StoredApproval.Statement(revision, StoredApproval.AsDemonstration));
            db.Add(new StoredApproval
            {
                Revision = revision,
                Kind = StoredApproval.AsDemonstration,
                ApprovedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
                ApprovedBy = by,
                Signature = signature,
                PublicKey = publicKey,
            });
        }

        if (shown == revision)
            return Published.Known;
        await turns.PutInForce(db, PackAct.Published, packId, revision, by, cancel);
        return Published.InForce;
    }
}

/// <summary>What came of publishing.</summary>
internal enum Published
{
    /// <summary>The site shows it from now on.</summary>
    InForce,

    /// <summary>Kept, and shown only after a second person approves it.</summary>
    Waiting,

    /// <summary>The same files were there already; nothing changed.</summary>
    Known,
}

/// <param name="State">As <see cref="Standing.State"/>.</param>
/// <param name="By">Everybody who put their name to it; when nobody did, how it came here.</param>
internal sealed record RevisionLine(string Revision, string PackId, string State, DateTimeOffset PublishedAt, string By);
