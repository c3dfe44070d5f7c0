using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

public sealed class ServiceDirectoryTests
{
    [Theory]
    [InlineData(FieldState.Unverified, true, false)]
    [InlineData(FieldState.Unverified, false, false)]
    [InlineData(FieldState.Seen, true, true)]
    [InlineData(FieldState.Seen, false, false)]
    [InlineData(FieldState.Verified, true, true)]
    [InlineData(FieldState.Verified, false, true)]
    [InlineData(FieldState.Historical, true, false)]
    [InlineData(FieldState.Historical, false, false)]
    public void A_number_is_shown_when_verified_or_when_a_demonstration_has_seen_it(FieldState state, bool demonstration, bool shown)
    {
        var service = Given.Service("one") with { Name = Given.Field("One", FieldState.Verified), Phone = Given.Field("0000 555 001", state), Website = Given.Field(new Uri("https://one.example"), FieldState.Verified) };

        var found = Given.Directory(Given.Services(service) with { Demonstration = demonstration }).Find("one", Given.MondayNoon);

        Assert.NotNull(found);
        Assert.Equal(shown, found.Service.Phone is not null);
    }

    [Theory]
    [InlineData(0, 2027, 5, 22, true)]
    [InlineData(0, 2027, 5, 23, false)]
    [InlineData(7, 2027, 5, 23, true)]
    [InlineData(7, 2027, 5, 29, true)]
    [InlineData(7, 2027, 5, 30, false)]
    public void A_service_that_expired_is_hidden_on_the_day_or_the_days_the_pack_allows_after_it(int hideDays, int year, int month, int day, bool shown)
    {
        var directory = Given.Directory(Given.Services(Given.Service("one")) with { HideDays = hideDays });

        var found = directory.Find("one", new LocalDate(year, month, day).At(new LocalTime(0, 1)).InZoneStrictly(Zones.London).ToInstant());

        Assert.Equal(shown, found is not null);
    }

    [Fact]
    public void A_service_without_a_name_or_without_a_way_to_reach_it_is_not_shown()
    {
        var nameless = Given.Service("nameless") with { Name = Given.Field("Nameless", FieldState.Unverified) };
        var unreachable = Given.Service("unreachable") with { Phone = Given.Field("0000 555 002", FieldState.Historical) };

        Assert.Empty(Given.Directory(Given.Services(nameless, unreachable)).Shown(Given.MondayNoon));
    }

    [Fact]
    public void The_numbers_everybody_knows_are_shown_whatever_their_state()
    {
        var emergency = Given.Emergency with { Name = Given.Field("Emergency", FieldState.Unverified), Phone = Given.Field("999", FieldState.Seen, new LocalDate(2020, 1, 1)) };
        var pretender = Given.Service("pretender", "999") with { Phone = Given.Field("999", FieldState.Unverified) };

        var found = Given.Directory(Given.Services(emergency, Given.Police, pretender) with { Demonstration = false }).For(Audience.YoungPeople, Nation.Wales, Given.MondayNoon);

        Assert.Equal(["999", "101"], found.Urgent.Select(u => u.Service.Phone!.Value));
        Assert.Null(found.Urgent[0].Service.About);
        Assert.Empty(found.Doors);
    }

    [Fact]
    public void A_service_of_one_nation_is_not_shown_to_another()
    {
        var elsewhere = Given.Service("elsewhere") with { Nations = [Nation.England, Nation.Wales] };
        var directory = Given.Directory(Given.Services(elsewhere, Given.Service("everywhere")));

        Assert.Equal(["everywhere"], Ids(directory.For(null, Nation.Scotland, Given.MondayNoon)));
        Assert.Equal(["elsewhere", "everywhere"], Ids(directory.For(null, Nation.Wales, Given.MondayNoon)));
        Assert.Equal(["elsewhere", "everywhere"], Ids(directory.For(null, null, Given.MondayNoon)));
    }

    [Fact]
    public void A_service_is_offered_to_its_own_audience_only()
    {
        var forParents = Given.Service("for-parents") with { Audiences = [Audience.Parents] };
        var directory = Given.Directory(Given.Services(forParents));

        Assert.Equal(["for-parents"], Ids(directory.For(Audience.Parents, null, Given.MondayNoon)));
        Assert.Empty(Ids(directory.For(Audience.Yourself, null, Given.MondayNoon)));
    }

    [Fact]
    public void Open_doors_come_first_then_those_that_may_be_then_those_that_open_soonest()
    {
        var directory = Given.Directory(Given.Services(
            Given.Service("tomorrow", hours: Given.Hours("tue 09:00-17:00")),
            Given.Service("evening", hours: Given.Hours("mon 18:00-22:00")),
            Given.Service("unknown"),
            Given.Service("always", hours: Given.Field(OpeningHours.Always(Zones.London))),
            Given.Service("now", hours: Given.Hours("mon 09:00-17:00"))));

        Assert.Equal(["now", "unknown", "always", "evening", "tomorrow"], Ids(directory.For(null, null, Given.MondayNoon)));
    }

    [Fact]
    public void When_the_first_door_is_closed_the_next_best_open_one_is_named()
    {
        var day = Given.Service("day", hours: Given.Hours("mon-fri 09:00-17:00"));
        var unknown = Given.Service("unknown");
        var night = Given.Service("night", kind: ServiceKind.Crisis, hours: Given.Hours("mon-sun 18:00-02:00"));
        var directory = Given.Directory(Given.Services(day, unknown, night));

        var meanwhile = directory.For(null, null, Given.MondayNight).Meanwhile;

        Assert.NotNull(meanwhile);
        Assert.Equal(("day", "night"), (meanwhile.Closed.Service.Id, meanwhile.Open.Service.Id));
        Assert.Null(directory.For(null, null, Given.MondayNoon).Meanwhile);
        Assert.Null(Given.Directory(Given.Services(day, unknown)).For(null, null, Given.MondayNight).Meanwhile);
    }

    [Fact]
    public void Hours_that_may_not_be_shown_are_unknown_and_never_closed()
    {
        var hours = Given.Hours("tue 09:00-10:00") with { State = FieldState.Unverified };

        var found = Given.Directory(Given.Services(Given.Service("one", hours: hours))).Find("one", Given.MondayNoon);

        Assert.Equal(Opening.HoursUnknown.It, found!.Opening);
    }

    [Fact]
    public void Editors_are_warned_of_fields_that_are_about_to_expire()
    {
        var service = Given.Service("one") with
        {
            Phone = Given.Field("0000 555 001", expires: new LocalDate(2026, 12, 1)),
            Email = Given.Field("one@helpline.example", FieldState.Verified, new LocalDate(2026, 11, 23)),
            Textphone = Given.Field("0000 555 002", FieldState.Historical, new LocalDate(2019, 1, 1)),
        };

        var warnings = Given.Directory(Given.Services(service) with { HideDays = 2 }).Warnings(new LocalDate(2026, 11, 25));

        Assert.Equal([("email", true), ("phone", false)], warnings.Select(w => (w.Field, w.Hidden)));
        Assert.Equal(new LocalDate(2026, 12, 3), warnings[1].HiddenFrom);
    }

    private static IEnumerable<string> Ids(FoundHelp found) => found.Doors.Select(d => d.Service.Id);
}
