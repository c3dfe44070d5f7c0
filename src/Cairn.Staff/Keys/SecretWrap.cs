using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;

namespace Cairn.Staff.Keys;

/// <summary>Wraps small secrets under a key of the keyring (AES-256-GCM, random 96-bit nonce, bound to the row they belong to).</summary>
internal sealed class SecretWrap(Keyring keyring)
{
    internal const string FileName = "staff-secrets.key";
    private const byte Version = 1;
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    /// <param name="place">What the secret belongs to; unwrapping needs the same.</param>
    public string Wrap(string secret, string place)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[1 + NonceBytes + plain.Length + TagBytes];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(1, NonceBytes));
        using var aes = Open();
        aes.Encrypt(box.AsSpan(1, NonceBytes), plain, box.AsSpan(1 + NonceBytes, plain.Length), box.AsSpan(1 + NonceBytes + plain.Length), Encoding.UTF8.GetBytes(place));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(box);
    }

    /// <exception cref="StorageException">It was changed, belongs elsewhere, or was wrapped under another keyring.</exception>
    public string Unwrap(string wrapped, string place)
    {
        try
        {
            var box = Convert.FromBase64String(wrapped);
            if (box.Length < 1 + NonceBytes + TagBytes || box[0] != Version)
                throw new CryptographicException("Not a box.");
            var plain = new byte[box.Length - 1 - NonceBytes - TagBytes];
            using var aes = Open();
            aes.Decrypt(box.AsSpan(1, NonceBytes), box.AsSpan(1 + NonceBytes, plain.Length), box.AsSpan(box.Length - TagBytes), plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new StorageException($"A secret in the database does not open with the keyring '{keyring.Directory}'. Name the keyring it was made with in CAIRN_KEYRING.", e);
        }
    }

    /// <summary>Makes the key when there is none, so that the first backup of the keyring has it.</summary>
    public void MakeKey() => Open().Dispose();

    private AesGcm Open()
    {
        var key = keyring.ReadOrMake(FileName, () => RandomNumberGenerator.GetBytes(KeyBytes));
        return key.Length == KeyBytes
            ? new AesGcm(key, TagBytes)
            : throw new StorageException($"The key '{FileName}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup.");
    }
}
