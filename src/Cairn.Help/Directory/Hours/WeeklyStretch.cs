using System.Globalization;
using NodaTime;

namespace Cairn.Help.Directory.Hours;

/// <summary>A stretch of opening that repeats every week, in minutes of local clock time.</summary>
/// <param name="Start">Minutes after Monday 00:00, below a week.</param>
/// <param name="Minutes">How long by the clock on the wall; 1 to a week.</param>
internal readonly record struct WeeklyStretch(int Start, int Minutes)
{
    internal const int MinutesInDay = 24 * 60;
    internal const int MinutesInWeek = 7 * MinutesInDay;

    /// <summary>Seven whole days rather than one whole week, so that a public holiday can close one of them.</summary>
    internal static IReadOnlyList<WeeklyStretch> EveryDay { get; } =
        [.. Enumerable.Range(0, 7).Select(day => new WeeklyStretch(day * MinutesInDay, MinutesInDay))];

    internal IsoDayOfWeek Day => (IsoDayOfWeek)(Start / MinutesInDay + 1);

    internal LocalTime StartTime => LocalTime.FromMinutesSinceMidnight(Start % MinutesInDay);

    /// <summary>On one date of its day of the week; both ends resolved the lenient way.</summary>
    /// <returns>Null when the clocks skipped all of it.</returns>
    internal Interval? On(LocalDate date, DateTimeZone zone)
    {
        var opens = date + StartTime;
        var start = opens.InZoneLeniently(zone).ToInstant();
        var end = opens.PlusMinutes(Minutes).InZoneLeniently(zone).ToInstant();
        return start < end ? new Interval(start, end) : null;
    }

    internal bool Overlaps(WeeklyStretch other) =>
        (other.Start - Start + MinutesInWeek) % MinutesInWeek < Minutes || (Start - other.Start + MinutesInWeek) % MinutesInWeek < other.Minutes;

    /// <summary>As an editor would write it.</summary>
    public override string ToString()
    {
        var end = Start + Minutes;
        var endOfDay = end % MinutesInDay == 0 && Minutes <= MinutesInDay;
        var closes = endOfDay ? "24:00" : Clock(end);
        // The short form means today, or tomorrow when the end is not after the start.
        return Minutes < MinutesInDay || (Minutes == MinutesInDay && Start % MinutesInDay == 0)
            ? $"{Name(Start)} {Clock(Start)}-{closes}"
            : $"{Name(Start)} {Clock(Start)} - {Name(end)} {Clock(end)}";
    }

    private static string Name(int minute) => ((IsoDayOfWeek)(minute / MinutesInDay % 7 + 1)).ToString()[..3].ToLowerInvariant();

    private static string Clock(int minute) => LocalTime.FromMinutesSinceMidnight(minute % MinutesInDay).ToString("HH:mm", CultureInfo.InvariantCulture);
}
