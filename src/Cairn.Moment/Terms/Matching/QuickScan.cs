using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>Reads a text of up to sixty-four characters at once: every character is a place, letters and boundaries are bits of one word, and nothing branches on what is read.
/// Does the same as <see cref="Scan"/> does in the reading <see cref="Reading.Letters"/>.</summary>
internal static unsafe class QuickScan
{
    public const int Longest = 64;

    /// <param name="atOnce">Whether the widest vectors may be used where there are any.</param>
    /// <returns>False when there is a character that only the longer way can read.</returns>
    public static bool Read(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, bool atOnce = true)
    {
        if (!(Avx512Vbmi2.IsSupported && atOnce && Ascii(ref scan, keys, text, out var marks)) && !Any(ref scan, keys, text, out marks))
            return false;
        var words = marks.Letters | Following(marks.Skipped, marks.Letters);
        scan.Marks = marks;
        var plain = marks.Letters & ~marks.Leet;
        scan.Glued = ((plain | Following(marks.Skipped, plain)) << 1 & marks.Leet | (marks.Leet | Following(marks.Skipped, marks.Leet)) << 1 & plain) != 0;
        scan.Places = text.Length;
        Tokens(ref scan, words, marks.Fresh, marks.Blanks);
        return true;
    }

    /// <summary>Reads a text once more in another reading.</summary>
    public static void Again(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, Reading reading)
    {
        var marks = scan.Marks;
        var letters = reading == Reading.Parted ? marks.Letters & ~marks.Symbols : marks.Letters;
        var words = letters | Following(marks.Skipped, letters);
        ulong trimmed = 0;
        for (ulong left = words, word; left != 0; left &= ~word)
        {
            word = left & ~(left + (left & (0 - left)));
            var core = word & letters & ~marks.Leet;
            // A number by itself stays what it is.
            trimmed |= core == 0 ? word : word & (ulong.MaxValue << BitOperations.TrailingZeroCount(core)) & ulong.MaxValue >> BitOperations.LeadingZeroCount(core);
        }

        letters &= trimmed;
        Tokens(ref scan, trimmed | Following(marks.Skipped, letters), Sum(ref scan, keys, text, letters), marks.Blanks);
    }

    /// <summary>Says for each place how many symbols are before it, which only some searches ask.</summary>
    public static void CountSymbols(ref Scan scan)
    {
        var symbols = 0;
        for (var place = 0; place <= scan.Places; place++)
        {
            scan.Symbol[place] = (ushort)symbols;
            symbols += (int)(scan.Marks.Fresh >> place & 1);
        }
    }

    /// <summary>All characters at once.</summary>
    /// <returns>False when one is not ASCII, or a control character, which ends no word and begins none.</returns>
    [SkipLocalsInit]
    private static bool Ascii(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, out Marks marks)
    {
        marks = default;
        Vector512<byte> characters;
        fixed (char* from = text)
        {
            var length = Vector512.Create((ushort)text.Length);
            var places = Vector512<ushort>.Indices;
            var low = Avx512BW.MaskLoad((ushort*)from, Vector512.LessThan(places, length), Vector512<ushort>.Zero);
            var high = text.Length <= 32 ? Vector512<ushort>.Zero
                : Avx512BW.MaskLoad((ushort*)from + 32, Vector512.LessThan(places + Vector512.Create((ushort)32), length), Vector512<ushort>.Zero);
            if (((low | high) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero)
                return false;
            characters = Vector512.Narrow(low, high);
        }

        var kinds = Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(keys.Kinds), characters, Vector512.Load(keys.Kinds + 64));
        if ((Has(kinds, ListKeys.IsSkipped) & Below(text.Length)) != 0)
            return false;
        var repeats = Avx512Vbmi.PermuteVar64x8x2(Vector512.Load(keys.Repeats), characters, Vector512.Load(keys.Repeats + 64));
        var letters = Vector512.GreaterThan(repeats, Vector512<byte>.Zero);
        marks.Letters = letters.ExtractMostSignificantBits();
        marks.Leet = Has(kinds, ListKeys.IsLeet);
        marks.Symbols = Has(kinds, ListKeys.IsSymbol);
        marks.Blanks = Has(kinds, ListKeys.IsBlank);

        // The letters side by side, and again without those that repeat the one before.
        var dense = Avx512Vbmi2.Compress(Vector512<byte>.Zero, letters, repeats);
        var before = Avx512Vbmi.PermuteVar64x8(dense, Vector512<byte>.Indices - Vector512<byte>.One) & Vector512.GreaterThan(Vector512<byte>.Indices, Vector512<byte>.Zero);
        var changes = Vector512.GreaterThan(dense, Vector512<byte>.Zero) & ~Vector512.Equals(dense, before);
        marks.Fresh = Bmi2.X64.ParallelBitDeposit(changes.ExtractMostSignificantBits(), marks.Letters);

        var symbols = stackalloc byte[Longest];
        Avx512Vbmi2.Compress(Vector512<byte>.Zero, changes, dense).Store(symbols);
        ulong* values = keys.Values, power = keys.Power, prefix = scan.Prefix;
        var count = BitOperations.PopCount(marks.Fresh);
        ulong sum = 0;
        prefix[0] = 0;
        // Four at a time; what is summed beyond the last is never read.
        for (nint i = 0; i < count; i += 4)
        {
            prefix[i + 1] = sum += values[symbols[i]] * power[i];
            prefix[i + 2] = sum += values[symbols[i + 1]] * power[i + 1];
            prefix[i + 3] = sum += values[symbols[i + 2]] * power[i + 2];
            prefix[i + 4] = sum += values[symbols[i + 3]] * power[i + 3];
        }

        return true;
    }

