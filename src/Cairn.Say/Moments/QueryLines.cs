using System.Text;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Say.Moments;

/// <summary>Texts one a line, matched while they come.</summary>
internal static class QueryLines
{
    /// <summary>Bytes; a text longer than this is nobody's search.</summary>
    public const int LongestLine = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="MomentException">Names the line that cannot be read.</exception>
    public static (long Lines, long Matched, long Blocked) Match(SealedTerms terms, Stream queries, TextWriter output)
    {
        var buffer = new byte[1 << 16];
        var text = new char[1 << 16];
        int held = 0;
        long lines = 0, matched = 0, blocked = 0;
        while (true)
        {
            if (held == buffer.Length)
            {
                if (held >= LongestLine)
                    throw new MomentException(FormattableString.Invariant($"Line {lines + 1} of the texts is longer than {LongestLine} bytes."));
                Array.Resize(ref buffer, buffer.Length * 2);
                text = new char[buffer.Length];
            }

            var got = queries.Read(buffer, held, buffer.Length - held);
            held += got;
            var at = 0;
            while (buffer.AsSpan(at, held - at).IndexOf((byte)'\n') is >= 0 and var length)
            {
                Take(buffer.AsSpan(at, length));
                at += length + 1;
            }

            if (got == 0)
            {
                if (at < held)
                    Take(buffer.AsSpan(at, held - at));
                return (lines, matched, blocked);
            }

            buffer.AsSpan(at, held - at).CopyTo(buffer);
            held -= at;
            // Whoever reads along sees a match when its line was read, not when a buffer is full.
            output.Flush();
        }

        void Take(ReadOnlySpan<byte> line)
        {
            lines++;
            int length;
            try
            {
                length = Utf8.GetChars(line, text);
            }
            catch (DecoderFallbackException e)
            {
                throw new MomentException(FormattableString.Invariant($"Line {lines} of the texts is not UTF-8."), e);
            }

            var action = terms.Match(text.AsSpan(0, length));
            if (action == TermAction.None)
                return;
            matched++;
            blocked += action == TermAction.Block ? 1 : 0;
            output.WriteLine(lines.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
