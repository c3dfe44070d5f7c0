using System.Buffers;
using System.Collections.Frozen;

namespace Cairn.Bench.Terms;

/// <summary>The peer: what one writes in an afternoon. Lower case, cut at blanks and punctuation, and up to four words in a row looked up in a frozen set, without an allocation.</summary>
internal sealed class FrozenGrams
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" .,;:!?-_*'\"()/\t");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> terms;
    private readonly int longest;

    public FrozenGrams(string[] list)
    {
        terms = list.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        longest = list.Max(t => t.Count(c => c == ' ')) + 1;
    }

    public bool Finds(string text)
    {
        Span<char> low = stackalloc char[512];
        Span<int> starts = stackalloc int[256], ends = stackalloc int[256];
        if (text.Length > low.Length)
            return false;
        low = low[..text.AsSpan().ToLowerInvariant(low)];
        int words = 0, at = 0;
        while (at < low.Length)
        {
            var length = low[at..].IndexOfAny(Between);
            length = length < 0 ? low.Length - at : length;
            if (length > 0)
                (starts[words], ends[words++]) = (at, at + length);
            at += length + 1;
        }

        for (var first = 0; first < words; first++)
        {
            for (var last = first; last < Math.Min(words, first + longest); last++)
            {
                if (terms.Contains(low[starts[first]..ends[last]]))
                    return true;
            }
        }

        return false;
    }
}
