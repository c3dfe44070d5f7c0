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
        var policy = (written.Evidence & (Evidence.Singles | Evidence.Inner)) != 0 ? Policy.Parted : !spelt ? Policy.Respelt : written.Tokens == 1 ? Policy.Joined : Policy.Split;
        return written.Cost >= thresholds[(int)policy];
    }
}
