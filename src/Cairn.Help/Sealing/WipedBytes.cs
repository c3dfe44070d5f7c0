using Cairn.Foundation.Web;

namespace Cairn.Help.Sealing;

/// <summary>Rented memory for what somebody wrote; wiped when it is given back.</summary>
internal sealed class WipedBytes : IDisposable
{
    private readonly int length;
    private byte[] rented;
    private int from;
    private int count;

    public WipedBytes(int length)
    {
        rented = WipedMemory.Rent(length);
        (this.length, count) = (length, length);
    }

    public Span<byte> Span => rented.AsSpan(from, count);

    public ReadOnlyMemory<byte> Memory => rented.AsMemory(from, count);

    /// <summary>Shows a part of it from now on.</summary>
    public void Narrow(Range part)
    {
        var (start, shown) = part.GetOffsetAndLength(count);
        (from, count) = (from + start, shown);
    }

    public void Dispose()
    {
        if (rented.Length > 0)
            WipedMemory.Return(rented, length);
        (rented, from, count) = ([], 0, 0);
    }
}
