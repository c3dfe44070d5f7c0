using System.Text;

namespace SearchSite.Searching;

/// <summary>One short text.</summary>
internal sealed record Found(string Title, string Text);

/// <summary>Everything the site can find: texts about hills, birds and tides.</summary>
internal static class Corpus
{
    private const int Most = 10;

    private static readonly IReadOnlyList<Found> Texts =
    [
        .. Encoding.UTF8.GetString(SiteFiles.Read("texts.txt")).Split('\n')
            .Select(line => line.Split(" | ", 2)).Where(parts => parts.Length == 2).Select(parts => new Found(parts[0], parts[1])),
    ];

    public static int Count => Texts.Count;

    /// <summary>Texts that hold most of the words, the best first.</summary>
    public static IReadOnlyList<Found> Search(string query)
    {
        var words = query.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            .. Texts.Select(text => (Text: text, Score: words.Sum(word => Score(text, word)))).Where(t => t.Score > 0).OrderByDescending(t => t.Score).Take(Most).Select(t => t.Text),
        ];
    }

    private static int Score(Found text, string word) =>
        (text.Title.Contains(word, StringComparison.OrdinalIgnoreCase) ? 3 : 0) + (text.Text.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
}
