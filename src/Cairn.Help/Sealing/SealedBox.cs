using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// A small secret sealed to the holder of an X25519 key: <c>version(1) || epk(32) || ciphertext || tag(16)</c>, with
/// <c>key = HKDF-SHA256(X25519(esk, rpk), salt = epk || rpk, info = "cairn/seal/v1" || context)</c>, XChaCha20-Poly1305 under a nonce of zeros (the key is used once) and the context as additional data.
/// </summary>
internal static class SealedBox
{
    public const byte Version = 1;
    public const int Overhead = 1 + PublicBytes + TagBytes;
    public const int PublicBytes = 32;

    private const int TagBytes = Sodium.TagBytes;

    private static ReadOnlySpan<byte> Use => "cairn/seal/v1"u8;

    /// <exception cref="ArgumentException">The public key is one that everybody could open.</exception>
    public static byte[] Seal(PublicKey to, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> context)
    {
        using var ephemeral = SecretKey.Random();
        return Seal(ephemeral, to, secret, context);
    }

    /// <summary>With an ephemeral key of one's own: for known answers alone.</summary>
    internal static byte[] Seal(SecretKey ephemeral, PublicKey to, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> context)
    {
        var box = new byte[Overhead + secret.Length];
        box[0] = Version;
        ephemeral.PublicKey.Span.CopyTo(box.AsSpan(1));
        Span<byte> key = stackalloc byte[Sodium.KeyBytes], nonce = stackalloc byte[Sodium.NonceBytes];
        if (!Agreed(ephemeral, to.Span, box.AsSpan(1, PublicBytes), to.Span, context, key))
            throw new ArgumentException("This public key has a low order: everybody could open what is sealed to it.", nameof(to));
        nonce.Clear();
        Sodium.Encrypt(key, nonce, context, secret, box.AsSpan(1 + PublicBytes));
        key.Clear();
        return box;
    }

    /// <returns>Null when the box is not for this key and context, or was changed.</returns>
    public static byte[]? Open(SecretKey holder, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead || box[0] != Version)
            return null;
        var sender = box.Slice(1, PublicBytes);
        Span<byte> key = stackalloc byte[Sodium.KeyBytes], nonce = stackalloc byte[Sodium.NonceBytes];
        nonce.Clear();
        var secret = new byte[box.Length - Overhead];
        var opened = Agreed(holder, sender, sender, holder.PublicKey.Span, context, key) && Sodium.Decrypt(key, nonce, context, box[(1 + PublicBytes)..], secret);
        key.Clear();
        return opened ? secret : null;
    }

    // False for a point of low order.
    private static bool Agreed(SecretKey own, ReadOnlySpan<byte> other, ReadOnlySpan<byte> ephemeral, ReadOnlySpan<byte> receiver, ReadOnlySpan<byte> context, Span<byte> key)
    {
        Span<byte> shared = stackalloc byte[Sodium.KeyBytes], salt = stackalloc byte[2 * PublicBytes], info = stackalloc byte[Use.Length + context.Length];
        var agreed = Sodium.Agree(own.Span, other, shared);
        if (agreed)
        {
            ephemeral.CopyTo(salt);
            receiver.CopyTo(salt[PublicBytes..]);
            Use.CopyTo(info);
            context.CopyTo(info[Use.Length..]);
            HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, key, salt, info);
        }

        GC.KeepAlive(own);
        shared.Clear();
        return agreed;
    }
}
