using Cairn.Help.Directory;
using Cairn.Help.Directory.Hours;
using CsCheck;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

/// <summary>Against a slow and obvious answer: walk the clock minute by minute and look at the wall.</summary>
public sealed class OpeningHoursOracleTests
{
    private const int FirstYear = 2018;
    private const int Years = 10;

    private static readonly DateTimeZone[] AllZones = [Zones.London, Zones.Warsaw, Zones.Karachi, Zones.NewYork];
    private static readonly Instant Start = Instant.FromUtc(FirstYear, 1, 1, 0, 0);

    private static readonly Gen<DateTimeZone> AZone = Gen.Int[0, 3].Select(i => AllZones[i]);

    private static readonly Gen<OpeningHours> SomeHours = Gen.Select(
        AZone,
        Gen.Select(Gen.Int[0, 7 * 24 * 4 - 1], Gen.Int[1, 4 * 30]).Array[1, 8],
        (zone, quarters) => Hours(zone, quarters));

    [Fact]
    public void Any_hours_agree_with_the_wall_clock_at_any_minute_of_ten_years()
    {
        Gen.Select(SomeHours, Gen.Int[0, Years * 365 * 24 * 60]).Sample(
            (hours, minute) =>
            {
                var instant = Start + Duration.FromMinutes(minute);

                Assert.Equal(Oracle.IsOpen(hours, instant), hours.IsOpen(instant, HolidayDays.None));
            },
            iter: 6000);
    }

    [Fact]
    public void Every_minute_around_every_clock_change_agrees_with_the_wall_clock()
    {
        foreach (var zone in AllZones)
        {
            OpeningHours[] each = [Written(zone, "sun 01:30-05:00"), Written(zone, "sat 18:00-02:00", "sun 02:30-03:00"), Written(zone, "sat-sun 00:00-01:30", "sun 01:30-02:30"), Written(zone, "fri 18:00 - mon 06:00")];
            foreach (var change in zone.GetZoneIntervals(Start, Start + Duration.FromDays(Years * 365)).Where(i => i.HasEnd).Select(i => i.End))
            {
                foreach (var hours in each)
                {
                    var open = hours.Intervals(change - Duration.FromHours(4), 1, HolidayDays.None);
                    for (var minute = -240; minute <= 240; minute++)
                    {
                        var instant = change + Duration.FromMinutes(minute);
                        Assert.True(Oracle.IsOpen(hours, instant) == open.Any(i => i.Contains(instant)), $"{hours} at {instant}");
                    }
                }
            }
        }
    }

    [Fact]
    public void The_next_opening_is_never_past_and_is_the_first_open_minute()
    {
        Gen.Select(SomeHours, Gen.Int[0, Years * 365 * 24 * 60]).Sample(
            (hours, minute) =>
            {
                var asked = Start + Duration.FromMinutes(minute);

                var opens = hours.NextOpening(asked, HolidayDays.None);

                // Hours that lie wholly in a skipped hour of one night still open a week later.
                Assert.NotNull(opens);
                Assert.True(opens >= asked);
                Assert.True(Oracle.IsOpen(hours, opens.Value));
                if (opens > asked)
                {
                    Assert.False(Oracle.IsOpen(hours, opens.Value - Duration.FromMinutes(1)));
                    for (var step = 0; step < 40; step++)
                        Assert.False(Oracle.IsOpen(hours, asked + (opens.Value - asked) * step / 40));
                }
            },
            iter: 1500);
    }

    [Fact]
    public void A_door_that_is_open_stays_open_until_it_closes_and_not_longer()
    {
        Gen.Select(SomeHours, Gen.Int[0, Years * 365 * 24 * 60]).Sample(
            (hours, minute) =>
            {
                var asked = Start + Duration.FromMinutes(minute);
                if (hours.ClosesAt(asked, HolidayDays.None) is not { } closes)
                    return;

                Assert.True(closes > asked);
                Assert.True(Oracle.IsOpen(hours, closes - Duration.FromMinutes(1)));
                Assert.False(Oracle.IsOpen(hours, closes));
            },
            iter: 1500);
    }

