using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>What speaks for it that somebody hid a word on purpose.</summary>
[Flags]
internal enum Evidence
{
    None = 0,

    /// <summary>A zero-width or other character that shows nothing.</summary>
    Hidden = 1,

    /// <summary>Letters of two scripts in one word. A word all in another script is only a word.</summary>
    MixedScripts = 2,

    /// <summary>Circled, mathematical, full-width letters.</summary>
    Styled = 4,

    /// <summary>A digit or symbol among letters.</summary>
    Leet = 8,

    /// <summary>The same letter three times or more.</summary>
    Run = 16,

    /// <summary>Letters written one by one.</summary>
    Singles = 32,

    /// <summary>Punctuation, a symbol or an emoji between letters and no blank.</summary>
    Inner = 64,

    /// <summary>A word all in letters of another script that pass for ours: no disguise, but a word of that script.</summary>
    Foreign = 128,
}

/// <summary>How the tokens of one window are written: their exact letters, where their words end, the signs of a disguise, and how likely such words are by themselves.</summary>
internal readonly struct Wording(ulong spelling, ulong spacing, Evidence evidence, int letters, int tokens, int cost)
{
    public ulong Spelling { get; } = spelling;

    public ulong Spacing { get; } = spacing;

    public Evidence Evidence { get; } = evidence;

    public int Letters { get; } = letters;

    public int Tokens { get; } = tokens;

    /// <summary>In eighths of a bit: high is unlikely.</summary>
    public int Cost { get; } = cost;

    /// <param name="model">May be empty: then there is no cost.</param>
    public static unsafe Wording Of(ReadOnlySpan<char> text, Token* first, Token* last, ListKeys keys, ReadOnlySpan<byte> model)
    {
        ulong spelling = 0, spacing = 0;
        var evidence = Evidence.None;
        int letters = 0, singles = 0, cost = 0;
        for (var token = first; token <= last; token++)
        {
            if (token > first && token->Raw > token[-1].RawEnd)
            {
                spacing = Mix(spacing, (ulong)letters, keys.Spacing);
                if (!HasBlank(text[token[-1].RawEnd..token->Raw]))
                    evidence |= Evidence.Inner;
            }

            var word = new Word();
            for (var i = token->Raw; i < token->RawEnd;)
            {
                var entry = FoldTable.At(text, i, out var length);
                if ((entry & Fold.Letter) != 0)
                {
                    var several = (entry & Fold.Expand) != 0 ? FoldTable.Expansion(entry) : [(ushort)entry];
                    foreach (var one in several)
                    {
                        var letter = Exactly(one, entry, text[i]);
                        spelling = Mix(spelling, letter, keys.Spelling);
                        letters++;
                        word.Add(letter, entry, model);
                    }
                }
                else if ((entry & Fold.Invisible) != 0)
                {
                    evidence |= Evidence.Hidden;
                }

                i += length;
            }

            cost += word.End(model);
            evidence |= word.Evidence;
            singles += token->Symbols == 1 ? 1 : 0;
        }

        if (singles >= 2)
            evidence |= Evidence.Singles;
        return new(spelling, spacing, evidence, letters, (int)(last - first) + 1, cost);
    }

    // A letter that only passes for a Latin one is not that letter.
    private static uint Exactly(uint letter, uint entry, char written) =>
        (entry & Fold.Homoglyph) != 0 ? char.ToLowerInvariant(written) | 0x10000u :
        (entry & (Fold.Leet | Fold.Digit)) == Fold.Leet ? written : letter;

    private static bool HasBlank(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length;)
        {
            if ((FoldTable.At(gap, i, out var length) & Fold.Blank) != 0)
                return true;
            i += length;
        }

        return false;
    }

    private static ulong Mix(ulong sum, ulong part, ulong key)
    {
        sum = (sum + part + 1) * key;
        return sum ^ (sum >> 29);
    }
}
