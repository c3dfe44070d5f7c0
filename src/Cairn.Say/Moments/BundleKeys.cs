using System.Security.Cryptography;
using System.Text;
using Cairn.Moment;

namespace Cairn.Say.Moments;

/// <summary>Reads the keys of <c>cairn sign key</c> from their files.</summary>
internal static class BundleKeys
{
    /// <exception cref="MomentException">It cannot be read, or is no private key for bundles.</exception>
    public static ECDsa Private(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Encoding.UTF8.GetString(KeptFile.Read(path, "key")));
            // A public key imports as well, and then cannot sign.
            key.SignData("cairn"u8, HashAlgorithmName.SHA256);
            if (IsP256(key))
                return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new MomentException($"'{path}' is not a private key for bundles. Make one with: cairn sign key --out KEY --public PUB", e);
        }

        key.Dispose();
        throw new MomentException($"'{path}' is a key of another kind: bundles are signed with ECDSA P-256. Make one with: cairn sign key --out KEY --public PUB");
    }

    /// <returns>SubjectPublicKeyInfo.</returns>
    /// <exception cref="MomentException">It cannot be read, or is no public key.</exception>
    public static byte[] Public(string path)
    {
        using var key = ECDsa.Create();
        var pem = Encoding.UTF8.GetString(KeptFile.Read(path, "public key"));
        // Whoever passes the private key here would soon send it along.
        if (pem.Contains("PRIVATE", StringComparison.Ordinal))
            throw new MomentException($"'{path}' is a private key, which stays where it is. Give the file that --public named.");
        try
        {
            key.ImportFromPem(pem);
            return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new MomentException($"'{path}' is not a public key. Give the file that --public named when the key was made.", e);
        }
    }

    private static bool IsP256(ECDsa key) => key.KeySize == 256 && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
}
