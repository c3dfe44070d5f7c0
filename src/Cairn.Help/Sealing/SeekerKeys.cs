using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>What a code becomes on this site: the name a conversation is found under, and the key that opens it. A code is uniformly random and ours, so nothing is stretched.</summary>
internal static class SeekerKeys
{
    /// <summary>Bytes of the X25519 private key.</summary>
    public const int SeedBytes = 32;

    private const int RootBytes = 64;
    private const int SaltBytes = 32;

    /// <param name="lookup">16 bytes: the row's name.</param>
    /// <param name="seed">32 bytes: the private key.</param>
    public static void Derive(SeekerCode code, SiteKeys site, Span<byte> lookup, Span<byte> seed)
    {
        Span<byte> secret = stackalloc byte[SeekerCode.SecretBytes], salt = stackalloc byte[SaltBytes], root = stackalloc byte[RootBytes], auth = stackalloc byte[SeedBytes];
        code.WriteSecret(secret);
        site.Salt(salt);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, secret, root, salt, "cairn/code/v1"u8);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, root, auth, [], "cairn/code/auth/v1"u8);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, root, seed, [], "cairn/code/seeker/v1"u8);
        site.Lookup(auth, lookup);
        secret.Clear();
        root.Clear();
        auth.Clear();
    }
}
