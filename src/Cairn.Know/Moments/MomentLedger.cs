using System.Threading.Channels;

namespace Cairn.Know.Moments;

/// <summary>Where outcomes and reports wait for <see cref="MomentWriter"/>, which writes many of them in one transaction. What is answered has been committed.</summary>
public sealed class MomentLedger
{
    // A few seconds' worth. Whoever finds no room is told to come again, and has lost nothing.
    private const int Room = 4096;

    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Room) { SingleReader = true });

    internal ChannelReader<Waiting> Reader => waiting.Reader;

    /// <returns>True when it counted; false when it was told before, or was not good.</returns>
    /// <exception cref="LedgerAwayException">Nothing was counted, or nobody knows; told again it counts once.</exception>
    public async Task<bool> Tell(ToldOutcome outcome) => await Put(new(null, outcome)) == Taken.Counted;

    /// <exception cref="LedgerAwayException">Nothing was counted, or nobody knows; sent again it counts once.</exception>
    public Task<Taken> Take(ReportedCounts report) => Put(new(report, null));

    /// <summary>Nobody writes any more: who comes now is told to come again.</summary>
    internal void Close() => waiting.Writer.TryComplete();

    private Task<Taken> Put(Waiting item) => waiting.Writer.TryWrite(item) ? item.Done.Task : throw new LedgerAwayException();

    internal sealed record Waiting(ReportedCounts? Report, ToldOutcome? Outcome)
    {
        public TaskCompletionSource<Taken> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The database does not take counts now.</summary>
public sealed class LedgerAwayException : Exception
{
    public LedgerAwayException()
        : base("Counts cannot be written now.")
    {
    }

    public LedgerAwayException(string message)
        : base(message)
    {
    }

    public LedgerAwayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
