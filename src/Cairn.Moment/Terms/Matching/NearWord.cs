using System.Runtime.CompilerServices;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>One word of a window, corrected in every way that one mistake allows, each correction looked up in the list.</summary>
internal readonly unsafe ref struct NearWord(SealedList list, ReadOnlySpan<char> text, Token* first, Token* last, Token* word)
{
    private readonly SealedList list = list;
    private readonly ListKeys keys = list.Keys;
    private readonly ReadOnlySpan<char> text = text;
    private readonly Token* first = first, last = last, word = word;

    /// <summary>The letter was left out when it was written.</summary>
    public TermAction WithOneMore(ref Scan scan)
    {
        var inverse = keys.Inverse[first->FirstSymbol];
        for (var place = word->Place; place <= word->PlaceEnd; place++)
        {
            int at = scan.Symbol[place];
            var left = scan.SumBefore(place) - first->Start;
            var right = (last->End - scan.SumBefore(place)) * keys.Power[1];
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                var rolling = (left + keys.Values[letter] * keys.Power[at] + right) * inverse;
                if (list.MayHold(rolling) && Weigh(rolling) is not TermAction.None and var found)
                    return found;
            }
        }

        return TermAction.None;
    }

    /// <summary>The letter at <paramref name="place"/> should not be there, or be another, or stand one further on or back.</summary>
    public TermAction WithAnother(ref Scan scan, int place, ulong without)
    {
        if (list.MayHold(without) && Weigh(without) is not TermAction.None and var shorter)
            return shorter;
        var inverse = keys.Inverse[first->FirstSymbol];
        int at = scan.Symbol[place];
        ulong left = scan.SumBefore(place) - first->Start, right = last->End - scan.SumBefore(place + 1);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            var rolling = (left + keys.Values[letter] * keys.Power[at] + right) * inverse;
            if (list.MayHold(rolling) && Weigh(rolling) is not TermAction.None and var found)
                return found;
        }

        // Exchanged with the one after it.
        var after = place + 1;
        if (after >= word->PlaceEnd || scan.Symbol[after] == scan.Symbol[after + 1])
            return TermAction.None;
        ulong here = (scan.SumBefore(after) - scan.SumBefore(place)) * keys.Power[1], there = (scan.SumBefore(after + 1) - scan.SumBefore(after)) * keys.Inverse[1];
        var exchanged = (left + here + there + last->End - scan.SumBefore(after + 1)) * inverse;
        return list.MayHold(exchanged) ? Weigh(exchanged) : TermAction.None;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TermAction Weigh(ulong rolling)
    {
        var at = -1;
        while (list.Next(rolling, ref at, out var entry))
        {
            if (entry.Kind != EntryKind.Phrase)
                continue;
            if (Cost() >= list.Thresholds[(int)Policy.Typo] && Letters() >= TypoFilter.FewestLetters - 1)
                return entry.Action;
        }

        return TermAction.None;
    }

    /// <summary>A word that people write by itself is no mistake.</summary>
    private int Cost()
    {
        var cost = 0;
        for (var token = first; token <= last; token++)
        {
            var written = Wording.Of(text, token, token, keys, list.Model).Cost;
            cost += token == word ? written : Math.Min(written, Policies.MostForARightWord);
        }

        return cost;
    }

    private int Letters()
    {
        var letters = 0;
        for (var i = first->Raw; i < last->RawEnd; i++)
            letters += (FoldTable.Basic[text[i]] & Fold.Letter) != 0 ? 1 : 0;
        return letters;
    }
}
