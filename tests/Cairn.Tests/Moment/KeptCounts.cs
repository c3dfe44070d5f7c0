using System.Collections.Concurrent;
using Cairn.Moment.Decisions;

namespace Cairn.Tests.Moment;

/// <summary>Keeps every count, so that a test can ask what was counted.</summary>
internal sealed class KeptCounts : IMomentCounter
{
    private readonly ConcurrentQueue<MomentCount> all = new();

    public IReadOnlyCollection<MomentCount> All => all;

    public void Add(in MomentCount count) => all.Enqueue(count);
}
