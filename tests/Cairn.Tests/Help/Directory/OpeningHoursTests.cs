using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

public sealed class OpeningHoursTests
{
    [Fact]
    public void On_the_night_the_clocks_go_forward_a_skipped_start_moves_on_by_the_skipped_hour()
    {
        // London, 29 March 2026: 01:00 GMT becomes 02:00 BST.
        var hours = OpeningHoursOracleTests.Written(Zones.London, "sun 01:30-05:00");

        var open = hours.Intervals(Instant.FromUtc(2026, 3, 28, 12, 0), 1, HolidayDays.None);

        Assert.Equal([new Interval(Instant.FromUtc(2026, 3, 29, 1, 30), Instant.FromUtc(2026, 3, 29, 4, 0))], open);
    }

    [Fact]
    public void On_the_night_the_clocks_go_forward_a_stretch_that_was_skipped_does_not_happen()
    {
        var hours = OpeningHoursOracleTests.Written(Zones.London, "sun 01:30-02:00");

        var next = hours.NextOpening(Instant.FromUtc(2026, 3, 28, 12, 0), HolidayDays.None);

        Assert.Equal(Instant.FromUtc(2026, 4, 5, 0, 30), next);
    }

    [Fact]
    public void On_the_night_the_clocks_go_back_the_first_half_past_one_opens_the_door_and_two_closes_it()
    {
        // London, 25 October 2026: 02:00 BST becomes 01:00 GMT; 01:30 is shown twice, at 00:30 and 01:30 UTC.
        var opensTwiceShown = OpeningHoursOracleTests.Written(Zones.London, "sun 01:30-05:00");
        var closesAtTwo = OpeningHoursOracleTests.Written(Zones.London, "sat 18:00-02:00");
        var closesTwiceShown = OpeningHoursOracleTests.Written(Zones.London, "sat 18:00-01:30");
        var saturday = Instant.FromUtc(2026, 10, 24, 12, 0);

        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), opensTwiceShown.NextOpening(saturday, HolidayDays.None));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 2, 0), closesAtTwo.ClosesAt(saturday + Duration.FromHours(10), HolidayDays.None));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), closesTwiceShown.ClosesAt(saturday + Duration.FromHours(10), HolidayDays.None));
    }

    [Fact]
    public void A_door_that_never_closes_is_always_open_on_both_nights()
    {
        var hours = OpeningHours.Always(Zones.London);

        Assert.Equal(Opening.AlwaysOpen.It, hours.At(Instant.FromUtc(2026, 3, 29, 1, 0), HolidayDays.None));
        Assert.Single(hours.Intervals(Instant.FromUtc(2026, 10, 20, 0, 0), 14, HolidayDays.None));
        Assert.Equal(Opening.AlwaysOpen.It, OpeningHoursOracleTests.Written(Zones.London, "mon-sun 00:00-24:00").At(Instant.FromUtc(2026, 1, 1, 0, 0), HolidayDays.None));
    }

    [Fact]
    public void Open_until_crosses_midnight_where_one_stretch_touches_the_next()
    {
        var hours = OpeningHoursOracleTests.Written(Zones.London, "mon 18:00-24:00", "tue 00:00-02:00");

        Assert.Equal(new Opening.Open(Instant.FromUtc(2026, 11, 24, 2, 0)), hours.At(Instant.FromUtc(2026, 11, 23, 20, 0), HolidayDays.None));
    }

    [Fact]
    public void A_closed_door_says_when_it_opens()
    {
        var hours = OpeningHoursOracleTests.Written(Zones.London, "mon-thu 09:00-21:00", "fri 09:00-17:00");

        Assert.Equal(new Opening.Opens(Instant.FromUtc(2026, 11, 30, 9, 0)), hours.At(Instant.FromUtc(2026, 11, 27, 17, 0), HolidayDays.None));
        Assert.Equal(new Opening.Open(Instant.FromUtc(2026, 11, 27, 17, 0)), hours.At(Instant.FromUtc(2026, 11, 27, 16, 59), HolidayDays.None));
    }

    // Christmas 2026 is a Friday.
    [Theory]
    [InlineData(HolidayRule.Same, 10, "open")]
    [InlineData(HolidayRule.Same, 22, "opens 2026-12-28T09:00:00Z")]
    [InlineData(HolidayRule.Closed, 10, "opens 2026-12-28T09:00:00Z")]
    [InlineData(HolidayRule.Unknown, 10, "may differ")]
    [InlineData(HolidayRule.Unknown, 22, "may differ")]
    public void On_a_public_holiday_the_rule_decides(HolidayRule rule, int hour, string said)
    {
        var hours = Hours(rule, "mon-fri 09:00-17:00");

        var opening = hours.At(Instant.FromUtc(2026, 12, 25, hour, 0), HolidayDays.On(new LocalDate(2026, 12, 25)));

        Assert.Equal(said, Said(opening));
    }

    [Theory]
    [InlineData(HolidayRule.Same, "open", "open")]
    [InlineData(HolidayRule.Closed, "may differ", "may differ")]
    [InlineData(HolidayRule.Unknown, "may differ", "may differ")]
    public void Of_a_night_that_touches_a_holiday_nobody_knows_the_small_hours(HolidayRule rule, string afterTheEve, string afterTheHoliday)
    {
        var hours = Hours(rule, "mon-sun 18:00-02:00");
        var holidays = HolidayDays.On(new LocalDate(2026, 12, 25));

        Assert.Equal("open", Said(hours.At(Instant.FromUtc(2026, 12, 24, 23, 30), holidays)));
        Assert.Equal(afterTheEve, Said(hours.At(Instant.FromUtc(2026, 12, 25, 0, 30), holidays)));
        Assert.Equal(afterTheHoliday, Said(hours.At(Instant.FromUtc(2026, 12, 26, 0, 30), holidays)));
        Assert.Equal("open", Said(hours.At(Instant.FromUtc(2026, 12, 26, 18, 30), holidays)));
    }

    [Fact]
    public void A_night_that_runs_into_a_holiday_is_open_until_midnight_at_least()
    {
        var hours = Hours(HolidayRule.Closed, "mon-sun 18:00-02:00");

        Assert.Equal(Instant.FromUtc(2026, 12, 25, 0, 0), hours.ClosesAt(Instant.FromUtc(2026, 12, 24, 20, 0), HolidayDays.On(new LocalDate(2026, 12, 25))));
    }

    [Fact]
    public void Between_two_holidays_in_a_row_a_closed_door_is_closed()
    {
        var hours = Hours(HolidayRule.Closed, "mon-sun 18:00-02:00");
        var holidays = HolidayDays.On(new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 26));

        Assert.Equal("opens 2026-12-27T18:00:00Z", Said(hours.At(Instant.FromUtc(2026, 12, 26, 0, 30), holidays)));
    }

    [Fact]
    public void A_door_that_closes_on_holidays_only_is_open_until_the_holiday_begins()
    {
        var hours = Hours(HolidayRule.Closed, "always");
        var holidays = HolidayDays.On(new LocalDate(2026, 12, 25));

        Assert.Equal(new Opening.Open(Instant.FromUtc(2026, 12, 25, 0, 0)), hours.At(Instant.FromUtc(2026, 12, 24, 12, 0), holidays));
        Assert.Equal("opens 2026-12-26T00:00:00Z", Said(hours.At(Instant.FromUtc(2026, 12, 25, 12, 0), holidays)));
    }

    [Fact]
    public void A_holiday_in_only_some_of_the_nations_a_service_serves_leaves_its_hours_in_doubt()
    {
        var hours = Hours(HolidayRule.Closed, "mon-fri 09:00-17:00");
        var standrew = new LocalDate(2026, 11, 30);
        var christmas = new LocalDate(2026, 12, 25);
        var byNation = new Dictionary<Nation, IReadOnlySet<LocalDate>>
        {
            [Nation.Scotland] = new HashSet<LocalDate> { standrew, christmas },
            [Nation.England] = new HashSet<LocalDate> { christmas },
        };

        var both = HolidayDays.For([Nation.Scotland, Nation.England], byNation);
        var withOneUnlisted = HolidayDays.For([Nation.Scotland, Nation.Wales], byNation);
        var scottish = HolidayDays.For([Nation.Scotland], byNation);

        Assert.Equal("may differ", Said(hours.At(Instant.FromUtc(2026, 11, 30, 10, 0), both)));
        Assert.Equal("opens 2026-12-01T09:00:00Z", Said(hours.At(Instant.FromUtc(2026, 11, 30, 18, 0), both)));
        Assert.Equal("opens 2026-12-28T09:00:00Z", Said(hours.At(Instant.FromUtc(2026, 12, 25, 10, 0), both)));
        Assert.Equal("may differ", Said(hours.At(Instant.FromUtc(2026, 12, 25, 10, 0), withOneUnlisted)));
        Assert.Equal("opens 2026-12-01T09:00:00Z", Said(hours.At(Instant.FromUtc(2026, 11, 30, 10, 0), scottish)));
    }

    private static OpeningHours Hours(HolidayRule rule, string line)
    {
        Assert.True(OpeningHours.TryParse([line], Zones.London, rule, out var hours, out var problem), problem);
        return hours;
    }

    private static string Said(Opening opening) => opening switch
    {
        Opening.AlwaysOpen or Opening.Open => "open",
        Opening.Opens opens => "opens " + opens.At,
        Opening.MayDiffer => "may differ",
        _ => "unknown",
    };
}
