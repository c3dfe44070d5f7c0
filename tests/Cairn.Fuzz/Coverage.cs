using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Cairn.Fuzz;

/// <summary>Which branches were taken, and roughly how often: a count is one of eight classes, as in AFL.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Length = 1 << 16;

    private readonly byte* counts = (byte*)NativeMemory.AllocZeroed(Length);
    private readonly byte[] seen = new byte[Length];

    public Coverage() => Trace.SharedMem = counts;

    /// <summary>Taken so far by any input.</summary>
    public int Branches { get; private set; }

    public void Begin()
    {
        new Span<byte>(counts, Length).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the input did what none did before.</summary>
    public bool IsNew()
    {
        var fresh = false;
        for (var word = 0; word < Length; word += sizeof(ulong))
        {
            if (*(ulong*)(counts + word) == 0)
                continue;
            for (var at = word; at < word + sizeof(ulong); at++)
            {
                var kind = counts[at] == 0 ? 0 : 1 << BitOperations.Log2(counts[at]);
                if ((seen[at] & kind) == kind)
                    continue;
                Branches += seen[at] == 0 ? 1 : 0;
                seen[at] |= (byte)kind;
                fresh = true;
            }
        }

        return fresh;
    }

    public void Dispose()
    {
        // The instrumented code counts until the process ends.
        Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(Length);
        NativeMemory.Free(counts);
    }
}
