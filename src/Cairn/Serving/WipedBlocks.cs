using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Cairn.Serving;

/// <summary>The blocks into which the server reads requests and from which it writes answers. The framework's own keep what was in them until somebody else's words come; these are wiped when they are given back.</summary>
internal sealed class WipedBlocks : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        // As the framework's: what it cuts into pieces is meant for these.
        private const int BlockBytes = 4096;

        // 16 MB. What more a rush needs goes back to the runtime afterwards, wiped as well.
        private const int MostKept = 4096;

        private readonly ConcurrentQueue<Block> kept = new();

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            return kept.TryDequeue(out var block) ? block : new Block(this);
        }

        protected override void Dispose(bool disposing) => kept.Clear();

        private sealed class Block : IMemoryOwner<byte>
        {
            private readonly Pool pool;

            public Block(Pool pool)
            {
                this.pool = pool;
                Memory = MemoryMarshal.CreateFromPinnedArray(GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true), 0, BlockBytes);
            }

            public Memory<byte> Memory { get; }

            public void Dispose()
            {
                CryptographicOperations.ZeroMemory(Memory.Span);
                if (pool.kept.Count < MostKept)
                    pool.kept.Enqueue(this);
            }
        }
    }
}
