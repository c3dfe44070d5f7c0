using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Help.Directory.OpenReferral;

/// <summary>The shapes of the Human Services Data Specification 3.1 (Open Referral) that a helpline needs. Null members are left out.</summary>
internal sealed record HsdsPage(
    int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IReadOnlyList<HsdsService> Contents);

/// <param name="Slug">Ours: the service's id in the pack; readable, and accepted wherever <see cref="Id"/> is.</param>
/// <param name="Kind">Ours: what kind of door it is.</param>
/// <param name="Audiences">Ours: whom it helps.</param>
internal sealed record HsdsService(
    Guid Id,
    string Slug,
    string Name,
    string? Description,
    string? Url,
    string? Email,
    string Status,
    string Kind,
    IReadOnlyList<string> Audiences,
    string? AssuredDate,
    HsdsOrganization Organization,
    IReadOnlyList<HsdsPhone>? Phones,
    IReadOnlyList<HsdsSchedule>? Schedules,
    IReadOnlyList<HsdsServiceArea> ServiceAreas,
    IReadOnlyList<HsdsLanguage>? Languages,
    IReadOnlyList<HsdsUrl>? AdditionalUrls,
    IReadOnlyList<HsdsMetadata> Metadata);

internal sealed record HsdsOrganization(Guid Id, string Name, string Description, string? Website);

internal sealed record HsdsPhone(Guid Id, string Number, string Type);

/// <param name="Timezone">Hours from UTC on <paramref name="ValidFrom"/>; true for that day only.</param>
/// <param name="IanaTimezone">Ours: the zone the times are local to. Use it: the offset is wrong half the year.</param>
/// <param name="OpensAt">With the offset on the next day of this weekday, as the format asks.</param>
internal sealed record HsdsSchedule(
    Guid Id, string Freq, int Interval, string Byday, string OpensAt, string ClosesAt, decimal Timezone, string IanaTimezone, string ValidFrom, string? ValidTo, string Notes);

internal sealed record HsdsServiceArea(Guid Id, string Name, string Uri);

internal sealed record HsdsLanguage(Guid Id, string Name, string Code);

internal sealed record HsdsUrl(Guid Id, string Label, string Url);

/// <summary>Provenance of one field.</summary>
/// <param name="LastActionType"><c>seen</c> on the service's own page, or <c>verified</c> by a person. People are not named.</param>
/// <param name="Source">Ours: the page it was read on.</param>
/// <param name="ExpiresOn">Ours: the day from which it must not be shown unless checked again.</param>
internal sealed record HsdsMetadata(
    Guid Id, string ResourceType, string FieldName, string LastActionDate, string LastActionType, string PreviousValue, string ReplacementValue, string UpdatedBy, string Source, string? ExpiresOn);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(HsdsPage))]
[JsonSerializable(typeof(HsdsService))]
internal sealed partial class HsdsJson : JsonSerializerContext;

internal static class HsdsText
{
    /// <summary>Letters stay letters: the answer is never put into a page.</summary>
    internal static HsdsJson Readable { get; } = new(new JsonSerializerOptions(HsdsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
