using System.Runtime.CompilerServices;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>The second look at a text in which nothing was found: for phrases of eight letters and more with one letter too many, too few, another, or two exchanged.
/// A window is only tried letter by letter when the other words of it belong to a phrase.</summary>
internal readonly unsafe ref struct NearSearch(SealedList list)
{
    private readonly SealedList list = list;
    private readonly ListKeys keys = list.Keys;
    private readonly int longest = list.Layout.LongestSymbols + 1, words = list.Layout.LongestWords;

    /// <summary>The rolling hash of what is before a word.</summary>
    public static ulong Left(Token* first, Token* word, ListKeys keys) => word == first ? 0 : (word[-1].End - first->Start) * keys.Inverse[first->FirstSymbol];

    /// <summary>Of what is after it.</summary>
    public static ulong Right(Token* word, Token* last, ListKeys keys) => word == last ? 0 : (last->End - word[1].Start) * keys.Inverse[word[1].FirstSymbol];

    public TermAction In(ref Scan scan, ReadOnlySpan<char> text)
    {
        for (var s = 0; s < scan.Tokens; s++)
        {
            for (var e = s; e < scan.Tokens && e - s < words; e++)
            {
                Token* first = scan.TokenAt(s), last = scan.TokenAt(e);
                var symbols = last->EndSymbol - first->FirstSymbol;
                if (symbols > longest)
                    break;
                if (symbols < TypoFilter.FewestSymbols)
                    continue;
                if (InWindow(ref scan, text, first, last) is not TermAction.None and var found)
                    return found;
            }
        }

        return TermAction.None;
    }

    private TermAction InWindow(ref Scan scan, ReadOnlySpan<char> text, Token* first, Token* last)
    {
        ulong start = first->Start, end = last->End, inverse = keys.Inverse[first->FirstSymbol], next = keys.Inverse[first->FirstSymbol + 1];
        for (var word = first; word <= last; word++)
        {
            if (first < last && !list.MayHoldAround(TypoFilter.WithoutWord(Left(first, word, keys), Right(word, last, keys))))
                continue;
            if (list.MayHoldNearly((end - start) * inverse) && new NearWord(list, text, first, last, word).WithOneMore(ref scan) is not TermAction.None and var longer)
                return longer;
            for (var place = word->Place; place < word->PlaceEnd; place++)
            {
                if (scan.Symbol[place] == scan.Symbol[place + 1])
                    continue;
                var without = (scan.SumBefore(place) - start) * inverse + (end - scan.SumBefore(place + 1)) * next;
                if (list.MayHoldNearly(without) && new NearWord(list, text, first, last, word).WithAnother(ref scan, place, without) is not TermAction.None and var found)
                    return found;
            }
        }

        return TermAction.None;
    }
}
