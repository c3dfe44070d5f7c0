using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using NSec.Cryptography;

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

    private static readonly AeadAlgorithm Aead = AeadAlgorithm.XChaCha20Poly1305;
    private static readonly int[] Sizes = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

    /// <summary>A message as it is stored.</summary>
    public static (byte[] Nonce, byte[] Sealed) Seal(Key key, ReadOnlySpan<byte> record, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender) =>
        Seal(key, RandomNumberGenerator.GetBytes(NonceBytes), record, conversation, generation, sequence, sender);

    /// <summary>With a nonce of one's own: for known answers alone.</summary>
    internal static (byte[] Nonce, byte[] Sealed) Seal(Key key, byte[] nonce, ReadOnlySpan<byte> record, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender)
    {
        var size = SizeOf(record.Length);
        var padded = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            padded.AsSpan(0, size).Clear();
            BinaryPrimitives.WriteInt32BigEndian(padded, record.Length);
            record.CopyTo(padded.AsSpan(LengthBytes));
            Span<byte> context = stackalloc byte[SealContext.MessageBytes];
            SealContext.OfMessage(conversation, generation, sequence, sender, context);
            var sealed_ = new byte[size + TagBytes];
            Aead.Encrypt(key, nonce, context, padded.AsSpan(0, size), sealed_);
            return (nonce, sealed_);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded, clearArray: true);
        }
    }

    /// <summary>Opens a message into memory that is wiped when it is disposed of.</summary>
    /// <returns>Null when it was changed, moved, or is not of this conversation.</returns>
    public static WipedBytes? Open(Key key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender)
    {
        var size = stored.Length - TagBytes;
        if (nonce.Length != NonceBytes || !Sizes.Contains(size))
            return null;
        Span<byte> context = stackalloc byte[SealContext.MessageBytes];
        SealContext.OfMessage(conversation, generation, sequence, sender, context);
        var opened = new WipedBytes(size);
        if (!Aead.Decrypt(key, nonce, context, stored, opened.Span) || BinaryPrimitives.ReadInt32BigEndian(opened.Span) is not (>= 0 and var length) || length > size - LengthBytes)
        {
            opened.Dispose();
            return null;
        }

        opened.Narrow(LengthBytes, length);
        return opened;
    }

    /// <exception cref="ArgumentException">The record is too long.</exception>
    private static int SizeOf(int record) => Sizes.FirstOrDefault(s => s >= record + LengthBytes) is var size and > 0
        ? size
        : throw new ArgumentException($"A record has at most {LargestRecord} bytes.", nameof(record));
}
