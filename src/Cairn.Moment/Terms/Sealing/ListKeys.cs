using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Cairn.Moment.Terms.Folding;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Everything secret about one list, derived from the key and the list's salt. Lives outside the managed heap so that the search reads it without bounds checks;
/// given back when nothing refers to it any more.</summary>
internal sealed unsafe class ListKeys : SafeHandle
{
    /// <summary>Letters below this have a value of their own; the others a mixture of two.</summary>
    public const int Direct = FoldTable.Alphabets;

    /// <summary>The longest run of symbols that is hashed in one piece.</summary>
    public const int Powers = 1024;

    public const byte IsLeet = 1, IsBlank = 2, IsSkipped = 4, IsSymbol = 8;

    private const int High = 64;

    /// <summary>The keyed value of a symbol; letters that look alike share one. Zero for what is no letter.</summary>
    public readonly ulong* Values;

    /// <summary>By ASCII character: what makes a repetition, zero for what is no letter; and whether it is a digit or a symbol written for a letter, a blank, or nothing at all.
    /// Letters with the same repetition have the same value.</summary>
    public readonly byte* Repeats, Kinds;

    /// <summary>The base of the rolling hash to the power of the place, and its inverse.</summary>
    public readonly ulong* Power, Inverse;

    /// <summary>Of a window's rolling hash: what is kept of an entry.</summary>
    public readonly SipHash Tag;

    /// <summary>Hides what is kept beside a tag.</summary>
    public readonly SipHash Veil;

    /// <summary>Mixes the exact letters of an entry, and where its words end.</summary>
    public readonly ulong Spelling, Spacing;

    private readonly byte[] model = new byte[32];

    public ListKeys(TermKey key, ReadOnlySpan<byte> salt)
        : base(0, ownsHandle: true)
    {
        Span<byte> secret = stackalloc byte[32 + 32 + 64];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, secret, salt, "cairn terms list 1"u8);
        secret[..32].CopyTo(model);
        var words = MemoryMarshal.Cast<byte, ulong>(secret[64..]);
        Tag = new(words[0], words[1]);
        Veil = new(words[2], words[3]);
        Spelling = words[4] | 1;
        Spacing = words[5] | 1;

        SetHandle((nint)NativeMemory.AlignedAlloc((Direct + High + 16 + 16 + 2 * Powers) * sizeof(ulong), 64));
        Values = (ulong*)handle;
        Repeats = (byte*)(Values + Direct + High);
        Kinds = Repeats + 128;
        Power = (ulong*)(Kinds + 128);
        Inverse = Power + Powers;
        Stream(secret[32..64], new Span<byte>(Values, (Direct + High) * sizeof(ulong)));
        for (var id = 0; id < Direct; id++)
            Values[id] |= 1;
        for (var id = 0; id < 128; id++)
            Values[id] = Values[Fold.Alike(id)];
        for (var c = 0; c < 128; c++)
        {
            var entry = FoldTable.Basic[c];
            Repeats[c] = (entry & Fold.Letter) != 0 ? (byte)Fold.Repeats((int)(entry & 0xFFFF)) : (byte)0;
            Kinds[c] = (entry & Fold.Symbol) != 0 ? (byte)(IsLeet | IsSymbol) : (entry & Fold.Leet) != 0 ? IsLeet : (entry & Fold.Blank) != 0 ? IsBlank : (entry & Fold.Skip) != 0 ? IsSkipped : (byte)0;
        }

        // Odd, and 5 modulo 8, so that its powers have the longest period there is.
        ulong multiplier = (words[6] & ~7UL) | 5, inverse = InverseOf(multiplier);
        (Power[0], Inverse[0]) = (1, 1);
        for (var i = 1; i < Powers; i++)
            (Power[i], Inverse[i]) = (Power[i - 1] * multiplier, Inverse[i - 1] * inverse);
        CryptographicOperations.ZeroMemory(secret);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The value of a letter by its number in the fold.</summary>
    public ulong Value(uint id) => id < Direct ? Values[id] : (Values[id & (Direct - 1)] ^ Values[Direct + (id >> 11)]) * 0x9E3779B97F4A7C15 | 1;

    /// <summary>Hides or shows the model of letters.</summary>
    public void Cover(Span<byte> bytes)
    {
        var cover = new byte[bytes.Length];
        Stream(model, cover);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] ^= cover[i];
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }

    // AES-256 over a counter. The salt makes each key the key of one content, so no stretch of it is used twice.
    private static void Stream(ReadOnlySpan<byte> key, Span<byte> into)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        var counters = new byte[(into.Length + 15) / 16 * 16];
        for (var block = 0; block < counters.Length / 16; block++)
            BinaryPrimitives.WriteInt32LittleEndian(counters.AsSpan(block * 16), block);
        aes.EncryptEcb(counters, PaddingMode.None).AsSpan(0, into.Length).CopyTo(into);
    }

    // Newton's method doubles the right bits in each round.
    private static ulong InverseOf(ulong odd)
    {
        var inverse = odd;
        for (var round = 0; round < 6; round++)
            inverse *= 2 - odd * inverse;
        return inverse;
    }
}
