namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>L2, by runs instead of characters: each run is set in its own direction by whoever draws it.</summary>
internal static class VisualOrder
{
    public static IReadOnlyList<BidiRun> Of(ReadOnlySpan<byte> levels)
    {
        var runs = new List<BidiRun>();
        byte highest = 0;
        for (var start = 0; start < levels.Length;)
        {
            var level = levels[start];
            var length = levels[start..].IndexOfAnyExcept(level);
            if (length < 0)
                length = levels.Length - start;
            runs.Add(new(start, length, level));
            highest = Math.Max(highest, level);
            start += length;
        }

        // The rule stops at the lowest odd level of the line; going on below it turns the same runs twice, which leaves them as they are.
        for (int level = highest; level > 0; level--)
            Reverse(runs, level);
        return runs;
    }

    private static void Reverse(List<BidiRun> runs, int level)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Level < level)
                continue;
            var start = i;
            while (i < runs.Count && runs[i].Level >= level)
                i++;
            runs.Reverse(start, i - start);
        }
    }
}
