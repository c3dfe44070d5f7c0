using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>Rings when something changed that a desk should see: in this process, and on every node through PostgreSQL. It says that, never what.</summary>
internal sealed class DeskBell
{
    /// <summary>PostgreSQL: the channel on which nodes are told. Carries nothing.</summary>
    public const string Channel = "cairn_desk";

    // A browser may ask one node with what another said, or one that has started again: by counting from nowhere in particular they never agree by chance.
    // A script's numbers are exact up to 2^53.
    private long version = Random.Shared.NextInt64(1L << 52);

    private volatile TaskCompletionSource next = New();

    /// <summary>Another whenever it rang, and on every node.</summary>
    public long Version => Volatile.Read(ref version);

    public void Ring()
    {
        Interlocked.Increment(ref version);
        Interlocked.Exchange(ref next, New()).TrySetResult();
    }

    /// <summary>Waits until it has rung after a version, at most for a while, or until it is enough; which of them does not matter.</summary>
    public async Task After(long seen, TimeSpan most, TimeProvider time, CancellationToken enough)
    {
        var ring = next.Task;
        if (Version == seen)
            await ring.WaitAsync(most, time, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Tells the other nodes when the transaction is committed.</summary>
    public static Task Tell(Statements turn, CancellationToken cancel) => turn.IsPostgres ? turn.Run($"NOTIFY {Channel}", cancel) : Task.CompletedTask;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
