using System.Buffers;
using System.Text;
using Cairn.Foundation.Web;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>A page that holds what somebody wrote, as UTF-8 in rented memory. Every piece of memory it used is wiped.</summary>
internal sealed class WipedWriter : IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\"'");

    private byte[] rented = WipedMemory.Rent(32 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => rented.AsSpan(0, Length);

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Our own words, as text of a page.</summary>
    public void Text(string words)
    {
        if (words.AsSpan().IndexOfAny(Special) < 0)
        {
            Length += Encoding.UTF8.GetBytes(words, Room(Encoding.UTF8.GetMaxByteCount(words.Length)));
            return;
        }

        Text(Encoding.UTF8.GetBytes(words));
    }

    /// <summary>UTF-8 as text of a page or of an attribute: nothing in it is markup.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0)
        {
            var at = utf8.IndexOfAny("<>&\"'"u8);
            if (at < 0)
            {
                Raw(utf8);
                return;
            }

            Raw(utf8[..at]);
            Raw(utf8[at] switch
            {
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'&' => "&amp;"u8,
                (byte)'"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            utf8 = utf8[(at + 1)..];
        }
    }

    /// <summary>Spaces up to a multiple of a size.</summary>
    public void PadTo(int size)
    {
        var more = (size - Length % size) % size;
        Room(more).Fill((byte)' ');
        Length += more;
    }

    public void Dispose()
    {
        Return();
        (rented, Length) = ([], 0);
    }

    // What was not written to has nothing to wipe, and is most of it.
    private void Return()
    {
        if (rented.Length > 0)
            WipedMemory.Return(rented, Length);
    }

    private Span<byte> Room(int more)
    {
        if (Length + more > rented.Length)
        {
            var larger = WipedMemory.Rent(Math.Max(Length + more, 2 * rented.Length));
            Written.CopyTo(larger);
            Return();
            rented = larger;
        }

        return rented.AsSpan(Length, more);
    }
}
