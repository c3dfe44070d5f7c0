using System.Collections.Concurrent;

namespace Cairn.Know.Tallies;

/// <summary>Counts in memory; <see cref="TallyWriter"/> carries the counts to the database twice a second.</summary>
public sealed class Tally(TimeProvider time)
{
    /// <summary>More different counts than this wait only when the database has been away for very long; further new ones are then lost, and said to be.</summary>
    internal const int MostWaiting = 200_000;

    private readonly ConcurrentDictionary<TallyKey, Counter> counters = new();
    private volatile Countable[] lists = [];
    private int known;
    private long lost;

    /// <summary>Views that found no room; zero unless the database stayed away for very long.</summary>
    internal long Lost => Interlocked.Read(ref lost);

    internal int Held => counters.Count;

    /// <summary>From now on views of this revision count. Those of the one before still do, for requests under way.</summary>
    public void Open(Countable countable)
    {
        var before = lists;
        lists = before.Length == 0 || before[0].Revision == countable.Revision ? [countable] : [countable, before[0]];
    }

    /// <summary>Adds one. False when the view is not on the closed lists, and nothing was counted.</summary>
    public bool Add(in View view)
    {
        if (!Listed(view))
            return false;

        var key = new TallyKey(
            HourOf(time.GetUtcNow()), view.Event, view.Page, view.Language.Code, view.Revision,
            view.Audience?.Slug ?? "", view.Channel ?? "", view.Nation?.Code ?? "");
        if (!counters.TryGetValue(key, out var counter))
        {
            if (Volatile.Read(ref known) >= MostWaiting)
            {
                Interlocked.Increment(ref lost);
                return false;
            }

            var fresh = new Counter();
            counter = counters.GetOrAdd(key, fresh);
            if (ReferenceEquals(counter, fresh))
                Interlocked.Increment(ref known);
        }

        Interlocked.Increment(ref counter.Value);
        return true;
    }

    internal static int HourOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 3600);

    /// <summary>Moves what has been counted since the last call into <paramref name="waiting"/>. One caller at a time.</summary>
    internal void TakeInto(Dictionary<TallyKey, long> waiting)
    {
        var hour = HourOf(time.GetUtcNow());
        foreach (var (key, counter) in counters)
        {
            var count = Interlocked.Exchange(ref counter.Value, 0);
            if (count > 0)
                waiting[key] = waiting.GetValueOrDefault(key) + count;
            // A counter is dropped an hour after its last possible use: nobody can still hold it then.
            else if (key.Hour < hour - 1 && !waiting.ContainsKey(key) && counters.TryRemove(key, out _))
                Interlocked.Decrement(ref known);
        }
    }

    private bool Listed(in View view)
    {
        foreach (var list in lists)
        {
            if (list.Revision == view.Revision)
                return list.Covers(view);
        }

        return false;
    }

    private sealed class Counter
    {
        public long Value;
    }
}

/// <summary>A row's key; texts come from closed lists only.</summary>
internal readonly record struct TallyKey(
    int Hour, TallyEvent Event, string Page, string Language, string Revision, string Audience, string Channel, string Nation);
