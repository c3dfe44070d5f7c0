using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables;

/// <summary>Recognises how tables name a day, month, quarter or year. It says only that a text is a period, and whether it is a day.</summary>
internal static partial class PeriodText
{
    public static bool IsPeriod(string text) => text.Length <= 40 && (Period().IsMatch(text) || DayOf(text) is not null);

    /// <summary>The year of a whole date, of any usual writing; null for anything coarser.</summary>
    public static int? DayOf(string text)
    {
        if (text.Length > 40)
            return null;
        var match = Day().Match(text);
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        // Two figures: 00 to 29 are of this century, as spreadsheet programs read them.
        return match.Groups["year"].Length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
    }

    /// <summary>A year alone.</summary>
    public static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year : null;

    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private const string Year = "(?:19|20)[0-9]{2}";

    [GeneratedRegex(
        $"^(?:(?:at|as at|to|year to|year ending|up to|in) )?(?:{Year}|{Year} ?[-/–] ?(?:[0-9]{{2}}|{Year})|(?:fy ?)?{Year}[-/][0-9]{{2}}|{Month}\\.?[ -](?:{Year}|[0-9]{{2}})|{Year}[- ]?(?:q[1-4]|h[12]|0[1-9]|1[0-2])|(?:q[1-4]|h[12]|quarter [1-4])[ /-]{Year}(?:[-/][0-9]{{2}})?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    [GeneratedRegex(
        $"^(?:(?:as )?at )?(?:(?:[0-3]?[0-9](?:st|nd|rd|th)?[ -]{Month}[ ,-]+(?<year>{Year}|[0-9]{{2}}))|(?:{Month} [0-3]?[0-9](?:st|nd|rd|th)?,? (?<year>{Year}))|(?:(?<year>{Year})[-/.][01]?[0-9][-/.][0-3]?[0-9](?:[ T][0-9:.Z]+)?)|(?:[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?<year>{Year}|[0-9]{{2}})))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
