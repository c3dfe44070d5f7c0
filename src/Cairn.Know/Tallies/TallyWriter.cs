using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Know.Tallies;

/// <summary>The one task that writes counts: twice a second, and a last time at the end. What cannot be written waits in memory.</summary>
internal sealed partial class TallyWriter(Tally tally, TallyStore store, Database database, TimeProvider time, ILogger<TallyWriter> log) : BackgroundService
{
    // Half of what a kill may cost: the other half is for the write itself.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<TallyKey, long> waiting = [];
    private bool failing;
    private long lostSaid;

    /// <summary>Writes everything counted so far. False when the database did not take it; nothing is lost by that.</summary>
    internal async Task<bool> Write(CancellationToken cancel)
    {
        tally.TakeInto(waiting);
        try
        {
            await store.Add(waiting, cancel);
            waiting.Clear();
            if (failing)
                LogAgain(log);
            failing = false;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            if (!failing)
                LogFailing(log, StorageFault.Explain(e, database)?.Message ?? e.GetType().Name);
            failing = true;
        }

        if (tally.Lost != lostSaid)
            LogLost(log, lostSaid = tally.Lost);
        return !failing;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            // A write under way is not cancelled: a cancelled commit may have happened, and would then be counted twice.
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Write(CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the last counts go out below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Write(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Counts cannot be written and wait in memory. {Reason}")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Counts are written again; none was lost.")]
    private static partial void LogAgain(ILogger log);

    [LoggerMessage(LogLevel.Error, "{Count} views could not be counted because too many counts wait for the database.")]
    private static partial void LogLost(ILogger log, long count);
}
