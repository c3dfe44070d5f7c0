using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables;

/// <summary>Recognises how tables name a day, month, quarter or year. It says only that a text is a period, and whether it is a day.</summary>
internal static partial class PeriodText
{
    public static bool IsPeriod(string text) => text.Length <= 40 && (Period().IsMatch(text) || DayOf(text) is not null);

    /// <summary>The year of a whole date, of any usual writing; null for anything coarser.</summary>
    public static int? DayOf(string text) => Match(text) is { } match ? YearIn(match) : null;

    /// <summary>A whole date, the day before the month where both are figures; null when it is none, or none of the calendar.</summary>
    public static NodaTime.LocalDate? DateOf(string text)
    {
        if (Match(text) is not { } match)
            return null;
        var (year, word) = (YearIn(match), match.Groups["month"].Value);
        var month = char.IsAsciiDigit(word[0]) ? Whole(word) : 1 + Array.FindIndex(Months, m => word.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        var day = Whole(match.Groups["day"].Value);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static Match? Match(string text) => text.Length <= 40 && Day().Match(text) is { Success: true } match ? match : null;

    private static int YearIn(Match match)
    {
        var year = Whole(match.Groups["year"].Value);
        // Two figures: 00 to 29 are of this century, as spreadsheet programs read them.
        return match.Groups["year"].Length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
    }

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A year alone.</summary>
    public static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year : null;

    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private const string Year = "(?:19|20)[0-9]{2}";

    [GeneratedRegex(
        $"^(?:(?:at|as at|to|year to|year ending|up to|in) )?(?:{Year}|{Year} ?[-/–] ?(?:[0-9]{{2}}|{Year})|(?:fy ?)?{Year}[-/][0-9]{{2}}|{Month}\\.?[ -](?:{Year}|[0-9]{{2}})|{Year}[- ]?(?:q[1-4]|h[12]|0[1-9]|1[0-2])|(?:q[1-4]|h[12]|quarter [1-4])[ /-]{Year}(?:[-/][0-9]{{2}})?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    [GeneratedRegex(
        $"^(?:(?:as )?at )?(?:(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ -](?<month>{Month})[ ,-]+(?<year>{Year}|[0-9]{{2}})|(?<month>{Month}) (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? (?<year>{Year})|(?<year>{Year})[-/.](?<month>[01]?[0-9])[-/.](?<day>[0-3]?[0-9])(?:[ T][0-9:.Z]+)?|(?<day>[0-3]?[0-9])[-/.](?<month>[0-3]?[0-9])[-/.](?<year>{Year}|[0-9]{{2}}))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
