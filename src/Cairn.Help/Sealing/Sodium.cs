using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// The functions of libsodium that conversations are sealed with, on memory of the caller's: what lives as long as a request is kept in spans that are wiped, not in pages of its own,
/// whose system calls would cost more than the sealing (<c>docs/decisions/0018</c>).
/// </summary>
internal static partial class Sodium
{
    public const int KeyBytes = 32, NonceBytes = 24, TagBytes = 16, SignatureBytes = 64;

    private const string Library = "libsodium";

    static Sodium()
    {
        if (Init() < 0)
            throw new CryptographicException("libsodium cannot be used on this machine.");
    }

    /// <summary>XChaCha20-Poly1305 of the draft <c>draft-irtf-cfrg-xchacha-03</c>.</summary>
    /// <param name="into">As long as what is sealed and <see cref="TagBytes"/>.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> plain, Span<byte> into)
    {
        Sized(key, nonce);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, plain.Length + TagBytes);
        _ = Encrypt(into, out _, plain, (ulong)plain.Length, bound, (ulong)bound.Length, 0, nonce, key);
    }

    /// <param name="into">As long as what is opened without <see cref="TagBytes"/>; zeros when it does not open.</param>
    /// <returns>False when it was changed, or sealed under another key, nonce or place.</returns>
    public static bool Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> stored, Span<byte> into)
    {
        Sized(key, nonce);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, stored.Length - TagBytes);
        if (Decrypt(into, out _, 0, stored, (ulong)stored.Length, bound, (ulong)bound.Length, nonce, key) == 0)
            return true;
        into.Clear();
        return false;
    }

    /// <summary>X25519 of RFC 7748.</summary>
    /// <returns>False for a point of low order: what everybody could agree on.</returns>
    public static bool Agree(ReadOnlySpan<byte> own, ReadOnlySpan<byte> other, Span<byte> shared)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(own.Length, KeyBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, KeyBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(shared.Length, KeyBytes);
        return ScalarMult(shared, own, other) == 0;
    }

    /// <summary>The public key of X25519 that belongs to a private one.</summary>
    public static void PublicOf(ReadOnlySpan<byte> own, Span<byte> into)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(own.Length, KeyBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, KeyBytes);
        _ = ScalarMultBase(into, own);
    }

    /// <summary>Whether Ed25519 of RFC 8032 signed a message with the private half of a key.</summary>
    public static bool Verifies(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message, ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(signature.Length, SignatureBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        return VerifyDetached(signature, message, (ulong)message.Length, key) == 0;
    }

    private static void Sized(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, NonceBytes);
    }

    [LibraryImport(Library, EntryPoint = "crypto_sign_verify_detached")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int VerifyDetached(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message, ulong length, ReadOnlySpan<byte> key);

    [LibraryImport(Library, EntryPoint = "sodium_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Init();

    [LibraryImport(Library, EntryPoint = "crypto_aead_xchacha20poly1305_ietf_encrypt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Encrypt(Span<byte> into, out ulong written, ReadOnlySpan<byte> plain, ulong plainLength, ReadOnlySpan<byte> bound, ulong boundLength, nint unused, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library, EntryPoint = "crypto_aead_xchacha20poly1305_ietf_decrypt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Decrypt(Span<byte> into, out ulong written, nint unused, ReadOnlySpan<byte> stored, ulong storedLength, ReadOnlySpan<byte> bound, ulong boundLength, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library, EntryPoint = "crypto_scalarmult_curve25519")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int ScalarMult(Span<byte> shared, ReadOnlySpan<byte> own, ReadOnlySpan<byte> other);

    [LibraryImport(Library, EntryPoint = "crypto_scalarmult_curve25519_base")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int ScalarMultBase(Span<byte> into, ReadOnlySpan<byte> own);
}
