using System.Diagnostics.CodeAnalysis;
using Cairn.Help.Directory.Hours;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>What is known about a service's hours on a public holiday.</summary>
public enum HolidayRule { Unknown, Same, Closed }

/// <summary>Weekly opening hours in local time with an IANA zone. Cannot be built with an impossible or a doubled interval.</summary>
/// <remarks>Local times become instants the lenient way: a time the clocks skip in spring moves forward by the skipped hour, and of a time they
/// show twice in autumn the first is meant, for openings and closings alike. A stretch belongs to the day on which it starts.</remarks>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    // A service that opens on Mondays only, closed over two holiday Mondays in a row, still has its next opening inside this.
    private const int DaysLookedAhead = 35;

    private OpeningHours(IReadOnlyList<WeeklyStretch> stretches, DateTimeZone zone, HolidayRule onHolidays) =>
        (Stretches, Zone, OnHolidays) = (stretches, zone, onHolidays);

    public DateTimeZone Zone { get; }

    public HolidayRule OnHolidays { get; }

    /// <summary>Open every minute of every day, public holidays included.</summary>
    public bool IsAlways => CoversTheWeek && OnHolidays == HolidayRule.Same;

    internal IReadOnlyList<WeeklyStretch> Stretches { get; }

    internal bool CoversTheWeek => Stretches.Sum(s => s.Minutes) == WeeklyStretch.MinutesInWeek;

    public static OpeningHours Always(DateTimeZone zone) => new(WeeklyStretch.EveryDay, zone, HolidayRule.Same);

    /// <summary>Reads the hours of a pack, see <c>docs/packs.md</c>.</summary>
    /// <param name="problem">When false is returned: one sentence that says what to write instead.</param>
    public static bool TryParse(
        IReadOnlyList<string> lines, DateTimeZone zone, HolidayRule rule, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? problem)
    {
        hours = OpeningHoursSyntax.TryRead(lines, out var stretches, out problem) ? new(stretches, zone, rule) : null;
        return hours is not null;
    }

    /// <summary>What to say about the door at this instant. Never <see cref="Opening.HoursUnknown"/> for ordinary hours.</summary>
    public Opening At(Instant instant, HolidayDays holidays)
    {
        if (IsAlways)
            return Opening.AlwaysOpen.It;

        var line = TimeLine.Draw(this, instant, DaysLookedAhead, holidays);
        foreach (var open in line.Open.Where(i => i.Contains(instant)))
            return new Opening.Open(open.End < line.Horizon ? open.End : null);
        if (line.MayDiffer.Any(i => i.Contains(instant)))
            return Opening.MayDiffer.It;
        return NextOpening(line, instant) is { } at ? new Opening.Opens(at) : Opening.HoursUnknown.It;
    }

    /// <summary>True only when it is certain: an hour that may differ because of a public holiday is not open.</summary>
    public bool IsOpen(Instant instant, HolidayDays holidays) => At(instant, holidays) is Opening.Open or Opening.AlwaysOpen;

    /// <summary>The first instant, this one included, at which the door is certainly open; null when there is none in the next five weeks.</summary>
    public Instant? NextOpening(Instant instant, HolidayDays holidays) =>
        IsAlways ? instant : NextOpening(TimeLine.Draw(this, instant, DaysLookedAhead, holidays), instant);

    /// <summary>When the door that is open at this instant closes; null when it is not open, or does not close in the next five weeks.</summary>
    public Instant? ClosesAt(Instant instant, HolidayDays holidays) => (At(instant, holidays) as Opening.Open)?.Until;

    /// <summary>The stretches in which the door is certainly open, in order, touching ones merged, cut to the days asked for.</summary>
    public IReadOnlyList<Interval> Intervals(Instant from, int days, HolidayDays holidays) => TimeLine.Draw(this, from, days, holidays).Open;

    /// <summary>The stretches in which it may be open or closed because of a public holiday, in order, cut to the days asked for.</summary>
    public IReadOnlyList<Interval> Doubts(Instant from, int days, HolidayDays holidays) => TimeLine.Draw(this, from, days, holidays).MayDiffer;

    public bool Equals(OpeningHours? other) =>
        other is not null && Zone.Equals(other.Zone) && OnHolidays == other.OnHolidays && Stretches.SequenceEqual(other.Stretches);

    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    public override int GetHashCode() => HashCode.Combine(Zone, OnHolidays, Stretches.Count, Stretches[0]);

    public override string ToString() => $"{(CoversTheWeek ? "always" : string.Join(", ", Stretches))} {Zone.Id}";

    private static Instant? NextOpening(TimeLine line, Instant instant) =>
        line.Open.Where(i => i.End > instant).Select(i => (Instant?)Instant.Max(i.Start, instant)).FirstOrDefault();
}
