using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Cairn.Sidecar.Outcomes;

/// <summary>The told receipts of the messages shown in one hour, in memory and as a file of records.</summary>
/// <remarks>A record, little-endian: hash (16), batch (8), slot (4), a mark (4). What a kill or a power cut left of half a record has no mark or no full length and is passed
/// over.</remarks>
internal sealed class ToldHour : IDisposable
{
    private const int Length = 32;
    private const uint Mark = 0x444C4F54;

    private readonly string path;
    private SafeFileHandle? file;
    private long end;

    public ToldHour(string path, Action<long, int> found)
    {
        this.path = path;
        if (!File.Exists(path))
            return;
        var bytes = File.ReadAllBytes(path);
        for (end = 0; end + Length <= bytes.Length; end += Length)
        {
            var record = bytes.AsSpan((int)end, Length);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record[28..]) != Mark)
                break;
            if (Ids.Add(BinaryPrimitives.ReadUInt128LittleEndian(record)))
                found(BinaryPrimitives.ReadInt64LittleEndian(record[16..]), BinaryPrimitives.ReadInt32LittleEndian(record[24..]));
        }
    }

    public HashSet<UInt128> Ids { get; } = [];

    public void Write(UInt128 id, long batch, int slot)
    {
        Span<byte> record = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt128LittleEndian(record, id);
        BinaryPrimitives.WriteInt64LittleEndian(record[16..], batch);
        BinaryPrimitives.WriteInt32LittleEndian(record[24..], slot);
        BinaryPrimitives.WriteUInt32LittleEndian(record[28..], Mark);
        file ??= File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.Write(file, record, end);
        end += Length;
    }

    public void Delete()
    {
        Dispose();
        File.Delete(path);
    }

    public void Dispose() => file?.Dispose();
}
