using PhoneNumbers;

namespace Cairn.Help.Directory;

/// <summary>Telephone and text numbers as people write them.</summary>
public static class Phones
{
    // Before the number, it asks for a relay operator who types what is said.
    private const string TextRelay = "18001";
    private const int LongestShort = 6;

    /// <summary>Whether a number as written can be dialled in the United Kingdom.</summary>
    public static bool CanBe(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (written.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '(' or ')' or '+')) || digits.Length == 0)
            return false;
        if (BehindRelay(digits) is { } rest)
            return CanBe(rest);

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(written, "GB");
            return numbers.IsValidNumber(number) || (digits.Length <= LongestShort && ShortNumberInfo.GetInstance().IsValidShortNumberForRegion(number, "GB"));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The numbers a visitor always sees; they do not count as ways of the campaign's own.</summary>
    public static bool IsPolice(string written) => Dialled(written) is "999" or "101" or "112";

    /// <summary>Whether dialling the one reaches the other, however the two are written.</summary>
    public static bool Reaches(string written, string other) => Reached(written).Contains(Dialled(other));

    /// <summary>The digits as dialled inside the country, so that <c>+44 800 1111</c> and <c>0800 1111</c> are one number, also behind a text relay.</summary>
    internal static string Dialled(string written) => Domestic(Showing.Digits(written), written.TrimStart().StartsWith("+44", StringComparison.Ordinal));

    /// <summary>What a number reaches: itself, and behind a text relay the number that the relay calls.</summary>
    internal static IEnumerable<string> Reached(string written)
    {
        var dialled = Dialled(written);
        yield return dialled;
        while (BehindRelay(dialled) is { } rest)
            yield return dialled = rest;
    }

    private static string Domestic(string digits, bool saysCountry)
    {
        if (BehindRelay(digits) is { } rest)
            return TextRelay + Domestic(rest, saysCountry: false);
        if (digits.StartsWith("0044", StringComparison.Ordinal))
            return National(digits[4..]);

        // No number inside the country begins with 44; a few digits may be a short code.
        return digits.StartsWith("44", StringComparison.Ordinal) && (saysCountry || digits.Length > LongestShort) ? National(digits[2..]) : digits;
    }

    // Some write +44 (0)800. A short number, such as 116 123, has no 0 before it.
    private static string National(string rest) => rest.StartsWith('0') || rest.Length <= LongestShort ? rest : "0" + rest;

    private static string? BehindRelay(string digits) =>
        digits.StartsWith(TextRelay, StringComparison.Ordinal) && digits.Length > TextRelay.Length ? digits[TextRelay.Length..] : null;
}
