using System.Collections.Concurrent;

namespace Cairn.Know.Moments;

/// <summary>Counts in memory what this program shows; <see cref="MomentWriter"/> carries the counts to the database twice a second.</summary>
public sealed class MomentTally(TimeProvider time)
{
    /// <summary>More different counts than this wait only when the database has been away for very long; further new ones are then lost, and said to be.</summary>
    internal const int MostWaiting = 200_000;

    private readonly ConcurrentDictionary<MomentKey, Counter> counters = new();
    private int known;
    private long lost;

    /// <summary>Counts that found no room; zero unless the database stayed away for very long.</summary>
    internal long Lost => Interlocked.Read(ref lost);

    public void Add(in MomentKey key)
    {
        if (!counters.TryGetValue(key, out var counter))
        {
            if (Volatile.Read(ref known) >= MostWaiting)
            {
                Interlocked.Increment(ref lost);
                return;
            }

            var fresh = new Counter();
            counter = counters.GetOrAdd(key, fresh);
            if (ReferenceEquals(counter, fresh))
                Interlocked.Increment(ref known);
        }

        Interlocked.Increment(ref counter.Value);
    }

    /// <summary>What has been counted since the last call. One caller at a time.</summary>
    internal Dictionary<MomentKey, long> Take()
    {
        var taken = new Dictionary<MomentKey, long>();
        var hour = MomentHours.Of(time.GetUtcNow());
        foreach (var (key, counter) in counters)
        {
            var count = Interlocked.Exchange(ref counter.Value, 0);
            if (count > 0)
                taken[key] = count;
            // Dropped an hour after its last possible use: nobody can still hold it then.
            else if (key.Hour < hour - 1 && counters.TryRemove(key, out _))
                Interlocked.Decrement(ref known);
        }

        return taken;
    }

    private sealed class Counter
    {
        public long Value;
    }
}

internal static class MomentHours
{
    public static int Of(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 3600);
}
