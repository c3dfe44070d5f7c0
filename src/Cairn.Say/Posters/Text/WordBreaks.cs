using System.Globalization;

namespace Cairn.Say.Posters.Text;

/// <summary>Where a line may end, and how well it ends there.</summary>
internal static class WordBreaks
{
    private const double Never = double.PositiveInfinity;
    private const double Always = double.NegativeInfinity;
    private const double AfterLittleWord = 0.04;
    private const double BeforeLastWord = 0.03;
    private const double AfterSentence = -0.05;
    private const double AfterComma = -0.01;

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
        var cost = text[end - 1] switch
        {
            '.' or '?' or '!' or '\u06D4' or '\u061F' => AfterSentence,
            ',' or ';' or ':' or '\u060C' or '\u061B' => AfterComma,
            _ => 0,
        };
        if (length <= 2 && cost == 0)
            cost += AfterLittleWord;
        return text.AsSpan(end + gap).IndexOf(' ') < 0 && text.Length - end - gap < 6 ? cost + BeforeLastWord : cost;
    }

    // After a hyphen between two halves long enough to stand on a line.
    private static bool EndsWithin(string text, int at) =>
        text[at - 1] is '-' or '\u2013' or '\u2014' or '/' or '\u200B' && at + 2 < text.Length && char.IsLetter(text[at]) && char.IsLetter(text[at + 1]) && at >= 3 && char.IsLetter(text[at - 2]);

    // A no-break space is none of them.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static bool IsDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}
