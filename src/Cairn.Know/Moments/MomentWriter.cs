using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Know.Moments;

/// <summary>The one task that writes what is counted of moments: what waits in the ledger at once, many in one transaction, and this program's own counts twice a second.</summary>
/// <remarks>The own counts go out as a report, under a number that is kept until the database has said yes: a commit of which nobody heard is not counted again.</remarks>
internal sealed partial class MomentWriter(
    MomentTally tally, MomentLedger ledger, MomentStore store, Database database, TimeProvider time, ILogger<MomentWriter> log) : BackgroundService
{
    // Half of what a kill may cost: the other half is for the write itself.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    // Of one transaction: more would make the last of them wait for too long.
    private const int MostTogether = 256;
    private const int MostLinesTogether = 20_000;

    private readonly string node = "start-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly Dictionary<MomentKey, long> later = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private ReportedCounts? own;
    private long number;
    private int cleared;
    private bool failing;
    private long lostSaid;

    /// <summary>Writes everything this program counted so far. False when the database did not take it; nothing is lost by that.</summary>
    internal async Task<bool> WriteOwn()
    {
        await turn.WaitAsync();
        try
        {
            foreach (var (key, count) in tally.Take())
                later[key] = later.GetValueOrDefault(key) + count;
            if (own is null && later.Count > 0)
            {
                own = new("", node, ++number, [.. later]);
                later.Clear();
            }

            if (own is not null && await Try(() => store.Write([own], [])))
                own = null;
            await ClearOnceAnHour();
        }
        finally
        {
            turn.Release();
        }

        if (tally.Lost != lostSaid)
            LogLost(log, lostSaid = tally.Lost);
        return own is null && later.Count == 0;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Own(stoppingToken), Waiting(stoppingToken));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteOwn();
    }

    private async Task Own(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                await WriteOwn();
        }
        catch (OperationCanceledException)
        {
            // Stopping: the last counts go out in StopAsync.
        }
    }

    private async Task Waiting(CancellationToken stop)
    {
        var together = new List<MomentLedger.Waiting>();
        try
        {
            while (await ledger.Reader.WaitToReadAsync(stop))
            {
                together.Clear();
                var lines = 0;
                while (together.Count < MostTogether && lines < MostLinesTogether && ledger.Reader.TryRead(out var item))
                {
                    together.Add(item);
                    lines += item.Report?.Counts.Count ?? 1;
                }

                await WriteTogether(together);
            }
        }
        catch (OperationCanceledException)
        {
            ledger.Close();
            while (ledger.Reader.TryRead(out var item))
                item.Done.TrySetException(new LedgerAwayException());
        }
    }

    private async Task WriteTogether(List<MomentLedger.Waiting> together)
    {
        var reports = together.Where(w => w.Report is not null).ToList();
        var outcomes = together.Where(w => w.Outcome is not null).ToList();
        await turn.WaitAsync();
        try
        {
            // Not cancelled half-way: a cancelled commit may have happened.
            if (await Try(async () =>
                {
                    var written = await store.Write(reports.ConvertAll(w => w.Report!), outcomes.ConvertAll(w => w.Outcome!));
                    for (var i = 0; i < reports.Count; i++)
                        reports[i].Done.TrySetResult(written.Reports[i]);
                    for (var i = 0; i < outcomes.Count; i++)
                        outcomes[i].Done.TrySetResult(written.Outcomes[i] ? Taken.Counted : Taken.Before);
                }))
                return;
        }
        finally
        {
            turn.Release();
        }

        foreach (var item in together)
            item.Done.TrySetException(new LedgerAwayException());
    }

    private async Task ClearOnceAnHour()
    {
        var now = time.GetUtcNow();
        if (cleared != MomentHours.Of(now) && await Try(() => store.Clear(now)))
            cleared = MomentHours.Of(now);
    }

    private async Task<bool> Try(Func<Task> write)
    {
        try
        {
            await write();
            if (failing)
                LogAgain(log);
            failing = false;
            return true;
        }
        catch (Exception e)
        {
            if (!failing)
                LogFailing(log, StorageFault.Explain(e, database)?.Message ?? e.GetType().Name);
            failing = true;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Counts of moments cannot be written; this server's own wait in memory, platforms are told to come again. {Reason}")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Counts of moments are written again; none was lost.")]
    private static partial void LogAgain(ILogger log);

    [LoggerMessage(LogLevel.Error, "{Count} moments could not be counted because too many counts wait for the database.")]
    private static partial void LogLost(ILogger log, long count);
}
