using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Help.Sealing;

/// <summary>The site's own key, from the keyring and never in a database: without it nobody can tell whether a code exists.</summary>
internal sealed class SiteKeys(Keyring keyring)
{
    internal const string FileName = "help-site.key";
    internal const int LookupBytes = 16;

    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> key = new(() => keyring.ReadOrMake(FileName, () => RandomNumberGenerator.GetBytes(KeyBytes)) is { Length: KeyBytes } read
        ? read
        : throw new StorageException($"The key '{FileName}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup."));

    /// <summary>Reads the key, or makes it: at the start, while the keyring is known to be this site's. One that goes away later is not replaced by another, under which codes would be given out that open nothing once it is back.</summary>
    /// <exception cref="StorageException">It cannot be read or made, or is damaged.</exception>
    public void Open() => _ = key.Value;

    /// <summary>What makes the keys of a code this site's own: 32 bytes.</summary>
    public void Salt(Span<byte> into) => Derive("cairn/site/salt/v1"u8, into);

    /// <summary>The code that a first message gets: the same for the same submission, so that whoever sends it twice is shown one code.</summary>
    /// <param name="submission">16 random bytes of the form; only their hash is stored.</param>
    public SeekerCode CodeOf(ReadOnlySpan<byte> submission)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hmac("cairn/site/issue/v1"u8, submission, mac);
        var code = SeekerCode.From(mac[..16]);
        mac.Clear();
        return code;
    }

    /// <summary>The name under which a conversation is found: 16 bytes, from a code's authentication key.</summary>
    public void Lookup(ReadOnlySpan<byte> auth, Span<byte> into)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hmac("cairn/site/lookup/v1"u8, auth, mac);
        mac[..LookupBytes].CopyTo(into);
        mac.Clear();
    }

    /// <summary>Covers what belongs to advisers, so that no passphrase can be tried on the database alone.</summary>
    /// <param name="member">Whose it is: it opens in no other row.</param>
    public byte[] CoverOf(ReadOnlySpan<byte> inner, string member)
    {
        using var key = DeskKey();
        return Envelope.Cover(key, inner, OfMember(member));
    }

    /// <returns>Null when it was covered under another key, or for somebody else.</returns>
    public byte[]? Uncovered(ReadOnlySpan<byte> covered, string member)
    {
        using var key = DeskKey();
        return Envelope.Uncover(key, covered, OfMember(member));
    }

    private static byte[] OfMember(string member) => [.. "help_adviser\0"u8, .. System.Text.Encoding.UTF8.GetBytes(member)];

    private SecretKey DeskKey()
    {
        Span<byte> part = stackalloc byte[KeyBytes];
        Derive("cairn/site/desk/v1"u8, part);
        var key = SecretKey.From(part);
        part.Clear();
        return key;
    }

    /// <summary>What stands in the audit for a conversation: 12 hex letters that only whoever has this key can tie to it.</summary>
    public string Mark(ReadOnlySpan<byte> conversation)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hmac("cairn/site/audit/v1"u8, conversation, mac);
        return Convert.ToHexStringLower(mac[..6]);
    }

    private void Hmac(ReadOnlySpan<byte> use, ReadOnlySpan<byte> of, Span<byte> into)
    {
        Span<byte> part = stackalloc byte[KeyBytes];
        Derive(use, part);
        HMACSHA256.HashData(part, of, into);
        part.Clear();
    }

    private void Derive(ReadOnlySpan<byte> use, Span<byte> into) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, into, [], use);
}
