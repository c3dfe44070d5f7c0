using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Moment.Decisions;

/// <summary>Proof that a message was shown: which arm, where, in which look; no person. Written as base64url, signed with a <see cref="ReceiptKey"/>.</summary>
/// <remarks>Layout, little-endian: version 1 (1), id (16), minute since 1970 (4), surface (1), look (1), revision (32), length of language (1), language, length of arm (1),
/// arm, signature over all before (16).</remarks>
/// <param name="Id">16 random bytes as hexadecimal digits.</param>
/// <param name="Minute">Whole minutes since 1970 at which the message was shown.</param>
public sealed record Receipt(string Id, int Minute, MomentSurface Surface, int Look, string Revision, string Language, string Arm)
{
    /// <summary>How long one is good for; it names a minute, so up to a minute longer.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(2);

    internal const int IdLength = 16;

    // Longer ones were never ours: not even decoded.
    internal const int LongestText = 256;
    private const byte Version = 1;
    private const int BeforeTail = 1 + IdLength + 4 + 1;
    private const int Fixed = BeforeTail + 1 + 32;

    /// <summary>The bytes between the surface and the signature: the same for every receipt of an arm in a language and look.</summary>
    internal static byte[] Tail(int look, string revision, string language, string arm) =>
    [
        (byte)look, .. Convert.FromHexString(revision), (byte)language.Length, .. Encoding.ASCII.GetBytes(language), (byte)arm.Length, .. Encoding.ASCII.GetBytes(arm),
    ];

    /// <summary>Writes a receipt.</summary>
    /// <param name="id">16 random bytes.</param>
    /// <param name="destination">Room for <see cref="TextLength"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    [SkipLocalsInit]
    internal static int Write(ReceiptKey key, ReadOnlySpan<byte> id, int minute, MomentSurface surface, ReadOnlySpan<byte> tail, Span<byte> destination)
    {
        var length = BeforeTail + tail.Length + SipHash.Size;
        Span<byte> bytes = stackalloc byte[LongestText];
        bytes = bytes[..length];
        bytes[0] = Version;
        id.CopyTo(bytes[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + IdLength)..], minute);
        bytes[BeforeTail - 1] = (byte)surface;
        tail.CopyTo(bytes[BeforeTail..]);
        SipHash.Hash(key.Bytes, bytes[..^SipHash.Size], bytes[^SipHash.Size..]);
        return Base64Url.EncodeToUtf8(bytes, destination);
    }

    internal static int TextLength(int tail) => Base64Url.GetEncodedLength(BeforeTail + tail + SipHash.Size);

    /// <summary>Reads one and checks its signature and its age. False for everything that is not a receipt of this key, issued within the last two hours.</summary>
    internal static bool TryRead(ReceiptKey key, ReadOnlySpan<byte> text, long now, [NotNullWhen(true)] out Receipt? receipt)
    {
        Span<byte> room = stackalloc byte[LongestText];
        receipt = TryOpen(key, text, now, room, out var opened)
            ? new(
                Convert.ToHexStringLower(opened.Id), opened.Minute, opened.Surface, opened.Look, Convert.ToHexStringLower(opened.Revision),
                Encoding.ASCII.GetString(opened.Language), Encoding.ASCII.GetString(opened.Arm))
            : null;
        return receipt is not null;
    }

    /// <summary>The same without a new object.</summary>
    /// <remarks>The signature is compared in constant time and before anything else is looked at.</remarks>
    /// <param name="room"><see cref="LongestText"/> bytes, which <paramref name="receipt"/> then points into.</param>
    internal static bool TryOpen(ReceiptKey key, ReadOnlySpan<byte> text, long now, Span<byte> room, out OpenedReceipt receipt)
    {
        receipt = default;
        if (!TryDecode(text, room, out var length) || length < Fixed + 2 + SipHash.Size)
            return false;

        var bytes = room[..length];
        Span<byte> expected = stackalloc byte[SipHash.Size];
        SipHash.Hash(key.Bytes, bytes[..^SipHash.Size], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[^SipHash.Size..]) || bytes[0] != Version)
            return false;

        var minute = BinaryPrimitives.ReadInt32LittleEndian(bytes[(1 + IdLength)..]);
        var age = MinuteOf(now) - (long)minute;
        // Two nodes' clocks are never quite the same: one minute ahead is no receipt from the future.
        if (age < -1 || age > (long)Validity.TotalMinutes)
            return false;

        ReadOnlySpan<byte> tail = bytes[BeforeTail..^SipHash.Size];
        if (!TrySplit(tail[33..], out var language, out var arm))
            return false;
        receipt = new(bytes.Slice(1, IdLength), minute, (MomentSurface)bytes[BeforeTail - 1], tail[0], tail.Slice(1, 32), language, arm);
        return true;
    }

    internal static int MinuteOf(long now) => (int)(now / 60);

    // Base64 can write the same bytes in several ways; a receipt is one text.
    private static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> room, out int length)
    {
        length = 0;
        if (text.IsEmpty || text.Length > LongestText || text.ContainsAnyExcept(Letters) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromUtf8(text, room, out length))
            return false;
        Span<byte> again = stackalloc byte[LongestText + 4];
        return Base64Url.EncodeToUtf8(room[..length], again) == text.Length && again[..text.Length].SequenceEqual(text);
    }

    private static bool TrySplit(ReadOnlySpan<byte> names, out ReadOnlySpan<byte> language, out ReadOnlySpan<byte> arm)
    {
        language = arm = default;
        if (names.IsEmpty || names.Length < 2 + names[0])
            return false;
        language = names.Slice(1, names[0]);
        arm = names[(2 + language.Length)..];
        return arm.Length == names[1 + language.Length];
    }

    private static readonly System.Buffers.SearchValues<byte> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);
}

/// <summary>A receipt that was found good, as it lies in memory.</summary>
internal readonly ref struct OpenedReceipt(
    ReadOnlySpan<byte> id, int minute, MomentSurface surface, int look, ReadOnlySpan<byte> revision, ReadOnlySpan<byte> language, ReadOnlySpan<byte> arm)
{
    public ReadOnlySpan<byte> Id { get; } = id;

    public int Minute { get; } = minute;

    public MomentSurface Surface { get; } = surface;

    public int Look { get; } = look;

    /// <summary>32 bytes.</summary>
    public ReadOnlySpan<byte> Revision { get; } = revision;

    /// <summary>ASCII.</summary>
    public ReadOnlySpan<byte> Language { get; } = language;

    /// <summary>ASCII.</summary>
    public ReadOnlySpan<byte> Arm { get; } = arm;
}
