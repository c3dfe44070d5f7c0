using PhoneNumbers;

namespace Cairn.Help.Directory;

/// <summary>Telephone and text numbers as people write them.</summary>
public static class Phones
{
    // Before the number, it asks for a relay operator who types what is said.
    private const string TextRelay = "18001";

    /// <summary>Whether a number as written can be dialled in the United Kingdom.</summary>
    public static bool CanBe(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (written.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '(' or ')' or '+')) || digits.Length == 0)
            return false;
        if (digits.StartsWith(TextRelay, StringComparison.Ordinal) && digits.Length > TextRelay.Length)
            return CanBe(digits[TextRelay.Length..]);

        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(written, "GB");
            return numbers.IsValidNumber(number) || (digits.Length <= 6 && ShortNumberInfo.GetInstance().IsValidShortNumberForRegion(number, "GB"));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The numbers a visitor always sees; they do not count as ways of the campaign's own.</summary>
    public static bool IsPolice(string written) => Dialled(written) is "999" or "101" or "112";

    /// <summary>The digits as dialled inside the country, so that <c>+44 800 1111</c> and <c>0800 1111</c> are one number.</summary>
    internal static string Dialled(string written)
    {
        var digits = Showing.Digits(written);
        if (digits.StartsWith("0044", StringComparison.Ordinal))
            return National(digits[4..]);
        return written.TrimStart().StartsWith("+44", StringComparison.Ordinal) ? National(digits[2..]) : digits;

        // Some write +44 (0)800.
        static string National(string rest) => rest.StartsWith('0') ? rest : "0" + rest;
    }

    /// <summary>What a number reaches: itself, and behind a text relay the number that the relay calls.</summary>
    internal static IEnumerable<string> Reached(string written)
    {
        var dialled = Dialled(written);
        yield return dialled;
        if (dialled.StartsWith(TextRelay, StringComparison.Ordinal) && dialled.Length > TextRelay.Length)
            yield return dialled[TextRelay.Length..];
    }
}
