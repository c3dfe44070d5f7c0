using NodaTime;

namespace Cairn.Help.Directory.Hours;

/// <summary>Part of a stretch that lies on one day of the week.</summary>
/// <param name="Closes">Null for the end of the day.</param>
internal readonly record struct DayPart(IsoDayOfWeek Day, LocalTime Opens, LocalTime? Closes);

/// <summary>Weekly hours cut at midnight, for formats that know days only.</summary>
internal static class WeekOfDays
{
    internal static IReadOnlyList<DayPart> Of(OpeningHours hours)
    {
        var parts = new List<DayPart>();
        foreach (var stretch in hours.Stretches)
        {
            for (var (start, left) = (stretch.Start, stretch.Minutes); left > 0;)
            {
                var opens = start % WeeklyStretch.MinutesInDay;
                var closes = Math.Min(opens + left, WeeklyStretch.MinutesInDay);
                parts.Add(new(
                    (IsoDayOfWeek)(start / WeeklyStretch.MinutesInDay % 7 + 1),
                    LocalTime.FromMinutesSinceMidnight(opens),
                    closes == WeeklyStretch.MinutesInDay ? null : LocalTime.FromMinutesSinceMidnight(closes)));
                left -= closes - opens;
                start += closes - opens;
            }
        }
        return [.. parts.OrderBy(p => p.Day).ThenBy(p => p.Opens)];
    }
}
