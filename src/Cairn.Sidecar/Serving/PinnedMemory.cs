using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace Cairn.Sidecar.Serving;

/// <summary>What a socket reads into and writes from: blocks that never move and are used again, so that a request allocates nothing.</summary>
internal sealed class PinnedMemory : MemoryPool<byte>
{
    // 8 MB. After a rush the rest goes back to the collector.
    private const int MostKept = 2048;

    private readonly ConcurrentQueue<Block> blocks = [];
    private int kept;

    public override int MaxBufferSize => 4096;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, MaxBufferSize);
        if (!blocks.TryDequeue(out var block))
            return new Block(this);
        Interlocked.Decrement(ref kept);
        return block;
    }

    protected override void Dispose(bool disposing)
    {
    }

    private void Return(Block block)
    {
        if (Interlocked.Increment(ref kept) <= MostKept)
            blocks.Enqueue(block);
        else
            Interlocked.Decrement(ref kept);
    }

    internal sealed class Factory : IMemoryPoolFactory<byte>
    {
        public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new PinnedMemory();
    }

    private sealed class Block(PinnedMemory pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = MemoryMarshal.CreateFromPinnedArray(GC.AllocateUninitializedArray<byte>(pool.MaxBufferSize, pinned: true), 0, pool.MaxBufferSize);

        public void Dispose() => pool.Return(this);
    }
}
