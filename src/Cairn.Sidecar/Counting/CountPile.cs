using System.Globalization;
using System.Text;
using System.Text.Json;
using Cairn.Moment.Counting;
using Cairn.Sidecar.State;

namespace Cairn.Sidecar.Counting;

/// <summary>Batches that are finished and wait for their acknowledgement, in the order of their sequence. Each is a file that holds the very bytes that are sent: what was
/// sent once is never sent otherwise.</summary>
internal sealed class CountPile
{
    /// <summary>More than a month of hours. With the largest campaign a batch is 400 kB, usually 20 kB.</summary>
    public const int Most = 1000;

    private const string Ending = ".json";
    private readonly string folder;
    private readonly string lastFile;
    private readonly Lock gate = new();

    // By sequence: the id of the growing batch it was.
    private readonly SortedDictionary<long, long> waiting;
    private long last;
    private int count;

    public CountPile(string folder)
    {
        this.folder = folder;
        lastFile = Path.Combine(folder, "sequence");
        waiting = new(Directory.EnumerateFiles(folder, "*" + Ending).Select(Parse).OfType<(long, long)>().ToDictionary(n => n.Item1, n => n.Item2));
        last = Math.Max(File.Exists(lastFile) ? Number(File.ReadAllText(lastFile)) : 0, waiting.Count == 0 ? 0 : waiting.Keys.Max());
        count = waiting.Count;
    }

    // Without the lock, which is held while the disk writes.
    public int Count => Volatile.Read(ref count);

    public bool IsFull => Count >= Most;

    public long? Oldest
    {
        get
        {
            lock (gate)
                return waiting.Count == 0 ? null : waiting.Keys.First();
        }
    }

    /// <summary>A kill may fall between putting a batch here and removing the file in which it grew.</summary>
    public bool Holds(long batch)
    {
        lock (gate)
            return waiting.ContainsValue(batch);
    }

    /// <summary>Gives it the next sequence. A sequence is never given twice, also not after a power cut: the receiver would take the second batch for the first and lose it.</summary>
    public void Put(long batch, Func<long, CountReport> report)
    {
        lock (gate)
        {
            var sequence = last + 1;
            var path = PathOf(sequence, batch);
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(report(sequence), CountJson.Default.CountReport));
            try
            {
                WholeFile.Write(lastFile, Encoding.ASCII.GetBytes(sequence.ToString(CultureInfo.InvariantCulture)));
            }
            catch
            {
                File.Delete(path);
                throw;
            }

            last = sequence;
            waiting.Add(sequence, batch);
            Volatile.Write(ref count, waiting.Count);
        }
    }

    public byte[] Read(long sequence) => File.ReadAllBytes(PathOf(sequence));

    public void Remove(long sequence)
    {
        File.Delete(PathOf(sequence));
        Forget(sequence);
    }

    /// <summary>Out of the way of the others, for a person to look at.</summary>
    public void SetAside(long sequence)
    {
        var path = PathOf(sequence);
        File.Move(path, path + ".refused", overwrite: true);
        Forget(sequence);
    }

    private void Forget(long sequence)
    {
        lock (gate)
        {
            waiting.Remove(sequence);
            Volatile.Write(ref count, waiting.Count);
        }
    }

    private string PathOf(long sequence)
    {
        lock (gate)
            return PathOf(sequence, waiting[sequence]);
    }

    private string PathOf(long sequence, long batch) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{sequence:D19}-{batch:x16}{Ending}"));

    private static (long Sequence, long Batch)? Parse(string path) =>
        Path.GetFileNameWithoutExtension(path).Split('-') is [var sequence, var batch]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(batch, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id) ? (number, id) : null;

    private long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new SidecarException($"{lastFile} is damaged. Start with an empty state directory.");
}
