using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>Lets half minutes go by for what is in hand and for red flags, and days for what flags hold: on one node at a time, so that a half minute counts once.</summary>
internal sealed partial class DeskSweep(
    SealedWriter writer, ThreadReader reader, SiteKeys site, AuditTrail audit, DeskBell bell, Database database, TimeProvider time, ILogger<DeskSweep> log) : BackgroundService
{
    // "cairnbea" as a number.
    private const long PostgresTurn = 0x636169726e626561;

    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    /// <summary>Half a minute goes by.</summary>
    internal async Task Beat(CancellationToken cancel)
    {
        await writer.Write(DeskWrites.Sweep, cancel);
        await Lapse(cancel);
        bell.Ring();
    }

    // A flag that nobody renewed holds nothing any more; while a hand-over is open it does.
    private async Task Lapse(CancellationToken cancel)
    {
        var today = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400);
        foreach (var (id, desk) in await reader.FlagsLapsedBefore(today, cancel))
        {
            if (await writer.Write((turn, stop) => DeskWrites.LowerFlag(turn, id, today, stop), cancel))
                await audit.Record(Actor.Server, Acts.FlagLapsed, $"{DeskBook.Called(desk)}, conversation {site.Mark(id)}", cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        NpgsqlConnection? turn = null;
        using var timer = new PeriodicTimer(HalfMinute, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    turn = database is Database.Postgres postgres ? await Turn(turn, postgres, stoppingToken) : null;
                    if (database is not Database.Postgres || turn is not null)
                        await Beat(stoppingToken);
                }
                catch (Exception failed) when (failed is StorageException or NpgsqlException or InvalidOperationException)
                {
                    LogFailed(log, failed is StorageException ? failed.Message : failed.GetType().Name);
                    if (turn is not null)
                        await turn.DisposeAsync();
                    turn = null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        finally
        {
            if (turn is not null)
                await turn.DisposeAsync();
        }
    }

    // Held as long as its connection lives: when a node dies, another gets it.
    private static async Task<NpgsqlConnection?> Turn(NpgsqlConnection? held, Database.Postgres postgres, CancellationToken cancel)
    {
        if (held is not null)
        {
            await using var alive = new NpgsqlCommand("SELECT 1", held);
            await alive.ExecuteNonQueryAsync(cancel);
            return held;
        }

        var connection = new NpgsqlConnection(postgres.Connection);
        try
        {
            await connection.OpenAsync(cancel);
            await using var ask = new NpgsqlCommand($"SELECT pg_try_advisory_lock({PostgresTurn})", connection);
            if (await ask.ExecuteScalarAsync(cancel) is true)
                return connection;
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "What advisers have in hand could not be counted down; it is tried again in half a minute. {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
