using Microsoft.Extensions.Logging;

namespace Cairn.Say.Packs.Publishing;

/// <summary>The folder named by <c>--campaign</c>: published as a demonstration when nothing is published, and again when it changed.</summary>
internal sealed partial class DemonstrationFolder(PackStore store, RevisionVault vault, PackGate gate, ILogger<DemonstrationFolder> log)
{
    /// <exception cref="PackRefusedException">The folder has errors and nothing else can be shown.</exception>
    public async Task EnsureServed(string directory, CancellationToken cancel = default)
    {
        try
        {
            var files = PackFiles.FromFolder(directory);
            var served = await store.InForce(cancel);
            if (served is not null && !await IsDemonstration(served.Revision, cancel))
                return;

            vault.TrustAsDemonstration(files);
            if (served?.Revision == files.Revision)
                return;

            var packId = gate.AdmitAtStart(directory).Campaign.Id;
            if (await IsWanted(served, packId, files.Revision, cancel))
                await store.Publish(files, packId, asDemonstration: true, PackAct.AtStart, cancel);
        }
        catch (PackRefusedException problem)
        {
            if (await store.InForce(cancel) is null)
                throw;
            LogStays(log, directory, problem.Message);
        }
    }

    private async Task<bool> IsDemonstration(string revision, CancellationToken cancel) =>
        (await store.Approval(revision, cancel))?.Kind is null or StoredApproval.AsDemonstration;

    /// <summary>Whether the folder changed since a person last decided what is shown. A rollback is a decision: starting again does not undo it.</summary>
    private async Task<bool> IsWanted(ServedRevision? served, string packId, string revision, CancellationToken cancel)
    {
        if (served is null)
            return true;

        var decisions = (await store.History(cancel)).Where(a => a.Act is not (PackAct.Submitted or PackAct.SentBack)).ToList();
        return decisions.FirstOrDefault()?.By == PackAct.AtStart
            || decisions.FirstOrDefault(a => a.By == PackAct.AtStart && a.PackId == packId)?.Revision != revision;
    }

    [LoggerMessage(LogLevel.Warning, "The folder {Folder} was not published, and the last good revision stays on the site: {Reason}")]
    private static partial void LogStays(ILogger log, string folder, string reason);
}
