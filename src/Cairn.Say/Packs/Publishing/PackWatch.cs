using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Notices what another process or node published: PostgreSQL tells us, SQLite is asked every second.</summary>
internal sealed partial class PackWatch(PublishedPacks packs, Database database, TimeProvider time, ILogger<PackWatch> log) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (database is Database.Postgres postgres ? Listen(postgres, stoppingToken) : Poll(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!failing)
                    LogFailing(log, StorageFault.Explain(e, database)?.Message ?? e.GetType().Name);
                failing = true;
                await Task.Delay(Second, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Poll(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Second, time);
        do
            await Reload(cancel);
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task Listen(Database.Postgres postgres, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(postgres.Connection);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand($"LISTEN {PackStore.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);

        while (true)
        {
            await Reload(cancel);
            if (await connection.WaitAsync(LongestSilence, cancel))
                continue;

            // A connection that died without a word is found out here, and the loop outside makes a new one.
            await using var alive = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 5 };
            await alive.ExecuteNonQueryAsync(cancel);
        }
    }

    private async Task Reload(CancellationToken cancel)
    {
        await packs.Reload(cancel);
        if (failing)
            LogAgain(log);
        failing = false;
    }

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether something else was published. {Reason} What is on the site stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again what is published.")]
    private static partial void LogAgain(ILogger log);
}
