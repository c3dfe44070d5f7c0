using System.Buffers;

namespace Cairn.Say.Moments.Serving;

/// <summary>Holds an answer until its length is known; pooled, and wiped afterwards.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Usual = 8 * 1024;

    private byte[] rented = ArrayPool<byte>.Shared.Rent(Usual);
    private int length;

    public ReadOnlyMemory<byte> Written => rented.AsMemory(0, length);

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return rented.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        rented.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(rented);
        (rented, length) = ([], 0);
    }

    private void Grow(int more)
    {
        if (rented.Length - length >= more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + more, 2 * rented.Length));
        rented.AsSpan(0, length).CopyTo(larger);
        rented.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
