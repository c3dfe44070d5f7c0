using PhoneNumbers;

namespace Cairn.Say.Packs.Checking;

/// <summary>Whether a number as written can be dialled in the United Kingdom.</summary>
internal static class Phones
{
    // Before the number, it asks for a relay operator who types what is said.
    private const string TextRelay = "18001";

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
    public static bool IsPolice(string written) => string.Concat(written.Where(char.IsAsciiDigit)) is "999" or "101" or "112";
}
