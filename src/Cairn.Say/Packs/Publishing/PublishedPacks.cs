using Cairn.Foundation.Storage;
using Microsoft.Extensions.Logging;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Holds what the site shows, swapped whole when something else comes into force. A revision that cannot be trusted or read never replaces a good one.</summary>
internal sealed partial class PublishedPacks(PackStore store, RevisionVault vault, Action<Edition> receive, ILogger<PublishedPacks> log)
{
    private readonly SemaphoreSlim turn = new(1, 1);

    private bool drafts;
    private volatile Edition? current;
    private long refused;

    /// <summary>Null until something good has been loaded.</summary>
    public Edition? Current => current;

    /// <summary>Loads what is in force. This edition and each later one is handed to the receiver named when the program was composed.</summary>
    /// <param name="showDrafts">Show draft translations too, while it is a demonstration.</param>
    /// <exception cref="StorageException">Nothing is in force, or it cannot be trusted or read; says why.</exception>
    public async Task Start(bool showDrafts, CancellationToken cancel = default)
    {
        drafts = showDrafts;
        if (await Swap(cancel) is { } problem)
            throw problem;
        if (current is null)
            throw new PackRefusedException("Nothing is published yet. Name a folder with --campaign, or publish one with: cairn pack publish DIR --approve-as-demo");
    }

    /// <summary>Looks whether something else is in force. What cannot be shown is said once in the log, and the last good edition stays.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task Reload(CancellationToken cancel = default)
    {
        if (await Swap(cancel) is { } problem)
            LogRefused(log, problem.Message);
    }

    private async Task<PackRefusedException?> Swap(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var served = await store.InForce(cancel);
            if (served is null || served.Version == current?.Version || served.Version == refused)
                return null;

            try
            {
                var (pack, demonstration) = await vault.Open(served.Revision, cancel);
                var edition = new Edition(served.Revision, served.Version, pack, demonstration, demonstration && drafts, DateTimeOffset.FromUnixTimeMilliseconds(served.Since));
                receive(edition);
                current = edition;
                LogShown(log, edition.Revision[..12]);
                return null;
            }
            catch (PackRefusedException problem)
            {
                refused = served.Version;
                return problem;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "The site shows revision {Revision}.")]
    private static partial void LogShown(ILogger log, string revision);

    [LoggerMessage(LogLevel.Error, "{Reason} The last good revision stays on the site.")]
    private static partial void LogRefused(ILogger log, string reason);
}
