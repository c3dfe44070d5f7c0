using System.Globalization;
using System.Security.Cryptography;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar.Counting;

/// <summary>Counts into files in shared memory, one for each hour and revision, and finishes them for sending. A count that cannot be kept, because the disk is full, is lost
/// and counted as lost: the person is answered all the same.</summary>
/// <remarks>While nothing waits to be sent a batch is finished each minute. While something waits the batch goes on growing until its hour is over, so that a server that is
/// away for a month costs a file an hour and not one a minute.</remarks>
internal sealed class CountKeeper : IMomentCounter, IDisposable
{
    private const string Growing = ".counts";

    private readonly string folder;
    private readonly string node;
    private readonly Notes notes;
    private readonly Lock gate = new();
    private CountFile[] open = [];
    private CountFile? spare;
    private List<CountFile> unfinished = [];
    private long lost;

    /// <param name="told">How many outcomes the records of told receipts prove, by batch and slot.</param>
    public CountKeeper(string folder, string node, IReadOnlyDictionary<(long Batch, int Slot), int> told, Notes notes)
    {
        (this.folder, this.node, this.notes) = (folder, node, notes);
        Pile = new(folder);
        Recover(told);
        Prepare();
    }

    public CountPile Pile { get; }

    /// <summary>Counts that could not be kept since the start.</summary>
    public long Lost => Interlocked.Read(ref lost);

    public void Add(in MomentCount count)
    {
        if (!TryCount(count, null))
            Interlocked.Increment(ref lost);
    }

    /// <summary>Adds one, after <paramref name="before"/> was told where it will lie. False, and nothing was told, when there is no room for it.</summary>
    public bool TryCount(in MomentCount count, Action<long, int>? before)
    {
        var key = CountKey.Of(count);
        while (BatchFor(count) is { } batch)
        {
            if (!batch.TryEnter())
                continue;
            try
            {
                var slot = batch.Slot(key);
                if (slot >= 0)
                {
                    before?.Invoke(batch.Id, slot);
                    batch.Add(slot);
                    return true;
                }
            }
            finally
            {
                batch.Leave();
            }

            if (!Finish(batch, onlyIfSpare: true))
                return false;
        }

        return false;
    }

    /// <summary>Once a minute: finishes what is due.</summary>
    public void Turn(int hour)
    {
        lock (gate)
        {
            unfinished = [.. unfinished.Where(batch => !TryPutAway(batch))];
            Prepare();
        }

        foreach (var batch in Volatile.Read(ref open))
        {
            if (batch.Hour < hour || Pile.Count == 0)
                FinishUnlessEmpty(batch, hour);
        }

        lock (gate)
            Prepare();
    }

    /// <summary>At the end: everything is put away, so that the next start finds no growing batch.</summary>
    public void FinishAll()
    {
        foreach (var batch in Volatile.Read(ref open))
            FinishUnlessEmpty(batch, int.MaxValue);
    }

    public void Dispose()
    {
        foreach (var file in open.Concat(unfinished))
            file.Dispose();
        spare?.Dispose();
    }

    private CountFile? BatchFor(in MomentCount count)
    {
        if (Find(count.Hour, count.Revision) is { } known)
            return known;
        lock (gate)
            return Find(count.Hour, count.Revision) ?? (CountSlot.Fits(CountKey.Of(count)) ? Begin(count.Hour, count.Revision) : null);
    }

    private CountFile? Find(int hour, string revision)
    {
        foreach (var batch in Volatile.Read(ref open))
        {
            if (batch.Hour == hour && batch.Revision == revision)
                return batch;
        }

        return null;
    }

    private CountFile? Begin(int hour, string revision)
    {
        if (Pile.IsFull)
        {
            notes.Say(Topic.Counts, $"{CountPile.Most} batches of counts wait for the server: what is counted now is lost until it takes them.");
            return null;
        }

        Prepare();
        if (spare is not { } batch)
            return null;
        try
        {
            var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
            batch.Begin(Path.Combine(folder, id.ToString("x16", CultureInfo.InvariantCulture) + Growing), id, hour, revision);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Say(Topic.Counts, NoRoom);
            return null;
        }

        spare = null;
        Volatile.Write(ref open, [.. open, batch]);
        return batch;
    }

    private const string NoRoom = "The state directory cannot be written: what is counted now is lost. Make room on the disk.";

    // Made before it is needed: a batch is finished only when the next one is sure to have room.
    private void Prepare()
    {
        if (spare is not null)
            return;
        try
        {
            spare = CountFile.Make(Path.Combine(folder, "spare"));
            notes.Clear(Topic.Counts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Say(Topic.Counts, NoRoom);
        }
    }

    private void FinishUnlessEmpty(CountFile batch, int hour)
    {
        lock (gate)
        {
            // Finished meanwhile, and perhaps gone from memory; or it holds nothing yet and its hour is not over.
            if (!open.Contains(batch) || (batch.IsEmpty && batch.Hour >= hour))
                return;
        }

        Finish(batch, onlyIfSpare: batch.Hour >= hour);
    }

    private bool Finish(CountFile batch, bool onlyIfSpare)
    {
        lock (gate)
        {
            if (!open.Contains(batch))
                return true;
            if (onlyIfSpare)
            {
                Prepare();
                if (spare is null)
                    return false;
            }

            Volatile.Write(ref open, [.. open.Where(b => b != batch)]);
        }

        // Outside: nobody who counts waits for the disk.
        batch.Seal();
        if (!TryPutAway(batch))
        {
            lock (gate)
                unfinished.Add(batch);
        }

        return true;
    }

    /// <summary>From a growing batch to one that waits. The finished file comes first: a kill between the two leaves both, and the finished one counts.</summary>
    private bool TryPutAway(CountFile batch)
    {
        try
        {
            if (!batch.IsPutAway && !Pile.Holds(batch.Id) && !batch.IsEmpty)
                Pile.Put(batch.Id, sequence => new(node, sequence, batch.Revision, batch.Hour, [.. Lines(batch)]));
            batch.IsPutAway = true;
            File.Delete(batch.Path);
            batch.Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Say(Topic.Counts, NoRoom);
            return false;
        }
    }

    private static IEnumerable<CountLine> Lines(CountFile batch) =>
        batch.Counts().Where(c => c.Count > 0).Select(c => CountWords.Line(c.Key.InBatch(batch.Hour, batch.Revision), c.Count));

    /// <summary>What a sidecar that was killed left behind is put away first.</summary>
    private void Recover(IReadOnlyDictionary<(long Batch, int Slot), int> told)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Growing).Order(StringComparer.Ordinal).ToList())
        {
            if (CountFile.Reopen(path) is not { } batch)
            {
                File.Delete(path);
                continue;
            }

            // A kill may have fallen between the record of a told receipt and its count: the record decides.
            foreach (var (slot, key, _) in batch.Counts().Where(c => c.Key.Event == MomentEvent.Outcome))
                batch.Set(slot, told.GetValueOrDefault((batch.Id, slot)));
            if (!TryPutAway(batch))
                unfinished.Add(batch);
        }

        foreach (var rest in Directory.EnumerateFiles(folder, "*.new").ToList())
            File.Delete(rest);
    }
}
