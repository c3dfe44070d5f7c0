using System.Collections.Concurrent;
using Cairn.Say.Packs.Approval;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Takes a revision out of the database and believes nothing the database says of it: hashes and signatures are checked each time.</summary>
internal sealed class RevisionVault(PackStore store, PackSigningKey key, PackGate gate)
{
    private readonly ConcurrentDictionary<string, bool> inHand = new();

    /// <summary>The folder this server was given has exactly these files, so as a demonstration they need no key of ours:
    /// the bundled folder is shown whoever published it.</summary>
    public void TrustAsDemonstration(PackFiles folder) => inHand[folder.Revision] = true;

    /// <summary>The files as they were handed in: their hashes are the revision's name.</summary>
    /// <exception cref="PackRefusedException">The revision is missing or was changed.</exception>
    public async Task<PackFiles> Files(string revision, CancellationToken cancel) => FilesOf(await Row(revision, cancel));

    /// <summary>The files, and that this installation or another Cairn signed them; whether they may be shown is another question.</summary>
    /// <exception cref="PackRefusedException">The revision is missing or was changed.</exception>
    public async Task<PackFiles> Genuine(string revision, CancellationToken cancel) => Genuine(await Row(revision, cancel));

    /// <summary>A revision that may be shown.</summary>
    /// <exception cref="PackRefusedException">It was changed, is not approved, was signed by somebody else, or this program cannot read it.</exception>
    public async Task<(Pack Pack, bool Demonstration)> Open(string revision, CancellationToken cancel)
    {
        var row = await Row(revision, cancel);
        var files = Genuine(row);
        var name = Short(revision);
        var approval = await store.Approval(revision, cancel)
            ?? throw new PackRefusedException($"Revision {name} has no approval, so it is not shown.");
        var demonstration = approval.Kind == StoredApproval.AsDemonstration;
        var statement = demonstration ? StoredApproval.Statement(revision, approval.Kind) : await Statement(approval, cancel);
        if (!PackSigningKey.Verifies(statement, approval.Signature, approval.PublicKey))
            throw new PackRefusedException($"The signature of the approval of revision {name} is wrong. Roll back to another revision, or restore a backup.");

        if (!(key.Owns(row.PublicKey) && key.Owns(approval.PublicKey)) && !(demonstration && inHand.ContainsKey(revision)))
            throw new PackRefusedException(
                $"Revision {name} was signed with a key that is not in the keyring '{key.KeyringDirectory}'. Name the keyring it was published with in CAIRN_KEYRING, or publish a changed folder with this one.");
        return (Read(files), demonstration);
    }

    /// <summary>What was signed if nobody has rewritten the history: the names are taken from the acts that people read.</summary>
    private async Task<string> Statement(StoredApproval approval, CancellationToken cancel)
    {
        var acts = (await store.WhereStands(approval.Revision, cancel))?.Acts ?? [];
        var approver = acts.LastOrDefault(a => a.Act == PackAct.Approved)?.By;
        return StoredApproval.Statement(
            approval.Revision, approval.Kind, Standing.SubmittersIn(acts), approver == approval.ApprovedBy ? approver : "", approval.ApprovedAt);
    }

    private static PackFiles Genuine(StoredRevision row) =>
        FilesOf(row) is var files && PackSigningKey.Verifies(row.Manifest, row.Signature, row.PublicKey)
            ? files
            : throw new PackRefusedException($"The signature of revision {Short(row.Revision)} is wrong. Roll back to another revision, or restore a backup.");

    private async Task<StoredRevision> Row(string revision, CancellationToken cancel) =>
        await store.Revision(revision, cancel) ?? throw new PackRefusedException($"Revision {Short(revision)} is not in the database.");

    private static PackFiles FilesOf(StoredRevision row)
    {
        var files = PackFiles.FromZip(row.Archive);
        return files.Manifest == row.Manifest && files.Revision == row.Revision
            ? files
            : throw new PackRefusedException($"Revision {Short(row.Revision)} was changed in the database after it was published. Roll back to another revision, or restore a backup.");
    }

    private static string Short(string revision) => revision[..Math.Min(12, revision.Length)];

    private Pack Read(PackFiles files)
    {
        var reading = files.AsFolder(gate.Read);
        return reading.Pack
            ?? throw new PackRefusedException(
                $"This version of Cairn cannot read revision {files.Revision[..12]}: {FindingLines.First(reading.Findings)}. Correct a copy of it ('cairn pack export') and publish that.");
    }
}
