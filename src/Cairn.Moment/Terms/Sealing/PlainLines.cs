using System.Security.Cryptography;
using System.Text;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>The lines of a plain list that hold an entry, checked one by one while they are read and kept as bytes in blocks.</summary>
internal sealed class PlainLines : IDisposable
{
    private const int LongestLine = 4096, Block = 1 << 20;

    // Strict: a byte that is no UTF-8 is an error, never a question mark.
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<byte[]> blocks = [];
    private readonly IncrementalHash salt;
    private int used = Block;

    private PlainLines(TermKey key) => salt = Seals.Salt(key);

    public int Count { get; private set; }

    public byte[] Salt { get; private set; } = [];

    public static PlainLines Read(Stream list, TermKey key, IProgress<long>? progress)
    {
        var lines = new PlainLines(key);
        var buffer = new byte[1 << 16];
        int held = 0, number = 0;
        long read = 0;
        while (true)
        {
            var got = list.Read(buffer, held, buffer.Length - held);
            read += got;
            held += got;
            var at = 0;
            while (buffer.AsSpan(at, held - at).IndexOf((byte)'\n') is >= 0 and var length)
            {
                lines.Take(buffer.AsSpan(at, length), ++number);
                at += length + 1;
            }

            if (got == 0)
            {
                if (at < held)
                    lines.Take(buffer.AsSpan(at, held - at), number + 1);
                break;
            }

            if (held - at > LongestLine)
                throw Fault(number + 1, $"is longer than {LongestLine} bytes");
            buffer.AsSpan(at, held - at).CopyTo(buffer);
            held -= at;
            progress?.Report(read);
        }

        if (lines.Count == 0)
            throw new MomentException("The list holds no entry: nothing was sealed.");
        lines.Salt = lines.salt.GetHashAndReset()[..SealedLayout.SaltLength];
        return lines;
    }

    public static MomentException Fault(int line, string what) => new($"Line {line} of the list {what}: nothing was sealed.");

    /// <summary>Every entry again, in order.</summary>
    public IEnumerable<PlainEntry> Entries()
    {
        foreach (var block in blocks)
        {
            for (var at = 0; at + 6 <= block.Length && BitConverter.ToUInt16(block, at) is > 0 and var length; at += 6 + length)
                yield return PlainEntry.Parse(Utf8.GetString(block, at + 6, length), BitConverter.ToInt32(block, at + 2));
        }
    }

    public void Dispose() => salt.Dispose();

    private void Take(ReadOnlySpan<byte> line, int number)
    {
        if (line.Length > LongestLine)
            throw Fault(number, $"is longer than {LongestLine} bytes");
        if (number == 1 && line.StartsWith(Utf8Mark))
            line = line[Utf8Mark.Length..];
        if (line.Length > 0 && line[^1] == '\r')
            line = line[..^1];
        string text;
        try
        {
            text = Utf8.GetString(line);
        }
        catch (DecoderFallbackException e)
        {
            throw new MomentException(Fault(number, "is not UTF-8").Message, e);
        }

        if (string.IsNullOrWhiteSpace(text) || text[0] == '#')
            return;
        // Now, so that the line is named before anything is worked out.
        _ = PlainEntry.Parse(text, number);
        Keep(line, number);
        salt.AppendData(line);
        salt.AppendData("\n"u8);
        Count++;
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private void Keep(ReadOnlySpan<byte> line, int number)
    {
        if (used + 6 + line.Length > Block)
        {
            blocks.Add(new byte[Block]);
            used = 0;
        }

        var into = blocks[^1].AsSpan(used);
        BitConverter.TryWriteBytes(into, (ushort)line.Length);
        BitConverter.TryWriteBytes(into[2..], number);
        line.CopyTo(into[6..]);
        used += 6 + line.Length;
    }
}
