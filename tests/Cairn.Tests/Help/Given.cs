using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Tests.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help;

/// <summary>Invented services in one line.</summary>
internal static class Given
{
    internal static readonly LocalDate CheckedOn = new(2026, 11, 23);
    internal static readonly LocalDate ExpiresOn = new(2027, 5, 23);

    internal static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);
    internal static readonly Instant MondayNight = Instant.FromUtc(2026, 11, 23, 22, 30);

    internal static Sourced<T> Field<T>(T value, FieldState state = FieldState.Seen, LocalDate? expires = null, LocalDate? on = null) => new(
        value, state, new Uri("https://www.helpline.example/page"), on ?? CheckedOn, state == FieldState.Verified ? "Robin Reader" : null, expires ?? ExpiresOn);

    internal static Sourced<OpeningHours> Hours(params string[] lines)
    {
        Assert.True(OpeningHours.TryParse(lines, Zones.London, HolidayRule.Same, out var hours, out var problem), problem);
        return Field(hours);
    }

    internal static Service Service(string id, string phone = "0000 555 001", ServiceKind kind = ServiceKind.Helpline, Sourced<OpeningHours>? hours = null) => new(
        id, kind, Audience.All, Nation.All, Field("Helpline " + id), Field(new LocalText(Language.English, new Dictionary<Language, string> { [Language.English] = "About " + id })),
        Field(phone), null, null, null, null, null, null, hours);

    internal static Service Emergency { get; } = Service("emergency", "999", ServiceKind.Emergency, Field(OpeningHours.Always(Zones.London)));

    internal static Service Police { get; } = Service("police", "101", ServiceKind.Police);

    internal static ServiceList Services(params Service[] services) => new(services, new Dictionary<Nation, IReadOnlySet<LocalDate>>(), WarnDays: 30, HideDays: 0, Demonstration: true);

    internal static ServiceDirectory Directory(ServiceList list)
    {
        var directory = new ServiceDirectory();
        directory.Swap(list, new Dictionary<Language, DirectoryWords>());
        return directory;
    }
}
