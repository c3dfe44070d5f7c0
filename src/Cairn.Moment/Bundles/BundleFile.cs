using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cairn.Moment.Bundles;

/// <summary>The bytes of a bundle.</summary>
/// <remarks>Little-endian: <c>CAIRNBND</c> (8), version (4), length of the JSON (4), length of the sealed list (8, 0 for none), the JSON in UTF-8, the sealed list, and the
/// signature (64; ECDSA P-256 over SHA-256 of everything before it, r and s). Nothing follows.</remarks>
internal static class BundleFile
{
    /// <summary>How far two clocks may be apart.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    private const uint Version = 1;
    private const int HeaderLength = 24;
    private const int SignatureLength = 64;
    private const string NotWhole = "The bundle is not whole. Fetch or copy it again.";

    public static string TagOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> terms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Header(json.Length, terms.Length));
        hash.AppendData(json);
        hash.AppendData(terms);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Write(ReadOnlySpan<byte> json, ReadOnlySpan<byte> terms, ECDsa key)
    {
        var file = new byte[HeaderLength + json.Length + terms.Length + SignatureLength];
        Header(json.Length, terms.Length).CopyTo(file, 0);
        json.CopyTo(file.AsSpan(HeaderLength));
        terms.CopyTo(file.AsSpan(HeaderLength + json.Length));
        key.SignData(file.AsSpan(..^SignatureLength), file.AsSpan(^SignatureLength..), HashAlgorithmName.SHA256);
        return file;
    }

    public static Parts Open(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> publicKey)
    {
        var bytes = file.Span;
        if (!bytes.StartsWith("CAIRNBND"u8))
            throw new MomentException("This is not a bundle. Make one with: cairn bundle build");
        if (bytes.Length < HeaderLength)
            throw new MomentException(NotWhole);
        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (version != Version)
            throw new MomentException($"The bundle has format {version}; this program reads format {Version}. Bring the older of the two up to date.");
        var json = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        var terms = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        if (terms > int.MaxValue || HeaderLength + json + (long)terms + SignatureLength != bytes.Length)
            throw new MomentException(NotWhole);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..^SignatureLength], hash);
        Verify(hash, bytes[^SignatureLength..], publicKey);
        return new(file.Slice(HeaderLength, (int)json), file.Slice(HeaderLength + (int)json, (int)terms), Convert.ToHexStringLower(hash));
    }

    private static void Verify(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
        }
        catch (CryptographicException e)
        {
            throw new MomentException("The public key cannot be read. It is the file that --public named when the key was made.", e);
        }

        if (key.KeySize != 256 || !key.VerifyHash(hash, signature))
            throw new MomentException("The bundle was not signed with this key, or was changed since.");
    }

    private static byte[] Header(int json, int terms)
    {
        var header = new byte[HeaderLength];
        "CAIRNBND"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), (uint)json);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(16), (ulong)terms);
        return header;
    }

    /// <param name="Tag">SHA-256 of what was signed.</param>
    internal readonly record struct Parts(ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Terms, string Tag);
}
