using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Cairn.Say.Packs.Approval.Differences;

/// <summary>What became of a stretch of text.</summary>
public enum Fate { Same, Gone, New }

/// <param name="Text">Never empty; a stretch of <see cref="Fate.Same"/> that was cut ends and begins with its own words around <c> … </c>.</param>
public sealed record Stretch(Fate Fate, string Text);

/// <summary>Which words changed between two texts, for the eye of whoever has to read them again.</summary>
internal static partial class WordDiff
{
    // Enough words to see where one is; more only makes the change harder to find.
    private const int WordsKept = 12;

    /// <summary>The old text: what stayed, and what is gone from it.</summary>
    /// <param name="whole">False cuts long stretches that stayed.</param>
    public static (IReadOnlyList<Stretch> Old, IReadOnlyList<Stretch> New) Between(string before, string after, bool whole = false)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words.Instance);
        var old = new List<Stretch>();
        var fresh = new List<Stretch>();
        var (atOld, atNew) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            Same(block.DeleteStartA);
            Add(old, Fate.Gone, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(fresh, Fate.New, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            (atOld, atNew) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        Same(diff.PiecesOld.Count);
        return whole ? (old, fresh) : (Cut(old), Cut(fresh));

        void Same(int end)
        {
            Add(old, Fate.Same, diff.PiecesOld, atOld, end - atOld);
            Add(fresh, Fate.Same, diff.PiecesNew, atNew, end - atOld);
        }
    }

    private static void Add(List<Stretch> to, Fate fate, IReadOnlyList<string> pieces, int from, int count)
    {
        if (count > 0)
            to.Add(new(fate, string.Concat(pieces.Skip(from).Take(count))));
    }

    private static IReadOnlyList<Stretch> Cut(List<Stretch> stretches) =>
    [
        .. stretches.Select((stretch, i) => stretch.Fate == Fate.Same
            ? stretch with { Text = Cut(stretch.Text, first: i == 0, last: i == stretches.Count - 1) }
            : stretch),
    ];

    private static string Cut(string text, bool first, bool last)
    {
        var words = Word().Matches(text);
        var (head, tail) = (first ? 0 : WordsKept, last ? 0 : WordsKept);
        if (words.Count <= head + tail + WordsKept)
            return text;
        var opening = head == 0 ? "" : text[..(words[head - 1].Index + words[head - 1].Length)];
        var closing = tail == 0 ? "" : text[words[^tail].Index..];
        return $"{opening} … {closing}";
    }

    // Words of any script with their marks, runs of space, and every other sign by itself: in every script a changed full stop is one change.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}_'’-]+|\s+|[^\p{L}\p{M}\p{N}\s_'’-]")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    private sealed class Words : IChunker
    {
        public static readonly Words Instance = new();

        public IReadOnlyList<string> Chunk(string text) => [.. Piece().Matches(text).Select(m => m.Value)];
    }
}
