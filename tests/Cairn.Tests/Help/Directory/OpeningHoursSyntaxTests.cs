using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

public sealed class OpeningHoursSyntaxTests
{
    [Theory]
    [InlineData("mon-thu 09:00-21:00;fri 09:00-17:00", 5, 4 * 12 + 8)]
    [InlineData("fri 18:00 - mon 06:00", 1, 60)]
    [InlineData("mon-thu 18:00-02:00;fri 18:00 - mon 06:00", 5, 92)]
    [InlineData("mon-sun 00:00-24:00", 7, 168)]
    [InlineData("sat-mon 10:00-12:00", 3, 6)]
    [InlineData("sun 22:00-22:00", 1, 24)]
    [InlineData("mon 09:00-12:00;mon 12:00-17:00", 2, 8)]
    [InlineData("always", 7, 168)]
    public void Hours_are_read_as_editors_write_them(string lines, int stretches, int hoursInAWeek)
    {
        var read = OpeningHours.TryParse(lines.Split(';'), Zones.London, HolidayRule.Same, out var hours, out var problem);

        Assert.True(read, problem);
        Assert.Equal(stretches, hours!.Stretches.Count);
        Assert.Equal(hoursInAWeek * 60, hours.Stretches.Sum(s => s.Minutes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mon")]
    [InlineData("9-17")]
    [InlineData("mon 9:00-17:00")]
    [InlineData("mon 09.00-17.00")]
    [InlineData("mon 09:00-25:00")]
    [InlineData("mon 24:00-25:00")]
    [InlineData("mon 24:00-02:00")]
    [InlineData("mon 09:60-17:00")]
    [InlineData("Mon 09:00-17:00")]
    [InlineData("monday 09:00-17:00")]
    [InlineData("mon-mon 09:00-17:00")]
    [InlineData("mon 09:00 -17:00")]
    [InlineData("mon 09:00-17:00\n")]
    [InlineData("mon 09:00 - mon 09:00")]
    [InlineData("mon 0٩:00-17:00")]
    [InlineData("mon-fri 09:00-17:00;fri 16:00-18:00")]
    [InlineData("sun 20:00-04:00;mon 02:00-05:00")]
    [InlineData("fri 18:00 - mon 06:00;sun 12:00-13:00")]
    [InlineData("always;mon 09:00-17:00")]
    public void What_is_not_a_line_of_hours_is_refused_with_what_to_write(string lines)
    {
        var read = OpeningHours.TryParse(lines.Split(';'), Zones.London, HolidayRule.Same, out var hours, out var problem);

        Assert.False(read);
        Assert.Null(hours);
        Assert.Matches(":? (write|remove) .+\\.?$", problem);
    }

    [Fact]
    public void No_lines_at_all_are_refused()
    {
        var read = OpeningHours.TryParse([], Zones.London, HolidayRule.Same, out _, out var problem);

        Assert.False(read);
        Assert.Contains("leave hours out", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_written_twice_the_same_are_equal()
    {
        OpeningHours.TryParse(["mon-tue 09:00-17:00"], Zones.London, HolidayRule.Same, out var one, out _);
        OpeningHours.TryParse(["mon 09:00-17:00", "tue 09:00-17:00"], Zones.London, HolidayRule.Same, out var other, out _);
        OpeningHours.TryParse(["mon 09:00-17:00"], Zones.London, HolidayRule.Same, out var shorter, out _);

        Assert.Equal(one, other);
        Assert.NotEqual(one, shorter);
    }
}

internal static class Zones
{
    internal static DateTimeZone London { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];
    internal static DateTimeZone Warsaw { get; } = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    internal static DateTimeZone Karachi { get; } = DateTimeZoneProviders.Tzdb["Asia/Karachi"];
    internal static DateTimeZone NewYork { get; } = DateTimeZoneProviders.Tzdb["America/New_York"];
}
