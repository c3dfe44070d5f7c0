using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Cairn.Moment.Decisions;

/// <summary>Proof that a message was shown: which arm, where, in which look; no person. Written as base64url, signed with a <see cref="ReceiptKey"/>.</summary>
/// <remarks>Layout, little-endian: version 1 (1), id (16), minute since 1970 (4), surface (1), look (1), revision (32), length of language (1), language, length of arm (1),
/// arm, signature over all before (16).</remarks>
/// <param name="Id">16 random bytes as hexadecimal digits.</param>
/// <param name="Minute">Whole minutes since 1970 at which the message was shown.</param>
public sealed record Receipt(string Id, int Minute, MomentSurface Surface, int Look, string Revision, string Language, string Arm)
{
    /// <summary>How long one is good for.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(2);

    internal const int IdLength = 16;

    // Longer ones were never ours: not even decoded.
    internal const int LongestText = 256;
    private const byte Version = 1;
    private const int Fixed = 1 + IdLength + 4 + 1 + 1 + 32;

    /// <summary>The bytes between the id and the signature that are the same for every receipt of an arm in a language and look.</summary>
    internal static byte[] Tail(int look, MomentSurface surface, string revision, string language, string arm) =>
    [
        (byte)surface, (byte)look, .. Convert.FromHexString(revision), (byte)language.Length, .. Encoding.ASCII.GetBytes(language), (byte)arm.Length, .. Encoding.ASCII.GetBytes(arm),
    ];

    /// <summary>Writes a receipt.</summary>
    /// <param name="id">16 random bytes.</param>
    /// <param name="destination">Room for <see cref="TextLength"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    internal static int Write(ReceiptKey key, ReadOnlySpan<byte> id, int minute, ReadOnlySpan<byte> tail, Span<byte> destination)
    {
        var length = 1 + IdLength + 4 + tail.Length + SipHash.Size;
        Span<byte> bytes = stackalloc byte[LongestText];
        bytes = bytes[..length];
        bytes[0] = Version;
        id.CopyTo(bytes[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + IdLength)..], minute);
        tail.CopyTo(bytes[(1 + IdLength + 4)..]);
        SipHash.Hash(key.Bytes, bytes[..^SipHash.Size], bytes[^SipHash.Size..]);
        return Base64Url.EncodeToUtf8(bytes, destination);
    }

    internal static int TextLength(int tail) => Base64Url.GetEncodedLength(1 + IdLength + 4 + tail + SipHash.Size);

    /// <summary>Reads one and checks its signature and its age. False for everything that is not a receipt of this key, issued within the last two hours.</summary>
    /// <remarks>The signature is compared in constant time and before anything else is looked at.</remarks>
    internal static bool TryRead(ReceiptKey key, ReadOnlySpan<byte> text, DateTimeOffset now, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Receipt? receipt)
    {
        receipt = null;
        Span<byte> room = stackalloc byte[LongestText];
        if (text.Length > LongestText || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromUtf8(text, room, out var length) || length < Fixed + 2 + SipHash.Size)
            return false;

        var bytes = room[..length];
        Span<byte> expected = stackalloc byte[SipHash.Size];
        SipHash.Hash(key.Bytes, bytes[..^SipHash.Size], expected);
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(expected, bytes[^SipHash.Size..]) || bytes[0] != Version)
            return false;

        var minute = BinaryPrimitives.ReadInt32LittleEndian(bytes[(1 + IdLength)..]);
        var age = MinuteOf(now) - (long)minute;
        if (age < 0 || age >= (long)Validity.TotalMinutes)
            return false;

        var tail = bytes[(1 + IdLength + 4)..^SipHash.Size];
        var language = tail.Slice(35, tail[34]);
        var arm = tail[(36 + language.Length)..];
        receipt = new(
            Convert.ToHexStringLower(bytes.Slice(1, IdLength)), minute, (MomentSurface)tail[0], tail[1], Convert.ToHexStringLower(tail.Slice(2, 32)),
            Encoding.ASCII.GetString(language), Encoding.ASCII.GetString(arm));
        return true;
    }

    internal static int MinuteOf(DateTimeOffset now) => (int)(now.ToUnixTimeSeconds() / 60);
}
