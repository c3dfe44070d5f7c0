using Cairn.Foundation.Storage;
using Cairn.Help.Sealing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Helpline.Threads;

/// <summary>Deletes what has had its time, once an hour and at the start: conversations, what is remembered of forms and sessions, and the keys of weeks and hours, so that no copy opens any more.</summary>
internal sealed partial class ThreadPurge(SealedWriter writer, ThreadReader reader, EpochKeys epochs, SessionKeys sessions, TimeProvider time, ILogger<ThreadPurge> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Does it now.</summary>
    /// <exception cref="StorageException">The database or the keyring cannot be written.</exception>
    internal async Task Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (hour, week) = (now.ToUnixTimeSeconds() / 3600, Epoch.Of(now));
        await writer.Write((turn, stop) => ThreadWrites.Purge(turn, hour, stop), cancel);
        // Made long before it is needed: what is sealed under a key must not reach the disk before the key does.
        epochs.For(week);
        epochs.For(week + 1);
        await CoverFlagged(week, cancel);
        epochs.DeleteBefore(week - Conversations.RetentionWeeks);
        sessions.Forget(hour - SessionKeys.Hours);
    }

    // What is held because a child is at risk outlives its week's key: it is covered by the new week's each week.
    private async Task CoverFlagged(int week, CancellationToken cancel)
    {
        foreach (var id in await reader.FlaggedBefore(week, cancel))
        {
            if (await reader.ById(id, cancel) is { } stored && Conversations.Renewed(stored, epochs, week) is { } renewed)
                await writer.Write(async (turn, stop) =>
                {
                    await ThreadWrites.Renew(turn, id, renewed, stop);
                    return true;
                }, cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            // Nobody is there to read an old rehearsal, and its desk is gone.
            var forgotten = false;
            do
            {
                forgotten = forgotten || await Try(stop => writer.Write(ThreadWrites.ForgetRehearsals, stop), stoppingToken);
                await Try(Run, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task<bool> Try(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        try
        {
            await work(cancel);
            return true;
        }
        catch (Exception failed) when (failed is StorageException or IOException or UnauthorizedAccessException)
        {
            LogFailed(log, failed is StorageException ? failed.Message : failed.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Old conversations could not be deleted; it is tried again in an hour. {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
