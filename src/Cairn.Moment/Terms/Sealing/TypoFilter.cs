using Cairn.Moment.Terms.Matching;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>What leads from a text with one letter wrong to the entry it was: of every phrase of eight letters and more, the phrase, the phrase with one symbol left out,
/// and the phrase without one of its words. Only a filter: what it lets through is looked up in the table.</summary>
internal static class TypoFilter
{
    /// <summary>Shorter phrases are too near to one another.</summary>
    public const int FewestLetters = 8;

    /// <summary>A phrase of eight letters may have lost one and doubled another.</summary>
    public const int FewestSymbols = 6;

    private const int BitsPerKey = 10;

    /// <returns>A filter of phrases without a word, and one of phrases without a symbol.</returns>
    public static (ulong[] Around, ulong[] Nearly) Of(PlainLines lines, TermReader reader, ListKeys keys)
    {
        long words = 0, variants = 0;
        foreach (var symbols in Phrases(lines, reader))
            (words, variants) = (words + reader.Around.Count, variants + symbols.Length + 1);
        if (variants == 0)
            return ([], []);
        var around = new ulong[(words * BitsPerKey + 63) / 64 + 1];
        var nearly = new ulong[(variants * BitsPerKey + 63) / 64];
        foreach (var symbols in Phrases(lines, reader))
        {
            foreach (var (left, right) in reader.Around)
                Filter.Add(around, WithoutWord(left, right));
            Add(nearly, symbols, keys);
        }

        return (around, nearly);
    }

    /// <summary>A window without its word from <paramref name="left"/> to <paramref name="right"/>.</summary>
    /// <param name="left">The rolling hash of what is before the word.</param>
    /// <param name="right">Of what is after it.</param>
    public static ulong WithoutWord(ulong left, ulong right) => (left ^ 0x2545F4914F6CDD1D) * 0xD6E8FEB86659FD93 ^ right * 0x9E3779B97F4A7C15;

    private static IEnumerable<ulong[]> Phrases(PlainLines lines, TermReader reader)
    {
        foreach (var entry in lines.Entries())
        {
            if (entry.IsException || entry.Parts.Count > 1)
                continue;
            var read = reader.Read(entry.Parts[0], entry.Line);
            if (read.Letters >= FewestLetters)
                yield return reader.Values.ToArray();
        }
    }

    private static unsafe void Add(ulong[] filter, ulong[] symbols, ListKeys keys)
    {
        var sums = new ulong[symbols.Length + 1];
        for (var i = 0; i < symbols.Length; i++)
            sums[i + 1] = sums[i] + symbols[i] * keys.Power[i];
        Filter.Add(filter, sums[^1]);
        for (var i = 0; i < symbols.Length; i++)
        {
            var without = sums[i] + (sums[^1] - sums[i + 1]) * keys.Inverse[1];
            Filter.Add(filter, without);
            // The two letters around it may be one and the same, and are one symbol then.
            if (i > 0 && i + 1 < symbols.Length && symbols[i - 1] == symbols[i + 1])
                Filter.Add(filter, sums[i] + (sums[^1] - sums[i + 2]) * keys.Inverse[2]);
        }
    }
}
