using System.Buffers;

namespace Cairn.Help.Sealing;

/// <summary>Rented memory for what somebody wrote; wiped when it is given back.</summary>
internal sealed class WipedBytes(int length) : IDisposable
{
    private byte[] rented = ArrayPool<byte>.Shared.Rent(length);
    private int from;
    private int count = length;

    public Span<byte> Span => rented.AsSpan(from, count);

    /// <summary>Shows a part of it from now on.</summary>
    public void Narrow(int start, int length) => (from, count) = (from + start, length);

    public void Dispose()
    {
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        (rented, from, count) = ([], 0, 0);
    }
}
