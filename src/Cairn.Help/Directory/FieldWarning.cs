using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>A field that somebody must check again.</summary>
/// <param name="Field">Its key in <c>services.yaml</c>.</param>
/// <param name="HiddenFrom">First day on which it is not shown.</param>
/// <param name="Hidden">True when that day has come.</param>
public sealed record FieldWarning(string ServiceId, string Field, LocalDate ExpiresOn, LocalDate HiddenFrom, bool Hidden)
{
    /// <summary>The fields of a list that expire within its <see cref="ServiceList.WarnDays"/>, the most urgent first.</summary>
    public static IReadOnlyList<FieldWarning> Of(ServiceList list, LocalDate today) =>
        [.. from service in list.Services
            from field in Provenance.Fields(service)
            where field.State is FieldState.Seen or FieldState.Verified
            let expires = field.ExpiresOn ?? LocalDate.MaxIsoValue
            where field.ExpiresOn is not null && today >= expires.PlusDays(-list.WarnDays)
            let hidden = expires.PlusDays(list.HideDays)
            orderby expires, service.Id, field.Key
            select new FieldWarning(service.Id, field.Key, expires, hidden, today >= hidden)];
}
