using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Foundation.Web;

namespace Cairn.Help.Sealing;

/// <summary>
/// A message under its conversation's key: XChaCha20-Poly1305, a random nonce of 24 bytes, and version, conversation, generation, sequence and sender as additional data, so that a message that was
/// moved, renumbered or given to somebody else does not open. Plaintext is <c>length(4) || record || zeros</c>, padded to 1, 4, 16 or 64 KiB: a row tells four sizes and no more.
/// </summary>
internal static class MessageSeal
{
    public const byte Version = 1;
    public const int NonceBytes = 24;

    /// <summary>Longest record, in bytes.</summary>
    public const int LargestRecord = 64 * 1024 - LengthBytes;

    private const int LengthBytes = 4;
    private const int TagBytes = 16;

    private static readonly int[] Sizes = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

    /// <summary>A message as it is stored.</summary>
    public static (byte[] Nonce, byte[] Sealed) Seal(SecretKey key, ReadOnlySpan<byte> record, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender) =>
        Seal(key, RandomNumberGenerator.GetBytes(NonceBytes), record, conversation, generation, sequence, sender);

    /// <summary>With a nonce of one's own: for known answers alone.</summary>
    internal static (byte[] Nonce, byte[] Sealed) Seal(SecretKey key, byte[] nonce, ReadOnlySpan<byte> record, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender)
    {
        var size = SizeOf(record.Length);
        var padded = WipedMemory.Rent(size);
        try
        {
            padded.AsSpan(0, size).Clear();
            BinaryPrimitives.WriteInt32BigEndian(padded, record.Length);
            record.CopyTo(padded.AsSpan(LengthBytes));
            Span<byte> context = stackalloc byte[SealContext.MessageBytes];
            SealContext.OfMessage(conversation, generation, sequence, sender, context);
            var sealed_ = new byte[size + TagBytes];
            Sodium.Encrypt(key.Span, nonce, context, padded.AsSpan(0, size), sealed_);
            GC.KeepAlive(key);
            return (nonce, sealed_);
        }
        finally
        {
            WipedMemory.Return(padded, size);
        }
    }

    /// <summary>Opens a message into memory that is wiped when it is disposed of.</summary>
    /// <returns>Null when it was changed, moved, or is not of this conversation.</returns>
    public static WipedBytes? Open(SecretKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender)
    {
        var opened = new WipedBytes(RoomOf(stored));
        if (Open(key, nonce, stored, conversation, generation, sequence, sender, opened.Span) is { } record)
        {
            opened.Narrow(record);
            return opened;
        }

        opened.Dispose();
        return null;
    }

    /// <param name="into">As long as what is stored without its 16 bytes of a tag; whoever gave it wipes it.</param>
    /// <returns>Where in it the record is; null when it was changed, moved, or is not of this conversation.</returns>
    public static Range? Open(SecretKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender, Span<byte> into)
    {
        var size = stored.Length - TagBytes;
        if (nonce.Length != NonceBytes || !Sizes.Contains(size))
            return null;
        Span<byte> context = stackalloc byte[SealContext.MessageBytes];
        SealContext.OfMessage(conversation, generation, sequence, sender, context);
        var whole = Sodium.Decrypt(key.Span, nonce, context, stored, into);
        GC.KeepAlive(key);
        return whole && BinaryPrimitives.ReadInt32BigEndian(into) is >= 0 and var length && length <= size - LengthBytes ? LengthBytes..(LengthBytes + length) : null;
    }

    /// <summary>How much room a message takes while it is open.</summary>
    public static int RoomOf(ReadOnlySpan<byte> stored) => Math.Max(0, stored.Length - TagBytes);

    /// <exception cref="ArgumentException">The record is too long.</exception>
    private static int SizeOf(int record) => Sizes.FirstOrDefault(s => s >= record + LengthBytes) is var size and > 0
        ? size
        : throw new ArgumentException($"A record has at most {LargestRecord} bytes.", nameof(record));
}
