using System.Security.Cryptography;
using NSec.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// The outer cover of what stands in a row, under a key of the keyring: <c>version(1) || nonce(24) || ciphertext || tag(16)</c>, XChaCha20-Poly1305 with <c>"cairn/envelope/v1" || context</c>
/// as additional data. Once the week's key is gone nothing of that week opens, from whatever copy.
/// </summary>
internal static class Envelope
{
    public const byte Version = 1;
    public const int Overhead = 1 + NonceBytes + TagBytes;

    private const int NonceBytes = 24;
    private const int TagBytes = 16;

    private static readonly AeadAlgorithm Aead = AeadAlgorithm.XChaCha20Poly1305;

    public static byte[] Cover(Key key, ReadOnlySpan<byte> inner, ReadOnlySpan<byte> context)
    {
        var cover = new byte[Overhead + inner.Length];
        cover[0] = Version;
        RandomNumberGenerator.Fill(cover.AsSpan(1, NonceBytes));
        Aead.Encrypt(key, cover.AsSpan(1, NonceBytes), Bound(context), inner, cover.AsSpan(1 + NonceBytes));
        return cover;
    }

    /// <returns>Null when it was covered under another key or for another place, or was changed.</returns>
    public static byte[]? Uncover(Key key, ReadOnlySpan<byte> cover, ReadOnlySpan<byte> context)
    {
        if (cover.Length < Overhead || cover[0] != Version)
            return null;
        var inner = new byte[cover.Length - Overhead];
        return Aead.Decrypt(key, cover.Slice(1, NonceBytes), Bound(context), cover[(1 + NonceBytes)..], inner) ? inner : null;
    }

    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static Key Import(ReadOnlySpan<byte> key) => Key.Import(Aead, key, KeyBlobFormat.RawSymmetricKey);

    private static byte[] Bound(ReadOnlySpan<byte> context) => [.. "cairn/envelope/v1"u8, .. context];
}
