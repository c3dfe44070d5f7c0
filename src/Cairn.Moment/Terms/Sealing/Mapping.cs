using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.ConstrainedExecution;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Bytes that stay where they are until nothing refers to this any more, so that a list can be let go of while searches are under way.</summary>
internal sealed unsafe class Mapping : CriticalFinalizerObject
{
    private readonly MemoryMappedFile? file;
    private readonly MemoryMappedViewAccessor? view;
    private MemoryHandle pinned;

    private Mapping(FileStream stream)
    {
        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* bytes = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref bytes);
        Bytes = bytes + view.PointerOffset;
        Length = stream.Length;
    }

    private Mapping(ReadOnlyMemory<byte> memory)
    {
        pinned = memory.Pin();
        Bytes = (byte*)pinned.Pointer;
        Length = memory.Length;
    }

    ~Mapping()
    {
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        pinned.Dispose();
    }

    public byte* Bytes { get; }

    public long Length { get; }

    public static Mapping Of(FileStream stream) => new(stream);

    public static Mapping Of(ReadOnlyMemory<byte> memory) => new(memory);
}
