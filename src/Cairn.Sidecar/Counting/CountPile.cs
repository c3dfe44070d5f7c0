using System.Globalization;
using Cairn.Sidecar.State;

namespace Cairn.Sidecar.Counting;

/// <summary>Batches that are finished and wait for their acknowledgement, oldest first. Each is a file that holds the very bytes that are sent: what was sent once is never
/// sent otherwise.</summary>
internal sealed class CountPile
{
    /// <summary>More than a month of hours. With the largest campaign a batch is 400 kB, usually 20 kB.</summary>
    public const int Most = 1000;

    private const string Ending = ".json";
    private readonly string folder;
    private readonly Lock gate = new();
    private readonly SortedSet<long> waiting;

    public CountPile(string folder)
    {
        this.folder = folder;
        waiting = [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(Path.GetFileNameWithoutExtension).Where(n => long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(n => long.Parse(n!, CultureInfo.InvariantCulture))];
    }

    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    public bool IsFull => Count >= Most;

    public long? Oldest
    {
        get
        {
            lock (gate)
                return waiting.Count == 0 ? null : waiting.Min;
        }
    }

    public bool Holds(long sequence)
    {
        lock (gate)
            return waiting.Contains(sequence);
    }

    public void Put(long sequence, ReadOnlySpan<byte> body)
    {
        WholeFile.Write(PathOf(sequence), body);
        lock (gate)
            waiting.Add(sequence);
    }

    public byte[] Read(long sequence) => File.ReadAllBytes(PathOf(sequence));

    public void Remove(long sequence)
    {
        File.Delete(PathOf(sequence));
        lock (gate)
            waiting.Remove(sequence);
    }

    /// <summary>Out of the way of the others, for a person to look at.</summary>
    public void SetAside(long sequence)
    {
        File.Move(PathOf(sequence), PathOf(sequence) + ".refused", overwrite: true);
        lock (gate)
            waiting.Remove(sequence);
    }

    private string PathOf(long sequence) => Path.Combine(folder, sequence.ToString("D19", CultureInfo.InvariantCulture) + Ending);
}
