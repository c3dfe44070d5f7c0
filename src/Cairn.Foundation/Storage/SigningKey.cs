using System.Security.Cryptography;
using System.Text;

namespace Cairn.Foundation.Storage;

/// <summary>A key of the keyring that signs (ECDSA P-256 over SHA-256), made on first need.</summary>
/// <param name="fileName">Its file in the keyring, ending in <c>.pem</c>.</param>
public class SigningKey(Keyring keyring, string fileName)
{
    private byte[]? publicKey;

    public string KeyringDirectory => keyring.Directory;

    protected Keyring Keyring => keyring;

    public (byte[] Signature, byte[] PublicKey) Sign(string text)
    {
        using var key = Import(keyring.ReadOrMake(fileName, Make));
        return (key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256), key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Lends the key to something that signs for itself.</summary>
    public T With<T>(Func<ECDsa, T> sign)
    {
        using var key = Import(keyring.ReadOrMake(fileName, Make));
        return sign(key);
    }

    /// <summary>True when the bytes are this keyring's own public key. A keyring without a key trusts nobody.</summary>
    public bool Owns(byte[] candidate) => Public() is { } own && CryptographicOperations.FixedTimeEquals(own, candidate);

    /// <summary>Checks against this keyring's own key. False also when it has none.</summary>
    public bool Verifies(string text, byte[] signature) => Public() is { } own && Verifies(text, signature, own);

    public static bool Verifies(string text, byte[] signature, byte[] publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private byte[]? Public()
    {
        if (publicKey is null && keyring.Read(fileName) is { } pem)
        {
            using var key = Import(pem);
            publicKey = key.ExportSubjectPublicKeyInfo();
        }

        return publicKey;
    }

    private static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private ECDsa Import(byte[] pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Encoding.ASCII.GetString(pem));
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new StorageException($"The key '{fileName}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup.", e);
        }
    }
}
