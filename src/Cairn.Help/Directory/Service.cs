using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>How far a field of a service may be believed, see <c>docs/packs.md</c>, Services.</summary>
public enum FieldState
{
    /// <summary>Nobody has confirmed it. Never shown, and never read as "closed".</summary>
    Unverified,

    /// <summary>Read on the service's own page. Shown by a demonstration only, with its date and source.</summary>
    Seen,

    /// <summary>A named person called or visited.</summary>
    Verified,

    /// <summary>True once. Never shown.</summary>
    Historical,
}

/// <summary>A value with where it comes from and how long it may be shown.</summary>
/// <param name="Source">The page it was read on; absolute https address.</param>
/// <param name="CheckedOn">Day it was seen or verified.</param>
/// <param name="VerifiedBy">The person who called or visited; only with <see cref="FieldState.Verified"/>.</param>
/// <param name="ExpiresOn">First day on which it is no longer shown (the pack's <c>hide_days</c> are added to it).</param>
public sealed record Sourced<T>(T Value, FieldState State, Uri Source, LocalDate CheckedOn, string? VerifiedBy, LocalDate? ExpiresOn);

/// <summary>What kind of door a service is; the order is the order in which doors of equal standing are offered.</summary>
public enum ServiceKind { Emergency, Police, Helpline, Crisis, Report, SelfHelp, Information }

/// <summary>One way to help. A null field is not known; a field may be known and still not be showable (see <see cref="Sourced{T}"/>).</summary>
public sealed record Service(
    string Id,
    ServiceKind Kind,
    IReadOnlyList<Audience> Audiences,
    IReadOnlyList<Nation> Nations,
    Sourced<string> Name,
    Sourced<LocalText>? About,
    Sourced<string>? Phone,
    Sourced<string>? Textphone,
    Sourced<Uri>? Website,
    Sourced<Uri>? Chat,
    Sourced<Uri>? Form,
    Sourced<string>? Email,
    Sourced<IReadOnlyList<Language>>? Languages,
    Sourced<OpeningHours>? Hours);

/// <summary>Every service of a revision, and the rules for showing them.</summary>
/// <param name="WarnDays">Days before expiry from which editors are warned.</param>
/// <param name="HideDays">Days after expiry during which a field is still shown; 0 hides it on the day.</param>
/// <param name="Demonstration">True lets <see cref="FieldState.Seen"/> fields be shown.</param>
public sealed record ServiceList(
    IReadOnlyList<Service> Services,
    IReadOnlyDictionary<Nation, IReadOnlySet<LocalDate>> Holidays,
    int WarnDays,
    int HideDays,
    bool Demonstration);
