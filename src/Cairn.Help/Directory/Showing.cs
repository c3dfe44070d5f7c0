using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>Which fields may be shown on a day. The only place that decides it: pages, the API and JSON-LD see what is left.</summary>
/// <param name="Today">The day in <see cref="Zone"/>.</param>
internal readonly record struct Showing(LocalDate Today, int HideDays, bool Demonstration)
{
    /// <summary>Where a day begins, for dates of expiry: all services of the directory are British.</summary>
    internal static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    internal static Showing At(Instant instant, ServiceList list) => new(instant.InZone(Zone).Date, list.HideDays, list.Demonstration);

    /// <summary>The service with every field taken out that may not be shown; null when no name or no way to reach it is left.</summary>
    internal Service? Of(Service service)
    {
        var always = IsAlwaysShown(service);
        if (!always && Only(service.Name) is null)
            return null;

        var shown = service with
        {
            About = Only(service.About),
            Phone = always ? service.Phone : Only(service.Phone),
            Textphone = Only(service.Textphone),
            Website = Only(service.Website),
            Chat = Only(service.Chat),
            Form = Only(service.Form),
            Email = Only(service.Email),
            Languages = Only(service.Languages),
            Hours = Only(service.Hours),
        };
        return CanBeReached(shown) ? shown : null;
    }

    /// <summary>999 and 101 are known to everyone in the country and do not wait for an editor.</summary>
    internal static bool IsAlwaysShown(Service service) => (service.Kind, Digits(service.Phone?.Value)) is (ServiceKind.Emergency, "999") or (ServiceKind.Police, "101");

    internal bool Shows<T>(Sourced<T> field) =>
        (field.State == FieldState.Verified || (field.State == FieldState.Seen && Demonstration))
        && (field.ExpiresOn is not { } expires || Today < expires.PlusDays(HideDays));

    internal static string Digits(string? number) => string.Concat((number ?? "").Where(char.IsAsciiDigit));

    private Sourced<T>? Only<T>(Sourced<T>? field) => field is not null && Shows(field) ? field : null;

    private static bool CanBeReached(Service s) => s.Phone is not null || s.Textphone is not null || s.Website is not null || s.Chat is not null || s.Form is not null || s.Email is not null;
}
