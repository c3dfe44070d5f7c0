using System.Security.Cryptography;
using System.Text;

namespace Cairn.Moment.Decisions;

/// <summary>The secret that receipts of one installation are signed with, bound to one campaign.</summary>
public sealed class ReceiptKey
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int Length = 32;

    private ReceiptKey(byte[] bytes) => Bytes = bytes;

    /// <summary>16 bytes, a key of <see cref="SipHash"/>.</summary>
    internal byte[] Bytes { get; }

    /// <param name="secret">32 random bytes, kept by the installation.</param>
    /// <param name="campaign">Id of the campaign; receipts of another one are refused.</param>
    public static ReceiptKey For(ReadOnlySpan<byte> secret, string campaign)
    {
        if (secret.Length != Length)
            throw new MomentException($"A secret of receipts is {Length} bytes long, this one {secret.Length}.");
        var key = new byte[16];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], info: Encoding.UTF8.GetBytes("cairn receipt 1 " + campaign));
        return new(key);
    }
}
