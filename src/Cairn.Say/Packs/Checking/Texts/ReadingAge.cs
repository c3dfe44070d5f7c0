using System.Text.RegularExpressions;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>The age at which an English text can be read at first sight.</summary>
/// <remarks>
/// Flesch-Kincaid grade level: 0.39 x words a sentence + 11.8 x syllables a word - 15.59
/// (Kincaid, Fishburne, Rogers and Chissom 1975, <em>Derivation of New Readability Formulas for Navy Enlisted Personnel</em>,
/// Naval Technical Training Command, Research Branch Report 8-75). Children enter the first grade at six, so a grade is five years less than an age.
/// Syllables are counted by rule, which is right for nine words in ten; the formula is a guide, and a reader of that age is better.
/// </remarks>
internal static partial class ReadingAge
{
    /// <summary>Below this many words the formula says nothing.</summary>
    internal const int FewestWords = 12;

    /// <summary>Null when the text is too short to tell.</summary>
    public static double? Of(string text)
    {
        int words = 0, syllables = 0, sentences = 0;
        foreach (var sentence in SentenceEnd().Split(text))
        {
            var inIt = Word().Matches(sentence);
            if (inIt.Count == 0)
                continue;
            sentences++;
            words += inIt.Count;
            syllables += inIt.Sum(w => Syllables(w.Value));
        }

        return words < FewestWords ? null : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59 + 5;
    }

    internal static int Syllables(string word)
    {
        var plain = word.ToLowerInvariant().Replace("’", "'", StringComparison.Ordinal);
        if (!plain.Any(char.IsAsciiLetter))
            return 1;
        plain = PossessiveEnd().Replace(plain, "").Replace("'", "", StringComparison.Ordinal);
        if (plain.Length <= 3)
            return 1;

        // Endings that are written but not said: "closed", "likes", "safe"; but "wanted", "houses", "table" say them.
        var said = SilentEnd().Replace(plain, "");
        var count = VowelGroup().Count(said);
        count += SplitVowels().Count(said);
        if (plain.EndsWith("le", StringComparison.Ordinal) && plain.Length > 2 && !IsVowel(plain[^3]))
            count++;
        return Math.Max(1, count);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    [GeneratedRegex(@"[.!?:;]+(?=\s|[""”’)]|\z)|\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("'s?$", RegexOptions.CultureInvariant)]
    private static partial Regex PossessiveEnd();

    [GeneratedRegex("(?<![td])ed$|(?<!ch|sh|[sxzcg])es$|e$|(?<=[a-z])e(?=(?:ly|ful|less|ment|ness|where|thing|one|body|how|times?)$)", RegexOptions.CultureInvariant)]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex VowelGroup();

    // Two vowels that are said one after the other: "quiet", "video", "being", "react".
    [GeneratedRegex("(?<!t|c|s|g)i[ao](?!us)|ie(?=t)|eo(?!p)|[uy]a(?<!qua|gua)|[aeiouy]ing\\b|(?<=r)ea(?=ct|li)|[^aeiou]ua", RegexOptions.CultureInvariant)]
    private static partial Regex SplitVowels();
}
