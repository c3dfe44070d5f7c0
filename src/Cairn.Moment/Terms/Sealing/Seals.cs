using System.Security.Cryptography;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Keyed checks of a list, each under a key of its own that is derived from the key of terms.</summary>
internal static class Seals
{
    /// <summary>Tells another key from damage.</summary>
    public static byte[] Check(TermKey key, ReadOnlySpan<byte> salt) => HMACSHA256.HashData(Derived(key, "cairn terms check 1"u8), salt)[..SealedLayout.CheckLength];

    /// <summary>Over the whole file before it.</summary>
    public static byte[] Mac(TermKey key, ReadOnlySpan<byte> file) => HMACSHA256.HashData(Derived(key, "cairn terms mac 1"u8), file);

    /// <summary>Of the list's lines: the same list under the same key is sealed into the same bytes, another one shares no tag with it.</summary>
    public static IncrementalHash Salt(TermKey key) => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Derived(key, "cairn terms salt 1"u8));

    private static byte[] Derived(TermKey key, ReadOnlySpan<byte> purpose)
    {
        var derived = new byte[32];
        HKDF.Expand(HashAlgorithmName.SHA256, key.Bytes, derived, purpose);
        return derived;
    }
}
