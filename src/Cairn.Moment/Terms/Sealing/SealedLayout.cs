using System.Buffers.Binary;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Where everything lies in a sealed list; <c>docs/sealed-lists.md</c> says it byte by byte. All numbers are little-endian.</summary>
internal readonly record struct SealedLayout(int Entries, int Slots, int BloomWords, int AroundWords, int TypoWords, int LongestSymbols, int LongestWords, int ShortestSymbols, int LargestCombination, bool HasExceptions)
{
    /// <summary>An entry longer than this is refused.</summary>
    public const int MostSymbols = 120;

    public const int Version = 1, HeaderLength = 128, SlotLength = 10, MacLength = 32, SaltAt = 64, SaltLength = 16, CheckAt = 80, CheckLength = 16, ThresholdsAt = 96;

    public static ReadOnlySpan<byte> Magic => "CAIRNTRM"u8;

    public long ModelAt => HeaderLength;

    // Aligned to a cache line each.
    public long BloomAt => Aligned(ModelAt + LetterModel.Length);

    public long SlotsAt => BloomAt + Aligned(BloomWords * 8L);

    public long AroundAt => SlotsAt + Aligned(Slots * (long)SlotLength);

    public long TyposAt => AroundAt + Aligned(AroundWords * 8L);

    public long MacAt => TyposAt + Aligned(TypoWords * 8L);

    public long FileLength => MacAt + MacLength;

    public void Write(Span<byte> header)
    {
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        ReadOnlySpan<int> numbers = [Entries, Slots, BloomWords, AroundWords, TypoWords, LongestSymbols, LongestWords, ShortestSymbols, LargestCombination, HasExceptions ? 1 : 0];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(header[(12 + 4 * i)..], numbers[i]);
    }

    public static SealedLayout Read(ReadOnlySpan<byte> header)
    {
        Span<int> numbers = stackalloc int[10];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(header[(12 + 4 * i)..]);
        return new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], numbers[9] != 0);
    }

    /// <summary>False when the numbers cannot be those of a list, so that nothing is looked up beyond it.</summary>
    public bool IsSound =>
        Entries > 0 && Slots > Entries && BloomWords > 0 && AroundWords >= 0 && TypoWords >= 0 && LongestSymbols is > 0 and <= MostSymbols && LongestWords > 0 && ShortestSymbols > 0 && FileLength <= int.MaxValue;

    private static long Aligned(long length) => (length + 63) & ~63L;
}
