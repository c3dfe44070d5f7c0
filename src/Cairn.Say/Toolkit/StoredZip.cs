using System.Buffers.Binary;
using System.Text;
using Cairn.Say.Posters.Output.Png;

namespace Cairn.Say.Toolkit;

/// <param name="Name">Plain ASCII, with slashes between folders.</param>
internal sealed record ZipEntry(string Name, byte[] Bytes);

/// <summary>A ZIP file of entries that are stored as they are, since pictures are compressed already: nothing is copied, its length is known before it is sent, and the same entries
/// are the same bytes.</summary>
internal sealed class StoredZip
{
    private const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, End = 0x06054b50;
    private const int LocalSize = 30, CentralSize = 46, EndSize = 22;
    private const ushort Version = 20;

    // 1 January 1980, the first day there is: when a picture was drawn says nothing about it.
    private const uint NoTime = 0x00210000;

    private readonly IReadOnlyList<ZipEntry> entries;

    /// <param name="entries">Together under 4 GB, and fewer than 65,536.</param>
    public StoredZip(IReadOnlyList<ZipEntry> entries)
    {
        this.entries = entries;
        Length = entries.Sum(e => (long)LocalSize + CentralSize + 2 * e.Name.Length + e.Bytes.Length) + EndSize;
    }

    public long Length { get; }

    public async Task WriteTo(Stream target, CancellationToken cancelled)
    {
        using var directory = new MemoryStream();
        var offset = 0;
        foreach (var (name, bytes) in entries)
        {
            var check = PngCheck.Of(bytes);
            await target.WriteAsync(Header(LocalHeader, LocalSize, name, bytes.Length, check), cancelled);
            await target.WriteAsync(bytes, cancelled);
            var central = Header(CentralHeader, CentralSize, name, bytes.Length, check);
            BinaryPrimitives.WriteInt32LittleEndian(central.AsSpan(42), offset);
            directory.Write(central);
            offset += LocalSize + name.Length + bytes.Length;
        }

        var end = new byte[EndSize];
        BinaryPrimitives.WriteUInt32LittleEndian(end, End);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), (int)directory.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(16), offset);
        directory.Write(end);
        await target.WriteAsync(directory.GetBuffer().AsMemory(0, (int)directory.Length), cancelled);
    }

    // The two headers of an entry say the same; the central one names its maker before and where the entry is after.
    private static byte[] Header(uint signature, int size, string name, int length, uint check)
    {
        var header = new byte[size + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        var at = 4;
        if (signature == CentralHeader)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), Version);
            at += sizeof(ushort);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at + 6), NoTime);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at + 10), check);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(at + 14), length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(at + 18), length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at + 22), (ushort)name.Length);
        Encoding.ASCII.GetBytes(name, header.AsSpan(size));
        return header;
    }
}
