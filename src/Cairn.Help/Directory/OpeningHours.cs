using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>What is known about a service's hours on a public holiday.</summary>
public enum HolidayRule { Unknown, Same, Closed }

/// <summary>Weekly opening hours in local time with an IANA zone. Cannot be built with an impossible interval.</summary>
public sealed record OpeningHours
{
    // The directory's owner completes this type: parsing "mon-thu 18:00-02:00", "fri 18:00 - mon 06:00", "always";
    // open at an instant; next opening after an instant; intervals as instants for a range of days.
    public required DateTimeZone Zone { get; init; }
    public required HolidayRule OnHolidays { get; init; }
}
