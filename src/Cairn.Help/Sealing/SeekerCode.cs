using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// What a seeker keeps: 90 random bits and 10 bits that catch a slip, as 20 letters or as 31 digits. It is always written from left to right, and it is the only way back to a conversation.
/// Format: <c>docs/sealing.md</c>, The code.
/// </summary>
internal readonly struct SeekerCode : IEquatable<SeekerCode>
{
    public const int Letters = 20;
    public const int Digits = 31;
    public const int GroupLength = 4;
    public const int Groups = Letters / GroupLength;

    /// <summary>Bytes of the secret: 90 bits, the highest six of the first byte are 0.</summary>
    public const int SecretBytes = 12;

    private const int CheckBits = 10;
    private const int RandomBits = 90;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly UInt128 Largest = (UInt128)1 << RandomBits;

    private readonly UInt128 secret;

    private SeekerCode(UInt128 secret) => this.secret = secret;

    /// <summary>From 16 bytes that nobody can guess; the lowest 90 bits count.</summary>
    public static SeekerCode From(ReadOnlySpan<byte> random) => new(BinaryPrimitives.ReadUInt128BigEndian(random) & (Largest - 1));

    /// <summary>From what <see cref="WriteSecret"/> wrote.</summary>
    public static SeekerCode FromSecret(ReadOnlySpan<byte> secret)
    {
        Span<byte> whole = stackalloc byte[16];
        whole.Clear();
        secret.CopyTo(whole[4..]);
        var code = From(whole);
        whole.Clear();
        return code;
    }

    /// <summary>Reads what a person typed: letters or digits, in any case and script of digits, with spaces and dashes, O for 0, I and L for 1.</summary>
    /// <returns>Null when it has the wrong length, a strange letter, or a slip.</returns>
    public static SeekerCode? Read(ReadOnlySpan<char> typed)
    {
        Span<char> kept = stackalloc char[Digits + 1];
        var length = 0;
        foreach (var letter in typed)
        {
            if (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format)
                continue;
            if (length == kept.Length || Plain(letter) is not { } plain)
                return null;
            kept[length++] = plain;
        }

        var read = length switch
        {
            Letters => FromLetters(kept[..length]),
            Digits => FromDigits(kept[..length]),
            _ => null,
        };
        kept.Clear();
        return read;
    }

    /// <summary>The secret, big-endian.</summary>
    public void WriteSecret(Span<byte> into)
    {
        Span<byte> whole = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(whole, secret);
        whole[4..].CopyTo(into);
        whole.Clear();
    }

    /// <summary>Letters of a group, counted from 0.</summary>
    public void WriteGroup(int group, Span<byte> into)
    {
        var all = Whole;
        for (var i = 0; i < GroupLength; i++)
            into[i] = (byte)Alphabet[(int)(all >> (5 * (Letters - 1 - group * GroupLength - i)) & 31)];
    }

    /// <summary>All 31 digits.</summary>
    public void WriteDigits(Span<byte> into)
    {
        var rest = Whole;
        for (var i = Digits - 1; i >= 0; i--)
        {
            (rest, var digit) = UInt128.DivRem(rest, 10);
            into[i] = (byte)('0' + (int)digit);
        }
    }

    /// <summary>Whether somebody typed this group, as loosely as a whole code is read.</summary>
    public bool IsGroup(int group, ReadOnlySpan<char> typed)
    {
        Span<byte> own = stackalloc byte[GroupLength];
        WriteGroup(group, own);
        var at = 0;
        foreach (var letter in typed)
        {
            if (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format)
                continue;
            if (at == GroupLength || Plain(letter) != (char)own[at++])
                return false;
        }

        return at == GroupLength;
    }

    public bool Equals(SeekerCode other) => secret == other.secret;

    public override bool Equals(object? obj) => obj is SeekerCode other && Equals(other);

    public override int GetHashCode() => secret.GetHashCode();

    /// <summary>Never the code: it must not reach a log.</summary>
    public override string ToString() => "a seeker's code";

    private UInt128 Whole => secret << CheckBits | Check(secret);

    private static UInt128 Check(UInt128 secret)
    {
        Span<byte> text = stackalloc byte[19 + SecretBytes];
        "cairn/code/check/v1"u8.CopyTo(text);
        new SeekerCode(secret).WriteSecret(text[19..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        text.Clear();
        return (UInt128)(BinaryPrimitives.ReadUInt16BigEndian(hash) >> (16 - CheckBits));
    }

    private static SeekerCode? FromLetters(ReadOnlySpan<char> letters)
    {
        UInt128 whole = 0;
        foreach (var letter in letters)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return null;
            whole = whole << 5 | (UInt128)value;
        }

        return Checked(whole);
    }

    private static SeekerCode? FromDigits(ReadOnlySpan<char> digits)
    {
        UInt128 whole = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return null;
            whole = whole * 10 + (UInt128)(digit - '0');
        }

        return whole >> (RandomBits + CheckBits) == 0 ? Checked(whole) : null;
    }

    private static SeekerCode? Checked(UInt128 whole)
    {
        var secret = whole >> CheckBits;
        return (whole & ((1 << CheckBits) - 1)) == Check(secret) ? new SeekerCode(secret) : null;
    }

    private static char? Plain(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var upper and (>= 'A' and <= 'Z' and not 'U' or >= '0' and <= '9') => upper,
        _ => CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0 ? (char)('0' + digit) : null,
    };
}
