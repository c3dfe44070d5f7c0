using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>A secret of 32 bytes, a key of XChaCha20-Poly1305 or the private half of X25519, in memory that the runtime does not move about and that is wiped when it is given back.</summary>
internal sealed class SecretKey : IDisposable
{
    public const int Length = Sodium.KeyBytes;

    private const int MostKept = 256;

    // Memory that does not move is slow to come by.
    private static readonly ConcurrentBag<byte[]> Free = [];

    private byte[]? bytes = Free.TryTake(out var free) ? free : GC.AllocateArray<byte>(Length, pinned: true);
    private PublicKey? made;

    private SecretKey()
    {
    }

    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public ReadOnlySpan<byte> Span => bytes ?? throw new ObjectDisposedException(nameof(SecretKey));

    /// <summary>The public half, when it is one of X25519.</summary>
    public PublicKey PublicKey => made ??= PublicKey.Of(this);

    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static SecretKey From(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
            throw new FormatException($"A key has {Length} bytes.");
        var key = new SecretKey();
        secret.CopyTo(key.bytes);
        return key;
    }

    /// <summary>A new one.</summary>
    public static SecretKey Random()
    {
        var key = new SecretKey();
        RandomNumberGenerator.Fill(key.bytes);
        return key;
    }

    // Of a key that several use at once nobody says when it is done with: it is wiped when nobody has it any more.
    ~SecretKey() => CryptographicOperations.ZeroMemory(bytes);

    /// <summary>Wipes it: of a key that nobody else uses.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref bytes, null) is not { } own)
            return;
        GC.SuppressFinalize(this);
        CryptographicOperations.ZeroMemory(own);
        if (Free.Count < MostKept)
            Free.Add(own);
    }
}

/// <summary>The public half of X25519: 32 bytes.</summary>
internal sealed class PublicKey
{
    private readonly byte[] bytes;

    private PublicKey(byte[] bytes) => this.bytes = bytes;

    public ReadOnlySpan<byte> Span => bytes;

    public byte[] ToArray() => [.. bytes];

    /// <returns>Null when it is not 32 bytes, or a point of low order: everybody could open what is sealed to it.</returns>
    public static PublicKey? Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> one = stackalloc byte[SecretKey.Length], shared = stackalloc byte[SecretKey.Length];
        one.Clear();
        one[0] = 1;
        return bytes.Length == SecretKey.Length && Sodium.Agree(one, bytes, shared) ? new(bytes.ToArray()) : null;
    }

    internal static PublicKey Of(SecretKey own)
    {
        var bytes = new byte[SecretKey.Length];
        Sodium.PublicOf(own.Span, bytes);
        return new(bytes);
    }
}
