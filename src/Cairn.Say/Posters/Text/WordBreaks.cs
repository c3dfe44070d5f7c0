using System.Globalization;

namespace Cairn.Say.Posters.Text;

/// <summary>Where a line may end, and how well it ends there.</summary>
internal static class WordBreaks
{
    private const double Never = double.PositiveInfinity;
    private const double Always = double.NegativeInfinity;
    private const double AfterLittleWord = 0.04;
    private const double BeforeLastWord = 0.08;
    private const double AfterFirstWord = 0.12;
    private const double AfterSentence = -0.05;
    private const double AfterComma = -0.01;

    // Halves of a word that are shorter than this stay together.
    private const int LeastHalf = 5;

    /// <summary>The cost of what reads badly apart: a date, a name of several words, a word with a hyphen.</summary>
    internal const double Torn = 0.3;

    /// <summary>The words in order: where each begins, how long it is, and how many blanks follow.</summary>
    public static IEnumerable<(int Start, int Length, int Gap)> Of(string text)
    {
        var at = 0;
        while (at < text.Length && IsBlank(text[at]))
            at++;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && !IsBlank(text[at]) && !(at > start && EndsWithin(text, at)))
                at++;
            var end = at;
            while (at < text.Length && IsBlank(text[at]))
                at++;
            yield return (start, end - start, at < text.Length ? at - end : 0);
        }
    }

    /// <summary>What breaking after a word costs, see <see cref="ShapedWord.Cost"/>.</summary>
    public static double Cost(string text, int start, int length, int gap)
    {
        var end = start + length;
        if (end + gap >= text.Length)
            return 0;
        if (text.AsSpan(end, gap).Contains('\n'))
            return Always;
        // The groups of a telephone number are one thing.
        if (IsDigit(text[end - 1]) && IsDigit(text[end + gap]))
            return Never;
        if (EndsSentence(text[end - 1]))
            return AfterSentence;
        var word = text.AsSpan(start, length);
        var next = Next(text, end + gap);
        if (gap == 0 && text[end - 1] is '-' || IsDate(word, next, Next(text, end + gap + next.Length)) || IsName(word, next))
            return Torn;
        var cost = text[end - 1] is ',' or ';' or ':' or '\u060C' or '\u061B' ? AfterComma : 0;
        if (length <= 2 && cost == 0)
            cost += AfterLittleWord;
        // A sentence that begins or ends with a word on another line is read twice.
        if (IsFirst(text, start))
            cost += AfterFirstWord;
        if (EndsSentence(next[^1]) || end + gap + next.Length == text.Length)
            cost += BeforeLastWord;
        return cost;
    }

    /// <summary>Whether a sentence ends with this letter.</summary>
    internal static bool EndsSentence(char last) => last is '.' or '?' or '!' or '\u06D4' or '\u061F';

    private static ReadOnlySpan<char> Next(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at]))
            at++;
        var end = at;
        while (end < text.Length && !IsBlank(text[end]))
            end++;
        return text.AsSpan(at, end - at);
    }

    // "7 March", "March 2018", "23 dhen t-Samhain".
    private static bool IsDate(ReadOnlySpan<char> word, ReadOnlySpan<char> next, ReadOnlySpan<char> afterNext) =>
        word.Length <= 3 && IsDigit(word[0]) && next.Length > 0 && char.IsLetter(next[0]) && (IsYear(afterNext) || char.IsLetter(next[^1])) || char.IsLetter(word[^1]) && IsYear(next);

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length >= 4 && IsDigit(word[0]) && IsDigit(word[1]) && IsDigit(word[2]) && IsDigit(word[3]) && (word.Length == 4 || !IsDigit(word[4]));

    // "Police Scotland": capitals in a row, but not where everything is in capitals.
    private static bool IsName(ReadOnlySpan<char> word, ReadOnlySpan<char> next) => IsCapitalised(word) && char.IsLetter(word[^1]) && IsCapitalised(next);

    private static bool IsCapitalised(ReadOnlySpan<char> word)
    {
        word = word.Trim('\u2068').Trim('\u2069');
        return word.Length > 1 && char.IsUpper(word[0]) && !char.IsUpper(word[1]);
    }

    private static bool IsFirst(string text, int start)
    {
        if (start == 0)
            return false;
        if (text[start] is '"' or '\u201C' or '\u201E' or '\u201D' && char.IsLetter(text[Math.Min(start + 1, text.Length - 1)]))
            return true;
        var before = start - 1;
        while (before > 0 && IsBlank(text[before]))
            before--;
        return text[start - 1] != '\n' && EndsSentence(text[before]);
    }

    // After a hyphen between two halves long enough to stand on a line.
    private static bool EndsWithin(string text, int at) => text[at - 1] switch
    {
        '-' => Letters(text, at - 2, -1) >= LeastHalf && Letters(text, at, 1) >= LeastHalf,
        '\u2013' or '\u2014' or '/' or '\u200B' => Letters(text, at, 1) >= 2 && Letters(text, at - 2, -1) >= 1,
        _ => false,
    };

    private static int Letters(string text, int from, int step)
    {
        var count = 0;
        for (var at = from; at >= 0 && at < text.Length && char.IsLetter(text[at]); at += step)
            count++;
        return count;
    }

    // A no-break space is none of them.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static bool IsDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}
