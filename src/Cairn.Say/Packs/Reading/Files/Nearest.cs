namespace Cairn.Say.Packs.Reading.Files;

/// <summary>The word somebody most likely meant.</summary>
internal static class Nearest
{
    /// <summary>The closest word by edits, or null when none is close enough to be worth a question.</summary>
    public static string? To(string written, IEnumerable<string> words)
    {
        var best = words.Select(word => (word, edits: Edits(written, word))).OrderBy(c => c.edits).ThenBy(c => c.word, StringComparer.Ordinal).FirstOrDefault();
        return best.word is not null && best.edits <= Math.Max(1, Math.Min(written.Length, best.word.Length) / 3) ? best.word : null;
    }

    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > 60)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
