using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Say.Moments.Platforms;

/// <summary>A platform's token: <c>cairn_p_</c> and 256 random bits. It is shown once; what is kept is its SHA-256, from which nobody gets back.</summary>
internal static class PlatformToken
{
    private const string Prefix = "cairn_p_";
    private const int Bytes = 32;
    private const string Scheme = "Bearer ";

    // 43 letters of base64url hold 32 bytes.
    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(Bytes);

    /// <summary>A new one, from the operating system's randomness.</summary>
    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static TokenHash HashOf(ReadOnlySpan<char> token)
    {
        Span<byte> text = stackalloc byte[Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.ASCII.GetBytes(token, text)], hash);
        return TokenHash.From(hash);
    }

    /// <summary>Reads the value of an <c>Authorization</c> header.</summary>
    /// <returns>Null when it is not a token of this kind.</returns>
    public static TokenHash? Read(string? authorization)
    {
        if (authorization is null || authorization.Length != Scheme.Length + Length || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = authorization.AsSpan(Scheme.Length);
        return token.StartsWith(Prefix, StringComparison.Ordinal) && Ascii.IsValid(token) ? HashOf(token) : null;
    }
}

/// <summary>SHA-256 of a token. Tokens are found by it: how long a search takes depends on a hash, and says nothing about any token.</summary>
internal readonly record struct TokenHash(ulong A, ulong B, ulong C, ulong D)
{
    public static TokenHash From(ReadOnlySpan<byte> hash) => MemoryMarshal.Read<TokenHash>(hash);

    public byte[] ToBytes()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        MemoryMarshal.Write(bytes, this);
        return bytes;
    }

    public override int GetHashCode() => (int)A;
}
