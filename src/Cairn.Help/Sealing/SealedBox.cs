using NSec.Cryptography;

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

    private const int TagBytes = 16;
    private const int NonceBytes = 24;

    private static readonly AeadAlgorithm Aead = AeadAlgorithm.XChaCha20Poly1305;

    /// <exception cref="ArgumentException">The public key is one that everybody could open.</exception>
    public static byte[] Seal(PublicKey to, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> context)
    {
        using var ephemeral = Key.Create(KeyAgreementAlgorithm.X25519);
        return Seal(ephemeral, to, secret, context);
    }

    /// <summary>With an ephemeral key of one's own: for known answers alone.</summary>
    internal static byte[] Seal(Key ephemeral, PublicKey to, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> context)
    {
        var box = new byte[Overhead + secret.Length];
        box[0] = Version;
        ephemeral.PublicKey.Export(KeyBlobFormat.RawPublicKey).CopyTo(box, 1);
        using var key = Agreed(ephemeral, to, box.AsSpan(1, PublicBytes), to.Export(KeyBlobFormat.RawPublicKey), context)
            ?? throw new ArgumentException("This public key has a low order: everybody could open what is sealed to it.", nameof(to));
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Aead.Encrypt(key, nonce, context, secret, box.AsSpan(1 + PublicBytes));
        return box;
    }

    /// <returns>Null when the box is not for this key and context, or was changed.</returns>
    public static byte[]? Open(Key holder, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead || box[0] != Version || !PublicKey.TryImport(KeyAgreementAlgorithm.X25519, box.Slice(1, PublicBytes), KeyBlobFormat.RawPublicKey, out var ephemeral))
            return null;
        using var key = Agreed(holder, ephemeral!, box.Slice(1, PublicBytes), holder.PublicKey.Export(KeyBlobFormat.RawPublicKey), context);
        Span<byte> nonce = stackalloc byte[NonceBytes];
        var secret = new byte[box.Length - Overhead];
        return key is not null && Aead.Decrypt(key, nonce, context, box[(1 + PublicBytes)..], secret) ? secret : null;
    }

    private static Key? Agreed(Key own, PublicKey other, ReadOnlySpan<byte> ephemeral, ReadOnlySpan<byte> receiver, ReadOnlySpan<byte> context)
    {
        // Null for a point of low order.
        using var shared = KeyAgreementAlgorithm.X25519.Agree(own, other);
        if (shared is null)
            return null;
        Span<byte> salt = stackalloc byte[2 * PublicBytes];
        ephemeral.CopyTo(salt);
        receiver.CopyTo(salt[PublicBytes..]);
        return KeyDerivationAlgorithm.HkdfSha256.DeriveKey(shared, salt, [.. "cairn/seal/v1"u8, .. context], Aead);
    }
}
