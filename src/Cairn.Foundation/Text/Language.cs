using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cairn.Foundation.Text;

/// <summary>A language a page can be written in: a two or three letter ISO 639 code in lower case, such as <c>en</c> or <c>gd</c>.</summary>
/// <remarks>Binds from a route value, so a segment that is not a language never reaches an endpoint.</remarks>
public sealed record Language : IParsable<Language>
{
    private Language(string code, CultureInfo culture) => (Code, Culture) = (code, culture);

    public static Language English { get; } = Parse("en", null);

    /// <summary>The ISO 639 code, lower case; it is the first segment of every public address and the value of <c>lang</c>.</summary>
    public string Code { get; }

    /// <summary>Names of days and months. British conventions where the code is <c>en</c>.</summary>
    public CultureInfo Culture { get; }

    public bool RightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary><c>rtl</c> or <c>ltr</c>, the value of <c>dir</c>.</summary>
    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>Stands between the things of a list, its space included.</summary>
    public string ListSeparator => Culture.TwoLetterISOLanguageName is "ar" or "ur" or "fa" ? "، " : ", ";

    /// <summary>The language's name in itself, capitalised: <c>Gàidhlig</c>, <c>Polski</c>.</summary>
    public string OwnName => Culture.TextInfo.ToTitleCase((Code == "en" ? CultureInfo.GetCultureInfo("en") : Culture).NativeName);

    public static Language Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var language) ? language : throw new FormatException($"'{s}' is not a language code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Language result)
    {
        result = null;
        if (s is not { Length: 2 or 3 } || !s.All(char.IsAsciiLetterLower))
            return false;

        var culture = CultureInfo.GetCultureInfo(s == "en" ? "en-GB" : s);
        // ICU invents a culture for any letters; an invented one has no name of its own.
        if (culture.ThreeLetterISOLanguageName is "" or "ivl" || culture.EnglishName.Equals(s, StringComparison.OrdinalIgnoreCase))
            return false;

        result = new Language(s, culture);
        return true;
    }

    public bool Equals(Language? other) => other?.Code == Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;
}
