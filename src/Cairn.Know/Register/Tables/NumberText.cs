using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables;

/// <summary>Reads a cell as a number the way it is printed in Britain: 1,356 or 1 356, a point before decimals, marks for footnotes.</summary>
internal static partial class NumberText
{
    // Longer than any count, population or rate; what is longer is a reference of some kind.
    private const int LongestNumber = 24;

    public static PrintedNumber Read(string cell)
    {
        var text = Spaced(cell);
        if (text.Length == 0)
            return PrintedNumber.Without(CellStatus.Blank);
        if (IsNone(text))
            return PrintedNumber.Without(CellStatus.None);
        if (IsWithheld(text))
            return PrintedNumber.Without(CellStatus.Withheld);

        // No number begins with a letter; most cells of a large file are labels or bare figures.
        if (char.IsAsciiLetter(text[0]))
            return PrintedNumber.Without(CellStatus.NotANumber);
        if (text.Length <= 15 && text.All(char.IsAsciiDigit))
            return PrintedNumber.Of(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

        var bare = WithoutMarks(text);
        var isMarked = bare.Length != text.Length;
        if (isMarked && IsNone(bare))
            return PrintedNumber.Without(CellStatus.None, isMarked);
        if (isMarked && IsWithheld(bare))
            return PrintedNumber.Without(CellStatus.Withheld, isMarked);

        var match = bare.Length > LongestNumber ? Match.Empty : Number().Match(bare);
        if (!match.Success)
            return PrintedNumber.Without(CellStatus.NotANumber, isMarked);
        var digits = match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var fraction = match.Groups["fraction"].Value;
        var written = (match.Groups["minus"].Success ? "-" : "") + digits + (fraction.Length > 0 ? "." + fraction : "");
        return PrintedNumber.Of(decimal.Parse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), fraction.Length, match.Groups["percent"].Success, isMarked);
    }

    /// <summary>A label without its footnote marks: "Total¹", "Tayside [2]", "Fife*".</summary>
    public static string WithoutMarks(string text)
    {
        // Every mark ends in something else than a plain letter or figure.
        return text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) ? text.TrimStart() : Marks().Replace(text, "").Trim();
    }

    /// <summary>Every kind of blank and every invisible letter as one plain space, none at the ends.</summary>
    public static string Spaced(string text) => IsPlain(text) ? text : Blanks().Replace(text, " ").Trim();

    // Most cells are plain already, and a large file has a million of them.
    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && before == ' '))
                return false;
            before = letter;
        }

        return text.Length == 0 || before != ' ';
    }

    private static bool IsNone(string text) => text is "-" or "–" or "—" or "−";

    private static bool IsWithheld(string text) => text is "*" or "**" or ".." or "..." or "…" or ":" or "x" or "X" or "c" or "C" or "[x]" or "[c]";

    [GeneratedRegex(@"(?:\s*(?:\[(?:note\s*)?[0-9a-z]{1,2}\]|\((?:note\s*)?[0-9a-z]\)|[¹²³⁰⁴-⁹*†‡§#]|<sup>[0-9a-z]{1,2}</sup>))+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF\u00AD]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<minus>[-−–])?(?<whole>[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+)|[0-9]+)(?:\.(?<fraction>[0-9]{1,12}))?\s?(?<percent>%|per cent)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
