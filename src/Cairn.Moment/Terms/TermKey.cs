using System.Security.Cryptography;

namespace Cairn.Moment.Terms;

/// <summary>The key a list is sealed under, 32 random bytes. It lies apart from the list: whoever holds both can test guesses, whoever holds the file alone cannot.</summary>
public sealed class TermKey
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] bytes;

    private TermKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>A fresh key from the operating system's randomness.</summary>
    public static TermKey Make() => new(RandomNumberGenerator.GetBytes(Length));

    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="MomentException">Another length.</exception>
    public static TermKey From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes.ToArray()) : throw new MomentException($"A key of terms is {Length} bytes long, this one {bytes.Length}.");

    internal ReadOnlySpan<byte> Bytes => bytes;
}
