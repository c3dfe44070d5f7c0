using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// The outer cover of what stands in a row, under a key of the keyring: <c>version(1) || nonce(24) || ciphertext || tag(16)</c>, XChaCha20-Poly1305 with <c>"cairn/envelope/v1" || context</c>
/// as additional data. Once the week's key is gone nothing of that week opens, from whatever copy.
/// </summary>
internal static class Envelope
{
    public const byte Version = 1;
    public const int Overhead = 1 + NonceBytes + TagBytes;

    private const int NonceBytes = Sodium.NonceBytes;
    private const int TagBytes = Sodium.TagBytes;

    private static ReadOnlySpan<byte> Use => "cairn/envelope/v1"u8;

    public static byte[] Cover(SecretKey key, ReadOnlySpan<byte> inner, ReadOnlySpan<byte> context)
    {
        var cover = new byte[Overhead + inner.Length];
        Cover(key, inner, context, cover);
        return cover;
    }

    /// <param name="into">As long as what is covered and <see cref="Overhead"/>.</param>
    public static void Cover(SecretKey key, ReadOnlySpan<byte> inner, ReadOnlySpan<byte> context, Span<byte> into)
    {
        into[0] = Version;
        RandomNumberGenerator.Fill(into.Slice(1, NonceBytes));
        Sodium.Encrypt(key.Span, into.Slice(1, NonceBytes), Bound(context, stackalloc byte[Use.Length + context.Length]), inner, into[(1 + NonceBytes)..]);
        GC.KeepAlive(key);
    }

    /// <returns>Null when it was covered under another key or for another place, or was changed.</returns>
    public static byte[]? Uncover(SecretKey key, ReadOnlySpan<byte> cover, ReadOnlySpan<byte> context)
    {
        if (cover.Length < Overhead)
            return null;
        var inner = new byte[cover.Length - Overhead];
        return Uncover(key, cover, context, inner) ? inner : null;
    }

    /// <param name="into">As long as the cover without <see cref="Overhead"/>.</param>
    /// <returns>False when it was covered under another key or for another place, or was changed.</returns>
    public static bool Uncover(SecretKey key, ReadOnlySpan<byte> cover, ReadOnlySpan<byte> context, Span<byte> into)
    {
        var opened = cover.Length == into.Length + Overhead && cover[0] == Version
            && Sodium.Decrypt(key.Span, cover.Slice(1, NonceBytes), Bound(context, stackalloc byte[Use.Length + context.Length]), cover[(1 + NonceBytes)..], into);
        GC.KeepAlive(key);
        return opened;
    }

    private static Span<byte> Bound(ReadOnlySpan<byte> context, Span<byte> into)
    {
        Use.CopyTo(into);
        context.CopyTo(into[Use.Length..]);
        return into;
    }
}
