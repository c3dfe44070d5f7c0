using Cairn.Foundation.Text;

namespace Cairn.Help.Directory;

/// <summary>The words of the directory in one language; section <c>directory</c> of a pack's <c>words/{l}.yaml</c>.</summary>
public sealed record DirectoryWords
{
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    public required string OpenNow { get; init; }
    /// <summary>Hole {time}.</summary>
    public required string OpensToday { get; init; }
    /// <summary>Hole {time}.</summary>
    public required string OpensTomorrow { get; init; }
    /// <summary>Holes {day} and {time}.</summary>
    public required string OpensOn { get; init; }
    public required string AlwaysOpen { get; init; }
    /// <summary>Hole {time}.</summary>
    public required string OpenUntil { get; init; }
    public required string HoursUnknown { get; init; }
    public required string HolidayUnknown { get; init; }
    public required string Call { get; init; }
    public required string Textphone { get; init; }
    public required string Visit { get; init; }
    public required string Chat { get; init; }
    public required string Form { get; init; }
    public required string Email { get; init; }
    /// <summary>Hole {languages}.</summary>
    public required string InLanguages { get; init; }
    /// <summary>Holes {date} and {source}: "seen on {date} at {source}, not confirmed".</summary>
    public required string SeenNotConfirmed { get; init; }
    /// <summary>Hole {date}.</summary>
    public required string VerifiedOn { get; init; }
    public required string WhoLegend { get; init; }
    public required string WhoAnyone { get; init; }
    public required string WhoYourself { get; init; }
    public required string WhoYoungPeople { get; init; }
    public required string WhoParents { get; init; }
    public required string WhoSomeoneElse { get; init; }
    public required string NationLegend { get; init; }
    public required string NationAny { get; init; }
    public required string NationScotland { get; init; }
    public required string NationEngland { get; init; }
    public required string NationWales { get; init; }
    public required string NationNorthernIreland { get; init; }
    public required string ShowHelp { get; init; }
    public required string WeDoNotAsk { get; init; }
    public required string Results { get; init; }
    public required string NothingFound { get; init; }
    public required string DangerHeading { get; init; }
    /// <summary>Hole {999}, drawn as a telephone link.</summary>
    public required string DangerBody { get; init; }
    /// <summary>Hole {101}, drawn as a telephone link.</summary>
    public required string NonEmergencyBody { get; init; }
    /// <summary>Holes {closed} and {open}, names of services: "{closed} is closed now. {open} is open."</summary>
    public required string Meanwhile { get; init; }
    /// <summary>Said instead of 12 am where the clock has twelve hours.</summary>
    public required string Midnight { get; init; }
    /// <summary>Said instead of 12 pm.</summary>
    public required string Midday { get; init; }

    public string NameOf(Nation nation) =>
        nation == Nation.Scotland ? NationScotland : nation == Nation.England ? NationEngland : nation == Nation.Wales ? NationWales : NationNorthernIreland;

    public string NameOf(Audience audience) =>
        audience == Audience.Yourself ? WhoYourself : audience == Audience.YoungPeople ? WhoYoungPeople : audience == Audience.Parents ? WhoParents : WhoSomeoneElse;
}
