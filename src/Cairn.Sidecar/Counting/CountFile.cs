using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Cairn.Sidecar.Counting;

/// <summary>A batch of counts while it grows: a file in shared memory, so that what was added is in the hands of the operating system at once and outlives a kill of the
/// process. It does not outlive a power cut.</summary>
/// <remarks>Little-endian: <c>CAIRNCNT</c> (8), version (4), hour (4), id (8), revision (32), 1 when put away (1), nothing up to 128; then the slots. All of it is written as zeros when the
/// file is made: a disk that is full is noticed then, and not by a write to memory, which would end the process.</remarks>
internal sealed unsafe class CountFile : IDisposable
{
    public const int MostSlots = 2048;
    public const int Length = HeaderLength + MostSlots * CountSlot.Size;
    private const int HeaderLength = 128;
    private const int Version = 1;
    private const int PutAway = 56;

    private readonly MemoryMappedFile mapped;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly ConcurrentDictionary<CountKey, int> slots = new();
    private readonly Lock claiming = new();
    private int claimed;

    // How many threads are adding; from the moment of sealing on far below zero.
    private int inside;

    private CountFile(string path)
    {
        Path = path;
        mapped = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.ReadWrite);
        view = mapped.CreateViewAccessor(0, Length, MemoryMappedFileAccess.ReadWrite);
        byte* at = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref at);
        start = at;
        ReadSlots();
    }

    public string Path { get; private set; }

    /// <summary>Random: by it the records of told receipts name the batch.</summary>
    public long Id => MemoryMarshal.Read<long>(Header[16..]);

    /// <summary>Its counts lie in the pile: they must not be put there again.</summary>
    public bool IsPutAway
    {
        get => Header[PutAway] == 1;
        set => Header[PutAway] = value ? (byte)1 : (byte)0;
    }

    public int Hour { get; private set; }

    public string Revision { get; private set; } = "";

    public bool IsEmpty => Counts().All(c => c.Count == 0);

    private Span<byte> Header => new(start, HeaderLength);

    /// <summary>An empty one that is not in use yet.</summary>
    public static CountFile Make(string path)
    {
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
            RandomAccess.Write(file, new byte[Length], 0);
        return new(path);
    }

    /// <summary>Null when the file was never in use or is not whole.</summary>
    public static CountFile? Reopen(string path)
    {
        if (new FileInfo(path).Length != Length)
            return null;
        var file = new CountFile(path);
        if (file.Header.StartsWith("CAIRNCNT"u8) && MemoryMarshal.Read<int>(file.Header[8..]) == Version)
            return file;
        file.Dispose();
        return null;
    }

    public void Begin(string path, long id, int hour, string revision)
    {
        MemoryMarshal.Write(Header[8..], Version);
        MemoryMarshal.Write(Header[12..], hour);
        MemoryMarshal.Write(Header[16..], id);
        Convert.FromHexString(revision).CopyTo(Header[24..]);
        "CAIRNCNT"u8.CopyTo(Header);
        File.Move(Path, path);
        (Path, Hour, Revision) = (path, hour, revision);
    }

    /// <summary>Between this and <see cref="Leave"/> the batch cannot be sealed. False when it is sealed already.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref inside) > 0)
            return true;
        Interlocked.Decrement(ref inside);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref inside);

    /// <summary>Where a key is counted; -1 when there is no room for another.</summary>
    public int Slot(in CountKey key)
    {
        if (slots.TryGetValue(key, out var known))
            return known;
        lock (claiming)
        {
            if (slots.TryGetValue(key, out known))
                return known;
            if (claimed == MostSlots)
                return -1;
            CountSlot.Write(At(claimed), key);
            slots[key] = claimed;
            return claimed++;
        }
    }

    public void Add(int slot) => Interlocked.Increment(ref *(long*)(start + HeaderLength + (long)slot * CountSlot.Size));

    /// <summary>For recovery: what another record proves.</summary>
    public void Set(int slot, long count) => Volatile.Write(ref *(long*)(start + HeaderLength + (long)slot * CountSlot.Size), count);

    /// <summary>Takes no more, and returns when whoever was adding has added.</summary>
    public void Seal()
    {
        Interlocked.Add(ref inside, int.MinValue);
        var patience = new SpinWait();
        while (Volatile.Read(ref inside) != int.MinValue)
            patience.SpinOnce();
    }

    public IEnumerable<(int Slot, CountKey Key, long Count)> Counts()
    {
        for (var slot = 0; slot < MostSlots && Read(slot) is var (key, count); slot++)
            yield return (slot, key, count);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        mapped.Dispose();
    }

    private Span<byte> At(int slot) => new(start + HeaderLength + (long)slot * CountSlot.Size, CountSlot.Size);

    private (CountKey Key, long Count)? Read(int slot) =>
        CountSlot.TryRead(At(slot), out var key) ? (key, Volatile.Read(ref *(long*)(start + HeaderLength + (long)slot * CountSlot.Size))) : null;

    private void ReadSlots()
    {
        Hour = MemoryMarshal.Read<int>(Header[12..]);
        Revision = Convert.ToHexStringLower(Header.Slice(24, 32));
        foreach (var (slot, key, _) in Counts())
        {
            slots[key] = slot;
            claimed = slot + 1;
        }
    }
}
