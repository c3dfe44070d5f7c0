using Npgsql;

namespace Cairn.Foundation.Storage;

/// <summary>Notices what another process or node wrote: PostgreSQL tells us on a channel, SQLite is asked every second. Whoever watches keeps what it has while the database is away.</summary>
/// <param name="channel">A name written in the program; what arrives on it is a number and is not read, because the rows are.</param>
public sealed class DatabaseWatch(Database database, TimeProvider time, string channel)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private bool isFailing;

    /// <param name="reload">Reads the rows again. It is also called when nobody said anything, so it does little when nothing has changed.</param>
    /// <param name="failing">Is told why, once, when the database cannot be asked.</param>
    /// <param name="again">Is told when it can be asked again.</param>
    public async Task Run(Func<CancellationToken, Task> reload, Action<string> failing, Action again, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await (database is Database.Postgres postgres ? Listen(postgres, Reload, stop) : Poll(Reload, stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!isFailing)
                    failing(StorageFault.Explain(e, database)?.Message ?? e.GetType().Name);
                isFailing = true;
                await Task.Delay(Second, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task Reload(CancellationToken cancel)
        {
            await reload(cancel);
            if (isFailing)
                again();
            isFailing = false;
        }
    }

    private async Task Poll(Func<CancellationToken, Task> reload, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Second, time);
        do
            await reload(cancel);
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task Listen(Database.Postgres postgres, Func<CancellationToken, Task> reload, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(postgres.Connection);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);

        while (true)
        {
            await reload(cancel);
            if (await connection.WaitAsync(LongestSilence, cancel))
                continue;

            // A connection that died without a word is found out here, and the loop outside makes a new one.
            await using var alive = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 5 };
            await alive.ExecuteNonQueryAsync(cancel);
        }
    }
}