    [Fact]
    public void Intervals_are_in_order_apart_and_say_the_same_as_asking()
    {
        Gen.Select(SomeHours, Gen.Int[0, Years * 365]).Sample(
            (hours, day) =>
            {
                var from = Start + Duration.FromDays(day);

                var open = hours.Intervals(from, 14, HolidayDays.None);

                Assert.All(open.Zip(open.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
                for (var minute = 0; minute < 14 * 24 * 60; minute += 97)
                {
                    var instant = from + Duration.FromMinutes(minute);
                    Assert.Equal(hours.IsOpen(instant, HolidayDays.None), open.Any(i => i.Contains(instant)));
                }
            },
            iter: 60);
    }

    [Fact]
    public void Hours_are_written_back_as_an_editor_would_write_them()
    {
        SomeHours.Sample(hours =>
        {
            var lines = hours.Stretches.Select(s => s.ToString()).ToList();

            Assert.True(OpeningHours.TryParse(lines, hours.Zone, hours.OnHolidays, out var again, out var problem), problem);
            Assert.Equal(hours, again);
        });
    }

    internal static OpeningHours Written(DateTimeZone zone, params string[] lines)
    {
        Assert.True(OpeningHours.TryParse(lines, zone, HolidayRule.Same, out var hours, out var problem), problem);
        return hours;
    }

    private static OpeningHours Hours(DateTimeZone zone, (int Start, int Length)[] quarters)
    {
        var stretches = new List<WeeklyStretch>();
        foreach (var (start, length) in quarters)
        {
            var stretch = new WeeklyStretch(start * 15, length * 15);
            if (!stretches.Any(stretch.Overlaps))
                stretches.Add(stretch);
        }
        return Written(zone, [.. stretches.Select(s => s.ToString())]);
    }

    /// <summary>Knows nothing of intervals or resolvers: it asks the zone for its offset, and looks for the first minute at which the wall shows a time.</summary>
    private static class Oracle
    {
        internal static bool IsOpen(OpeningHours hours, Instant instant)
        {
            var today = LocalAt(hours.Zone, instant).Date;
            for (var date = today.PlusDays(-8); date <= today.PlusDays(1); date = date.PlusDays(1))
            {
                foreach (var stretch in hours.Stretches)
                {
                    if (stretch.Start / (24 * 60) != (int)date.DayOfWeek - 1)
                        continue;
                    var opens = date.AtMidnight().PlusMinutes(stretch.Start % (24 * 60));
                    if (Shown(hours.Zone, opens) <= instant && instant < Shown(hours.Zone, opens.PlusMinutes(stretch.Minutes)))
                        return true;
                }
            }
            return false;
        }

        private static Instant Shown(DateTimeZone zone, LocalDateTime time)
        {
            // No zone here is further than 15 hours from UTC, and no clock change is longer than an hour.
            var utc = Instant.FromUtc(time.Year, time.Month, time.Day, time.Hour, time.Minute);
            var offsets = new[] { utc - Duration.FromHours(15), utc + Duration.FromHours(15) }.Select(zone.GetUtcOffset).Distinct().ToList();
            var candidates = offsets.Select(offset => utc - offset.ToTimeSpan().ToDuration()).Order().ToList();
            foreach (var candidate in candidates)
            {
                if (LocalAt(zone, candidate) == time)
                    return candidate;
            }
            return Shown(zone, time.PlusHours(1));
        }

        private static LocalDateTime LocalAt(DateTimeZone zone, Instant instant) =>
            (instant + zone.GetUtcOffset(instant).ToTimeSpan().ToDuration()).InUtc().LocalDateTime;
    }
}

internal static class Durations
{
    internal static Duration ToDuration(this TimeSpan span) => Duration.FromTimeSpan(span);
}