    private static ulong Has(Vector512<byte> kinds, byte kind) => Vector512.Equals(kinds & Vector512.Create(kind), Vector512.Create(kind)).ExtractMostSignificantBits();

    /// <summary>One character after another.</summary>
    /// <returns>False when there is a character that takes two, stands for several or is a word of its own.</returns>
    [SkipLocalsInit]
    private static bool Any(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, out Marks marks)
    {
        var entries = stackalloc uint[Longest];
        ulong begins = 0, sum = 0, last = 0;
        ulong* values = keys.Values, power = keys.Power, prefix = scan.Prefix;
        var repeats = FoldTable.Repeats;
        var basic = FoldTable.Basic;
        uint all = 0;
        nint symbols = 0;
        prefix[0] = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var entry = basic[text[i]];
            all |= entry;
            entries[i] = entry;
            ulong id = entry & 0xFFFF, letter = entry / Fold.Letter & 1, value, repeat;
            if (id < ListKeys.Direct)
                (value, repeat) = (values[id], repeats[id]);
            else
                (value, repeat) = (keys.Value((uint)id), id);
            // One when they differ.
            var fresh = ((repeat ^ last) + 0xFFFF) >> 16 & letter;
            sum += value * power[symbols] & (0 - fresh);
            prefix[symbols + 1] = sum;
            symbols += (nint)fresh;
            last ^= (repeat ^ last) & (0 - letter);
            begins |= fresh << i;
        }

        marks = Kinds(entries, text.Length);
        marks.Fresh = begins;
        return (all & Fold.Rare) == 0;
    }

    /// <summary>Goes from letter to letter of those that a reading takes.</summary>
    /// <returns>A bit a place where a symbol begins.</returns>
    private static ulong Sum(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, ulong letters)
    {
        ulong begins = 0, sum = 0;
        uint last = 0;
        nint symbols = 0;
        var prefix = scan.Prefix;
        for (var left = letters; left != 0; left &= left - 1)
        {
            var id = FoldTable.Basic[text[BitOperations.TrailingZeroCount(left)]] & 0xFFFF;
            var repeat = id < ListKeys.Direct ? FoldTable.Repeats[id] : id;
            if (repeat == last)
                continue;
            sum += keys.Value(id) * keys.Power[symbols];
            prefix[++symbols] = sum;
            begins |= left & (0 - left);
            last = repeat;
        }

        return begins;
    }

    /// <summary>What is skipped neither begins a word nor ends one: adding its first bit after a word carries through all of it.</summary>
    private static ulong Following(ulong skipped, ulong letters) => skipped & ~(skipped + (letters << 1 & skipped));

    private static Marks Kinds(uint* entries, int count)
    {
        ulong letters = 0, leet = 0, blanks = 0, skipped = 0, symbols = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (var i = 0; i < count; i += 8)
            {
                var eight = Vector256.Load(entries + i);
                letters |= Has(eight, Fold.Letter) << i;
                leet |= Has(eight, Fold.Leet) << i;
                blanks |= Has(eight, Fold.Blank) << i;
                skipped |= Has(eight, Fold.Skip) << i;
                symbols |= Has(eight, Fold.Symbol) << i;
            }
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                letters |= (ulong)(entries[i] / Fold.Letter & 1) << i;
                leet |= (ulong)(entries[i] / Fold.Leet & 1) << i;
                blanks |= (ulong)(entries[i] / Fold.Blank & 1) << i;
                skipped |= (ulong)(entries[i] / Fold.Skip & 1) << i;
                symbols |= (ulong)(entries[i] / Fold.Symbol & 1) << i;
            }
        }

        // What lies beyond the text in the last block was never written.
        return new() { Letters = letters & Below(count), Leet = leet & Below(count), Blanks = blanks, Skipped = skipped & Below(count), Symbols = symbols };
    }

    private static ulong Has(Vector256<uint> entries, uint kind) => Vector256.ShiftLeft(entries, BitOperations.LeadingZeroCount(kind)).ExtractMostSignificantBits();

    private static void Tokens(ref Scan scan, ulong words, ulong fresh, ulong blanks)
    {
        int tokens = 0, past = 0;
        uint chunk = 0, single = 0;
        var prefix = scan.Prefix;
        for (ulong starts = words & ~(words << 1), ends = words & ~(words >> 1); starts != 0; starts &= starts - 1, ends &= ends - 1, tokens++)
        {
            int first = BitOperations.TrailingZeroCount(starts), last = BitOperations.TrailingZeroCount(ends);
            // A letter that ends one word and begins the next is one symbol, and belongs to both.
            var symbol = BitOperations.PopCount(fresh & ((1UL << first) - 1)) - (int)(~fresh >> first & 1);
            var endSymbol = BitOperations.PopCount(fresh & ulong.MaxValue >> 63 - last);
            var gap = blanks & ((1UL << first) - 1) & ulong.MaxValue << past;
            uint one = endSymbol - symbol == 1 ? 1u : 0, parted = gap != 0 ? 1u : 0;
            chunk += tokens > 0 ? parted & ~(one & single) : 0;
            (single, past) = (one, last + 1);
            var token = scan.TokenAt(tokens);
            (token->Start, token->FirstSymbol) = (prefix[symbol], symbol);
            (token->Raw, token->RawEnd, token->Place, token->PlaceEnd) = (first, past, first, past);
            scan.End(tokens, prefix[endSymbol], endSymbol, (int)chunk);
        }

        scan.Close(tokens);
    }

    private static ulong Below(int bit) => bit >= 64 ? ulong.MaxValue : (1UL << bit) - 1;
}
