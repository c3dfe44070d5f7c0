using Cairn.Foundation.Storage;
using Cairn.Help.Sealing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Helpline.Threads;

/// <summary>Deletes what has had its time, once an hour and at the start: conversations, what is remembered of forms and sessions, and the keys of weeks and hours, so that no copy opens any more.</summary>
internal sealed partial class ThreadPurge(SealedWriter writer, EpochKeys epochs, SessionKeys sessions, TimeProvider time, ILogger<ThreadPurge> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Does it now.</summary>
    /// <exception cref="StorageException">The database or the keyring cannot be written.</exception>
    internal async Task Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (hour, week) = (now.ToUnixTimeSeconds() / 3600, Epoch.Of(now));
        await writer.Write((turn, stop) => ThreadWrites.Purge(turn, hour, week, stop), cancel);
        epochs.DeleteBefore(week - Conversations.RetentionWeeks);
        sessions.Forget(hour - SessionKeys.Hours);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            // Nobody is there to read an old rehearsal, and its desk is gone.
            await writer.Write(ThreadWrites.ForgetRehearsals, stoppingToken);
            do
            {
                await Try(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        catch (StorageException failed)
        {
            LogFailed(log, failed.Message);
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await Run(cancel);
        }
        catch (StorageException failed)
        {
            LogFailed(log, failed.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "Old conversations could not be deleted; it is tried again in an hour. {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
