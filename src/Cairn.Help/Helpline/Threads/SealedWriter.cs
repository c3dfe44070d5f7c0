using System.Threading.Channels;
using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Database = Cairn.Foundation.Storage.Database;

namespace Cairn.Help.Helpline.Threads;

/// <summary>The one task that writes sealed messages: what waits together is committed together, so that many durable writes cost one flush. Nothing is acknowledged before it is on the disk.</summary>
internal sealed class SealedWriter(IDbContextFactory<HelpDb> databases, Database database) : BackgroundService
{
    private const int MostWaiting = 1000;
    private const int MostTogether = 64;

    // SQLite carries its log over to the file when it is this long: 32 MB. While it does, messages wait.
    private const int PagesOfLog = 4000;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private Statements? kept;

    /// <summary>Runs a piece of work inside the next transaction.</summary>
    /// <exception cref="StorageException">It was not kept, and may be sent again.</exception>
    public async Task<T> Write<T>(Func<Statements, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var waiting = new Waiting(async (turn, stop) => await work(turn, stop));
        cancel.ThrowIfCancellationRequested();
        // Who would wait behind a thousand others is told at once, with the words still in the box.
        if (!queue.Writer.TryWrite(waiting))
            throw new StorageException("Too many messages wait to be written, or Cairn is stopping.");
        return (T)(await waiting.Done.Task)!;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new List<Waiting>(MostTogether);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stoppingToken))
            {
                together.Clear();
                while (together.Count < MostTogether && queue.Reader.TryRead(out var waiting))
                    together.Add(waiting);
                await Commit(together);
            }
        }
        catch (OperationCanceledException)
        {
            // What still waits is told so below: it was not acknowledged.
        }

        queue.Writer.TryComplete();
        while (queue.Reader.TryRead(out var left))
            left.Done.TrySetException(new StorageException("Cairn is stopping."));
        if (kept is not null)
            await kept.DisposeAsync();
    }

    // A commit under way is not cancelled: it may have happened.
    private async Task Commit(List<Waiting> together)
    {
        try
        {
            var results = new object?[together.Count];
            var turn = kept ?? await Opened();
            kept = null;
            var done = false;
            try
            {
                await turn.Begin(CancellationToken.None);
                for (var i = 0; i < together.Count; i++)
                    results[i] = await together[i].Work(turn, CancellationToken.None);
                await Commit(turn);
                done = !turn.IsPostgres;
            }
            finally
            {
                // SQLite's connection is this writer's own, with its statements; one that failed is closed, and what it had begun is undone.
                if (done)
                    kept = turn;
                else
                    await turn.DisposeAsync();
            }

            for (var i = 0; i < together.Count; i++)
                together[i].Done.TrySetResult(results[i]);
        }
        catch (Exception fault) when (together.Count > 1 && fault is not StorageException)
        {
            // One of them spoiled it for all: each has its own turn.
            foreach (var one in together)
                await Commit([one]);
        }
        catch (Exception fault)
        {
            // Its message may quote a parameter, and those are what somebody wrote.
            var told = StorageFault.Explain(fault, database) is { } known ? new StorageException(known.Message) : new StorageException($"A message could not be kept ({fault.GetType().Name}).");
            foreach (var one in together)
                one.Done.TrySetException(told);
        }
    }

    private async Task<Statements> Opened()
    {
        var turn = await Statements.Open(databases, CancellationToken.None);
        if (!turn.IsPostgres)
            await turn.Run($"PRAGMA wal_autocheckpoint = {PagesOfLog}", CancellationToken.None);
        return turn;
    }

    // Where a standby must have everything, PostgreSQL waits for it; when that takes longer than a command may, it says that it has committed, with a warning that the standby may not have it.
    private static async Task Commit(Statements turn)
    {
        var isAlone = false;
        void Heard(object sender, NpgsqlNoticeEventArgs said) => isAlone |= said.Notice.Routine == "SyncRepWaitForLSN";
        var connection = turn.Postgres;
        connection?.Notice += Heard;
        try
        {
            await turn.Commit(CancellationToken.None);
        }
        finally
        {
            connection?.Notice -= Heard;
        }

        if (isAlone)
            throw new StorageException("The standby of PostgreSQL does not answer, and what the primary alone has is not safe. Check the standby.");
    }

    private sealed record Waiting(Func<Statements, CancellationToken, Task<object?>> Work)
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
