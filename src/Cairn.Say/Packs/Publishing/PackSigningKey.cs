using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;

namespace Cairn.Say.Packs.Publishing;

/// <summary>The key that signs what this installation publishes (ECDSA P-256), in the keyring, made on first need.</summary>
internal sealed class PackSigningKey(Keyring keyring)
{
    internal const string FileName = "pack-signing.pem";

    private byte[]? publicKey;

    public string KeyringDirectory => keyring.Directory;

    public (byte[] Signature, byte[] PublicKey) Sign(string text)
    {
        using var key = Import(keyring.ReadOrMake(FileName, Make));
        return (key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256), key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>True when the bytes are this keyring's own public key. A keyring without a key trusts nobody.</summary>
    public bool Owns(byte[] candidate)
    {
        if (publicKey is null)
        {
            if (keyring.Read(FileName) is not { } pem)
                return false;
            using var key = Import(pem);
            publicKey = key.ExportSubjectPublicKeyInfo();
        }

        return CryptographicOperations.FixedTimeEquals(publicKey, candidate);
    }

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
            throw new StorageException($"The key '{FileName}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup.", e);
        }
    }
}
