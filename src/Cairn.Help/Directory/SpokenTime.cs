using System.Globalization;
using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>Times and dates as people say them in a language: <c>9 am</c>, <c>midnight</c>, <c>21:00</c>, <c>23 November 2026</c>.</summary>
internal sealed record SpokenTime(Language Language, DirectoryWords Words, bool TwelveHours)
{
    // A line break between "9" and "am" reads as two things.
    private const char NoBreak = '\u00A0';

    internal string Time(LocalTime time) => (TwelveHours, time.Hour, time.Minute) switch
    {
        (false, _, _) => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        (true, 0, 0) => Words.Midnight,
        (true, 12, 0) => Words.Midday,
        (true, var hour, var minute) => $"{Clock(hour, minute)}{NoBreak}{Half(hour)}",
    };

    internal string Date(LocalDate date) => date.ToString("d MMMM yyyy", Language.Culture);

    /// <summary>The status of a door in a few words.</summary>
    internal string Status(Opening opening, Instant now, DateTimeZone zone)
    {
        switch (opening)
        {
            case Opening.AlwaysOpen:
                return Words.AlwaysOpen;
            // "Until 6 am" is only clear when it is the next 6 am.
            case Opening.Open { Until: { } until } when until - now <= Duration.FromHours(24):
                return Words.OpenUntil.Replace("{time}", Time(until.InZone(zone).TimeOfDay), StringComparison.Ordinal);
            case Opening.Open:
                return Words.OpenNow;
            case Opening.Opens { At: var at }:
                return Opens(at.InZone(zone).LocalDateTime, now.InZone(zone).Date);
            case Opening.MayDiffer:
                return Words.HolidayUnknown;
            default:
                return Words.HoursUnknown;
        }
    }

    private string Opens(LocalDateTime at, LocalDate today)
    {
        var days = Period.DaysBetween(today, at.Date);
        var sentence = days switch { 0 => Words.OpensToday, 1 => Words.OpensTomorrow, _ => Words.OpensOn };
        // From a week on, a weekday alone would mean the wrong week.
        var day = at.Date.ToString(days < 7 ? "dddd" : "d MMMM", Language.Culture);
        return sentence.Replace("{day}", day, StringComparison.Ordinal).Replace("{time}", Time(at.TimeOfDay), StringComparison.Ordinal);
    }

    private static string Clock(int hour, int minute)
    {
        var shown = hour % 12 == 0 ? 12 : hour % 12;
        return minute == 0 ? shown.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{shown}:{minute:00}");
    }

    private string Half(int hour)
    {
        var format = Language.Culture.DateTimeFormat;
        var said = hour < 12 ? format.AMDesignator : format.PMDesignator;
        return said.Length > 0 ? said : hour < 12 ? "am" : "pm";
    }
}
