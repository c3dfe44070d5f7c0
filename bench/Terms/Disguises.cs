using System.Globalization;
using System.Text;

namespace Cairn.Bench.Terms;

/// <summary>Ways to hide a phrase from a filter.</summary>
internal static class Disguises
{
    public static readonly string[] Known = ["leet", "punctuation", "zero width", "spaced", "full width", "homoglyph", "repeat", "mixed case", "combining", "combination"];

    public static readonly string[] New = ["circled", "symbols", "emoji between letters", "mathematical", "joined words", "split words", "digits glued on"];

    private static readonly string[] Emoji = ["😀", "🔥", "❤️", "👍🏽", "👩‍💻", "🇫🇷", "✨"];
    private const string Homoglyphs = "aаcсeеoоpрxхyуiіsѕjјhһ";

    public static string Write(string kind, string term, Random random)
    {
        switch (kind)
        {
            case "plain":
                return term;
            case "leet":
                return Some(term, random, c => "aeiostbg".IndexOf(c) is >= 0 and var at ? (random.Next(4) == 0 ? "@3!0$+89" : "43105789")[at].ToString() : null);
            case "punctuation":
                return Between(term, random, () => ".-_*'"[random.Next(5)].ToString(), 3);
            case "zero width":
                return Between(term, random, () => "\u200B\u200C\u200D\u2060\u00AD"[random.Next(5)].ToString(), 3);
            case "spaced":
                return string.Join(' ', term.Where(c => c != ' '));
            case "full width":
                return Every(term, c => ((char)(c + 0xFEE0)).ToString());
            case "homoglyph":
                return Some(term, random, c => Homoglyphs.IndexOf(c) is >= 0 and var at && at % 2 == 0 ? Homoglyphs[at + 1].ToString() : null);
            case "repeat":
                return Some(term, random, c => new string(c, random.Next(3, 6)));
            case "mixed case":
                return Every(term, c => random.Next(2) == 0 ? char.ToUpperInvariant(c).ToString() : c.ToString());
            case "combining":
                return Some(term, random, c => c + new string((char)random.Next(0x300, 0x340), random.Next(1, 4)));
            case "combination":
                return Write("zero width", Write("leet", Write("mixed case", term, random).ToLowerInvariant(), random), random);
            case "circled":
                return Every(term, c => char.ConvertFromUtf32((random.Next(2) == 0 ? 0x24D0 : 0x24B6) + c - 'a'));
            case "symbols":
                return Some(term, random, c => "asiltec".IndexOf(c) is >= 0 and var at ? "@$!|+€¢"[at].ToString() : null);
            case "emoji between letters":
                return Between(term, random, () => Emoji[random.Next(Emoji.Length)], 1);
            case "mathematical":
                var alphabet = new[] { 0x1D41A, 0x1D482, 0x1D4EA, 0x1D51E, 0x1D552, 0x1D5BA, 0x1D5EE, 0x1D68A }[random.Next(8)];
                return Every(term, c => alphabet == 0x1D51E || char.IsAsciiLetterLower(c) ? char.ConvertFromUtf32(alphabet + c - 'a') : c.ToString());
            case "joined words":
                return term.Replace(" ", "");
            case "split words":
                return Split(term, random);
            case "digits glued on":
                var digits = random.Next(1, 1000).ToString(CultureInfo.InvariantCulture);
                return random.Next(2) == 0 ? term + digits : digits + term;
            case "typo":
                return Typo(term, random);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    public static string Cyrillic(string word) => string.Concat(word.Select(c => "абвгдежзиклмнопрстуфхцчшыя"[c % 26]));

    /// <summary>As a plain reader takes them: case and accents away, letters and digits together.</summary>
    public static string[] Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Split(string term, Random random)
    {
        var words = term.Split(' ');
        var at = random.Next(words.Length);
        if (words[at].Length < 2)
            return Split(term, random);
        words[at] = words[at].Insert(random.Next(1, words[at].Length), " ");
        return string.Join(' ', words);
    }

    private static string Typo(string term, Random random)
    {
        while (true)
        {
            var at = random.Next(term.Length);
            if (term[at] == ' ')
                continue;
            var letter = (char)('a' + random.Next(26));
            var wrong = random.Next(4) switch
            {
                0 => term.Remove(at, 1),
                1 => term.Insert(at, letter.ToString()),
                2 => term[..at] + letter + term[(at + 1)..],
                _ => at + 1 < term.Length && term[at + 1] != ' ' ? term[..at] + term[at + 1] + term[at] + term[(at + 2)..] : term,
            };
            if (wrong != term && !wrong.StartsWith(' ') && !wrong.EndsWith(' ') && !wrong.Contains("  ", StringComparison.Ordinal))
                return wrong;
        }
    }

    private static string Every(string term, Func<char, string> write) => string.Concat(term.Select(c => c == ' ' ? " " : write(c)));

    /// <summary>At least one letter where there is any that can be written so.</summary>
    private static string Some(string term, Random random, Func<char, string?> write)
    {
        var text = string.Concat(term.Select(c => c != ' ' && random.Next(2) == 0 && write(c) is { } other ? other : c.ToString()));
        if (text != term)
            return text;
        for (var i = 0; i < term.Length; i++)
        {
            if (term[i] != ' ' && write(term[i]) is { } other)
                return term[..i] + other + term[(i + 1)..];
        }

        return term;
    }

    private static string Between(string term, Random random, Func<string> what, int often)
    {
        var text = new StringBuilder();
        for (var i = 0; i < term.Length; i++)
        {
            text.Append(term[i]);
            if (i + 1 < term.Length && term[i] != ' ' && term[i + 1] != ' ' && (often == 1 || random.Next(often) == 0 || i == 0))
                text.Append(what());
        }

        return text.ToString();
    }
}
