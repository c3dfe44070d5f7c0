using Cairn.Moment.Terms.Matching;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Ways to write an entry that need more than the same letters: each has a threshold of its own, which the sealer finds from the list itself.</summary>
internal enum Policy
{
    /// <summary>Words of an entry written as one.</summary>
    Joined,

    /// <summary>A word of it written as two.</summary>
    Split,

    /// <summary>The same symbols in other letters, such as a doubled one or an <c>l</c> for an <c>i</c>.</summary>
    Respelt,

    /// <summary>Parted by punctuation, or letters one by one.</summary>
    Parted,

    /// <summary>One letter too many, too few, another or two exchanged.</summary>
    Typo,
}

internal static class Policies
{
    public const int Count = 5;

    /// <summary>A right word beside a wrong one says no more than this: some words are in everybody's mouth, whatever their letters.</summary>
    public const int MostForARightWord = 15 * LetterModel.Bit;

    /// <summary>What a short list's few words say about letters is little, and short words side by side are found everywhere: it is not trusted with fewer letters.</summary>
    private const int FewestMoved = 6, Trusted = 22 * LetterModel.Bit;

    /// <summary>Whether a window with the symbols of an entry is that entry.</summary>
    public static bool Allow(in Wording written, Remark entry, bool trimmed, ReadOnlySpan<short> thresholds)
    {
        bool spelt = entry.Spelt(written.Spelling), spaced = entry.Spaced(written.Spacing);
        if (spelt && spaced && (!trimmed || written.Letters >= 4))
            return true;
        if (entry.Kind == EntryKind.Exception || written.Letters < 4)
            return false;
        const Evidence Strong = Evidence.Hidden | Evidence.MixedScripts | Evidence.Styled | Evidence.Leet | Evidence.Run;
        if ((written.Evidence & Strong) != 0)
            return true;
        if ((written.Evidence & Evidence.Foreign) != 0)
            return false;
        if ((written.Evidence & (Evidence.Singles | Evidence.Inner)) != 0)
            return written.Cost >= thresholds[(int)Policy.Parted];
        if (!spelt)
            return written.Cost >= thresholds[(int)Policy.Respelt];
        var threshold = thresholds[(int)(written.Tokens == 1 ? Policy.Joined : Policy.Split)];
        return written.Cost >= threshold && (written.Letters >= FewestMoved || threshold >= Trusted);
    }
}
