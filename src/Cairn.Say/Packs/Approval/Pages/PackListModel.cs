namespace Cairn.Say.Packs.Approval.Pages;

/// <summary>Every revision that is kept, as the console lists them.</summary>
public sealed record PackListModel(IReadOnlyList<PackRow> Waiting, IReadOnlyList<PackRow> InForce, IReadOnlyList<PackRow> History);

/// <param name="When">The last thing that was done with it.</param>
/// <param name="By">Who did it.</param>
/// <param name="Findings">What the check finds in it today; null where it was not asked.</param>
public sealed record PackRow(string Revision, string Pack, string State, Moment When, string By, int? Findings);

/// <summary>An instant for people and for programs.</summary>
public sealed record Moment(string Text, string Machine)
{
    private static readonly NodaTime.DateTimeZone Zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <param name="milliseconds">Since 1970.</param>
    internal static Moment At(long milliseconds)
    {
        var instant = NodaTime.Instant.FromUnixTimeMilliseconds(milliseconds);
        return new(
            NodaTime.Text.ZonedDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm", null).Format(instant.InZone(Zone)),
            NodaTime.Text.InstantPattern.General.Format(instant));
    }
}
