using System.Globalization;
using System.Text;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>A heading without its disguise: letters that look alike made one, figures read as letters, words split at case, lines and points.</summary>
internal static class FoldedHeader
{
    // Cyrillic and Greek letters that are drawn like Latin ones.
    private const string Lookalikes = "аaеeоoрpсcуyхxіiѕsԁdһhјjѵvвbмmнhтtкkαaοoρpνvιiκkτtυuχxεeıiɑaɡgіi";

    /// <summary>The heading's words under each way to read its figures: as nothing, 1 as i, 1 as l.</summary>
    public static IEnumerable<IReadOnlyList<string>> Readings(string header)
    {
        var plain = Plain(header);
        return new[] { Words(plain, '\0', figures: false), Words(plain, 'i', figures: true), Words(plain, 'l', figures: true) };
    }

    private static string Plain(string header)
    {
        var plain = new StringBuilder();
        foreach (var letter in header.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            var at = Lookalikes.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            // Each letter stands before the one it looks like.
            plain.Append(letter > 127 && at >= 0 && at % 2 == 0 ? char.IsUpper(letter) ? char.ToUpperInvariant(Lookalikes[at + 1]) : Lookalikes[at + 1] : letter);
        }

        return plain.ToString();
    }

    private static List<string> Words(string plain, char one, bool figures)
    {
        var text = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var letter = plain[i];
            if (char.IsAsciiLetterUpper(letter) && i > 0 && (char.IsAsciiLetterLower(plain[i - 1]) || (char.IsAsciiLetterUpper(plain[i - 1]) && i + 1 < plain.Length && char.IsAsciiLetterLower(plain[i + 1]))))
                text.Append(' ');
            text.Append(Letter(letter, one, figures));
        }

        var words = text.ToString().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return Joined(words);
    }

    private static string Letter(char letter, char one, bool figures) => letter switch
    {
        '\'' or '’' or '\u00AD' => "",
        _ when char.IsAsciiLetter(letter) => letter.ToString(),
        _ when !figures => char.IsAsciiDigit(letter) || letter is '*' ? "" : " ",
        '0' => "o",
        '1' or '!' or '|' => one.ToString(),
        '3' or '€' => "e",
        '4' or '@' => "a",
        '5' or '$' => "s",
        '7' or '+' => "t",
        '8' => "b",
        _ => " ",
    };

    /// <summary>Letters that stand alone in a row are one word: d.o.b., N A M E.</summary>
    private static List<string> Joined(List<string> words)
    {
        var joined = new List<string>();
        var run = "";
        foreach (var word in words)
        {
            if (word.Length == 1)
            {
                run += word;
                continue;
            }

            if (run.Length > 0)
                joined.Add(run);
            run = "";
            joined.Add(word);
        }

        if (run.Length > 0)
            joined.Add(run);
        return joined;
    }
}
