using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>One word while it is weighed: what is odd about it, and how likely its letters are.</summary>
internal struct Word
{
    // People write numbers, words of other scripts, and exclamation marks at the end of a word; that is no sign of anything.
    private const int Number = 3 * LetterModel.Bit, Glued = 10 * LetterModel.Bit, Mark = LetterModel.Bit, Foreign = 4 * LetterModel.Bit;

    private int latin, foreign, leet, marks, run, before, last, cost;
    private uint same;
    private bool inside;

    public Evidence Evidence { get; private set; }

    public void Add(uint letter, uint entry, ReadOnlySpan<byte> model)
    {
        if ((entry & Fold.Styled) != 0)
            Evidence |= Evidence.Styled;
        if ((entry & Fold.Leet) != 0)
        {
            cost += letter == '!' ? Mark : leet == 0 ? Number : 0;
            leet += letter == '!' ? 0 : 1;
            marks += letter == '!' ? 1 : 0;
            return;
        }

        run = letter == same ? run + 1 : 1;
        same = letter;
        if (run == 3)
            Evidence |= Evidence.Run;

        // A digit with letters on both sides.
        inside |= leet + marks > 0 && latin + foreign > 0;
        if ((entry & Fold.Homoglyph) != 0)
        {
            foreign++;
            cost += Foreign;
            return;
        }

        latin += (entry & Fold.Other) == 0 ? 1 : 0;
        if (model.IsEmpty)
            return;
        var index = LetterModel.Index(letter);
        cost += model[LetterModel.At(before, last, index)];
        (before, last) = (last, index);
    }

    /// <returns>What the whole word costs.</returns>
    public int End(ReadOnlySpan<byte> model)
    {
        if (latin > 0 && foreign > 0)
            Evidence |= Evidence.MixedScripts;
        if (foreign > 1 && latin == 0)
            Evidence |= Evidence.Foreign;
        if (inside)
            Evidence |= Evidence.Leet;
        if (leet > 0 && latin + foreign > 0)
            cost += Glued;
        return model.IsEmpty || latin == 0 ? cost : cost + model[LetterModel.At(before, last, 0)];
    }
}
