using System.Buffers.Binary;
using System.Text;

namespace Cairn.Help.Sealing;

/// <summary>What a message says, as bytes before it is sealed: <c>docs/sealing.md</c>, The record. Everything that could tell one person from another is in here and nowhere else.</summary>
internal readonly ref struct MessageRecord
{
    public const byte Version = 1;

    /// <summary>Longest text in bytes of UTF-8: 16,000 letters of the longest.</summary>
    public const int LongestText = 64_000;

    private const int Fixed = 1 + 4 + 1 + 1 + 1 + 2 + 4;

    private MessageRecord(int day, ReadOnlySpan<byte> alias, ReadOnlySpan<byte> language, ReadOnlySpan<byte> worry, int flags, ReadOnlySpan<byte> text)
    {
        Day = day;
        Alias = alias;
        Language = language;
        Worry = worry;
        Flags = flags;
        Text = text;
    }

    /// <summary>Days since 1 January 1970, in UTC.</summary>
    public int Day { get; }

    /// <summary>An adviser's pen-name; empty for a seeker.</summary>
    public ReadOnlySpan<byte> Alias { get; }

    /// <summary>ISO 639 code in ASCII.</summary>
    public ReadOnlySpan<byte> Language { get; }

    /// <summary>What it is about, from a closed list; empty when not said.</summary>
    public ReadOnlySpan<byte> Worry { get; }

    /// <summary>None are used yet; a reader ignores those it does not know.</summary>
    public int Flags { get; }

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Bytes of the record without its signature.</summary>
    public static int LengthOf(string alias, string language, string worry, int text) => Fixed + Encoding.UTF8.GetByteCount(alias) + language.Length + worry.Length + text;

    /// <param name="into">As long as <see cref="LengthOf"/> says.</param>
    public static void Write(Span<byte> into, int day, string alias, string language, string worry, ReadOnlySpan<byte> text)
    {
        into[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(into[1..], day);
        var at = 5;
        foreach (var word in new[] { alias, language, worry })
        {
            var length = Encoding.UTF8.GetBytes(word, into[(at + 1)..]);
            into[at] = checked((byte)length);
            at += 1 + length;
        }

        BinaryPrimitives.WriteUInt16BigEndian(into[at..], 0);
        BinaryPrimitives.WriteInt32BigEndian(into[(at + 2)..], text.Length);
        text.CopyTo(into[(at + 6)..]);
    }

    /// <summary>False when the bytes are no record, or one of a later version.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out MessageRecord record)
    {
        record = default;
        if (bytes.Length < Fixed || bytes[0] != Version)
            return false;
        var rest = bytes[5..];
        if (!Word(ref rest, out var alias) || !Word(ref rest, out var language) || !Word(ref rest, out var worry) || rest.Length < 6)
            return false;
        var (flags, length) = (BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadInt32BigEndian(rest[2..]));
        if (length < 0 || length > rest.Length - 6)
            return false;
        record = new(BinaryPrimitives.ReadInt32BigEndian(bytes[1..]), alias, language, worry, flags, rest.Slice(6, length));
        return true;
    }

    private static bool Word(scoped ref ReadOnlySpan<byte> rest, scoped out ReadOnlySpan<byte> word)
    {
        word = [];
        if (rest.Length == 0 || rest.Length < 1 + rest[0])
            return false;
        word = rest.Slice(1, rest[0]);
        rest = rest[(1 + word.Length)..];
        return true;
    }
}
