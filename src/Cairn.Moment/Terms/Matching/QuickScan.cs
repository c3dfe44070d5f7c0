using System.Numerics;
using System.Runtime.CompilerServices;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>Reads a text of up to sixty-four characters at once: every character is a place, letters and boundaries are bits of one word, and nothing branches on what is read.
/// Does the same as <see cref="Scan"/> does in the reading <see cref="Reading.Letters"/>.</summary>
internal static unsafe class QuickScan
{
    public const int Longest = 64;

    /// <returns>False when there is a control character, which ends no word and begins none: that is for <see cref="Wide"/>.</returns>
    [SkipLocalsInit]
    public static bool Ascii(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text)
    {
        ulong letters = 0, leet = 0, blanks = 0, sum = 0;
        ulong* values = keys.Ascii, power = keys.Power, prefix = scan.Prefix;
        var quick = keys.Quick;
        var symbol = scan.Symbol;
        uint last = 0, kinds = 0;
        nint symbols = 0;
        prefix[0] = 0;
        symbol[0] = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            uint kind = quick[c], repeats = kind & 0xFF;
            var letter = repeats != 0 ? 1UL : 0;
            var fresh = repeats != last ? letter : 0;
            sum += values[c] * power[symbols] & (0 - fresh);
            symbols += (nint)fresh;
            prefix[i + 1] = sum;
            symbol[i + 1] = (ushort)symbols;
            last = repeats != 0 ? repeats : last;
            letters |= letter << i;
            leet |= (ulong)(kind >> 8 & 1) << i;
            blanks |= (ulong)(kind >> 9 & 1) << i;
            kinds |= kind;
        }

        if ((kinds & ListKeys.IsSkipped) != 0)
            return false;
        Tokens(ref scan, keys, text, letters, blanks);
        scan.Glued = IsGlued(letters & ~leet, leet);
        return true;
    }

    /// <returns>False when there is a character that only the longer way can read.</returns>
    [SkipLocalsInit]
    public static bool Wide(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text)
    {
        ulong letters = 0, leet = 0, blanks = 0, sum = 0;
        ulong* values = keys.Values, power = keys.Power, prefix = scan.Prefix;
        var basic = FoldTable.Basic;
        var symbol = scan.Symbol;
        uint last = 0;
        nint symbols = 0;
        ulong inWord = 0;
        prefix[0] = 0;
        symbol[0] = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var entry = basic[text[i]];
            if ((entry & Fold.Rare) != 0)
                return false;
            var id = entry & 0xFFFF;
            ulong letter = entry >> 16 & 1;
            var value = id < ListKeys.Direct ? values[id] : keys.Value(id);
            var repeats = id < 128 ? keys.Quick[id] & 0xFFu : id;
            var fresh = repeats != last ? letter : 0;
            sum += value * power[symbols] & (0 - fresh);
            symbols += (nint)fresh;
            prefix[i + 1] = sum;
            symbol[i + 1] = (ushort)symbols;
            last = letter != 0 ? repeats : last;
            // What is skipped neither begins a word nor ends one.
            inWord = letter | (inWord & entry >> 19 & 1);
            letters |= inWord << i;
            leet |= (ulong)(entry >> 23 & 1) << i;
            blanks |= (ulong)(entry >> 17 & 1) << i;
        }

        Tokens(ref scan, keys, text, letters, blanks);
        scan.Glued = IsGlued(letters & ~leet, leet);
        return true;
    }

    private static bool IsGlued(ulong plain, ulong leet) => ((plain << 1 | plain >> 1) & leet) != 0;

    private static void Tokens(ref Scan scan, ListKeys keys, ReadOnlySpan<char> text, ulong letters, ulong blanks)
    {
        int tokens = 0, chunk = 0, past = 0;
        var single = false;
        for (var left = letters; left != 0; tokens++)
        {
            var first = BitOperations.TrailingZeroCount(left);
            // Adding the lowest bit carries through the run of ones.
            var carried = left + (1UL << first);
            var end = carried == 0 || carried < left ? 64 : BitOperations.TrailingZeroCount(carried & ~left);
            if (end > text.Length)
                end = text.Length;
            var token = scan.TokenAt(tokens);
            int symbol = scan.Symbol[first], endSymbol = scan.Symbol[end];
            token->Start = scan.Prefix[first];
            if (scan.Symbol[first + 1] == symbol && symbol > 0)
            {
                symbol--;
                token->Start -= keys.Value(FoldTable.Basic[text[first]] & 0xFFFF) * keys.Power[symbol];
            }

            (token->End, token->FirstSymbol, token->EndSymbol) = (scan.Prefix[end], symbol, endSymbol);
            (token->Raw, token->RawEnd, token->Place, token->PlaceEnd) = (first, end, first, end);
            var parted = (blanks & Below(first) & ~Below(past)) != 0;
            chunk += parted && tokens > 0 && !(single && endSymbol - symbol == 1) ? 1 : 0;
            token->Chunk = chunk;
            single = endSymbol - symbol == 1;
            past = end;
            left &= ~Below(end);
        }

        scan.Tokens = tokens;
        scan.Places = text.Length;
    }

    private static ulong Below(int bit) => bit >= 64 ? ulong.MaxValue : (1UL << bit) - 1;
}
