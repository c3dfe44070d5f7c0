using NodaTime;

namespace Cairn.Help.Directory.Hours;

/// <summary>A service's hours laid out on real time: where it is certainly open, and where it may differ because of a public holiday.</summary>
/// <remarks>A holiday is a calendar day in the service's zone. With <see cref="HolidayRule.Closed"/> nothing starts on it. Of a stretch that started
/// the day before, the part after midnight may differ; so does what a holiday's own night would have brought to the next morning. With
/// <see cref="HolidayRule.Unknown"/> the whole day may differ, and so does the rest of a stretch that starts on it.</remarks>
internal sealed record TimeLine(IReadOnlyList<Interval> Open, IReadOnlyList<Interval> MayDiffer, Instant Horizon)
{
    internal static TimeLine Draw(OpeningHours hours, Instant from, int days, HolidayDays holidays)
    {
        var horizon = from + Duration.FromDays(days);
        var last = horizon.InZone(hours.Zone).Date;
        var open = new List<Interval>();
        var differs = new List<Interval>();
        // A stretch may be a week long, so one that started a week ago can still run.
        for (var date = from.InZone(hours.Zone).Date.PlusDays(-8); date <= last; date = date.PlusDays(1))
            Day(hours, date, holidays, open, differs);

        var sure = Spans.Within(Spans.Merge(open), from, horizon);
        return new(sure, Spans.Within(Spans.Without(Spans.Merge(differs), sure), from, horizon), horizon);
    }

    private static void Day(OpeningHours hours, LocalDate date, HolidayDays holidays, List<Interval> open, List<Interval> differs)
    {
        var ordinary = hours.OnHolidays == HolidayRule.Same;
        var certain = !ordinary && holidays.IsCertain(date);
        var possible = !ordinary && holidays.IsPossible(date);
        if (hours.OnHolidays == HolidayRule.Unknown && (certain || possible))
            differs.Add(WholeDay(date, hours.Zone));

        foreach (var stretch in hours.Stretches)
        {
            if (stretch.Day != date.DayOfWeek || stretch.On(date, hours.Zone) is not { } span)
                continue;

            var holidaysInside = ordinary ? [] : HolidaysInside(span, hours.Zone, holidays.IsCertain);
            if (certain && hours.OnHolidays == HolidayRule.Closed)
                differs.AddRange(Spans.Without([span], holidaysInside));
            else if (certain || possible)
                differs.Add(span);
            else
            {
                var doubtful = ordinary ? [] : Spans.Merge([.. holidaysInside, .. HolidaysInside(span, hours.Zone, holidays.IsPossible)]);
                open.AddRange(Spans.Without([span], doubtful));
                differs.AddRange(Spans.Shared(span, doubtful));
            }
        }
    }

    private static List<Interval> HolidaysInside(Interval span, DateTimeZone zone, Func<LocalDate, bool> isHoliday)
    {
        var found = new List<Interval>();
        for (var date = span.Start.InZone(zone).Date; date <= span.End.InZone(zone).Date; date = date.PlusDays(1))
            if (isHoliday(date))
                found.Add(WholeDay(date, zone));
        return found;
    }

    private static Interval WholeDay(LocalDate date, DateTimeZone zone) =>
        new(zone.AtStartOfDay(date).ToInstant(), zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
}
