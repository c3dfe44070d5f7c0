using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>A field of a service that keeps a campaign from being put on the air: nobody called or visited, or it was too long ago.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Field">Its key in <c>services.yaml</c>.</param>
/// <param name="Reason">Continues the field: <c>is seen, not verified</c>.</param>
public sealed record ServiceDoubt(string Service, string Field, string Reason)
{
    /// <summary>The doubts of a list, in its order. Days of grace (<see cref="ServiceList.HideDays"/>) are for what is on the air already, not for what is about to be.</summary>
    public static IReadOnlyList<ServiceDoubt> Of(ServiceList list, LocalDate today) =>
    [
        .. from service in list.Services
           where !Showing.IsAlwaysShown(service)
           from field in Provenance.Fields(service)
           let reason = Against(field.State, field.ExpiresOn, today)
           where reason is not null
           select new ServiceDoubt(service.Name.Value, field.Key, reason),
    ];

    /// <summary>One sentence a service, with its fields gathered by what is wrong with them: <c>Childline: phone, hours: each is seen, not verified</c>.</summary>
    public static IEnumerable<string> Sentences(IEnumerable<ServiceDoubt> doubts) => doubts
        .GroupBy(d => d.Service)
        .Select(s => $"{s.Key}: {string.Join("; ", s.GroupBy(d => d.Reason).Select(r => r.Count() == 1 ? $"{r.Single().Field} {r.Key}" : $"{string.Join(", ", r.Select(d => d.Field))}: each {r.Key}"))}");

    public override string ToString() => $"{Service}: {Field} {Reason}";

    private static string? Against(FieldState state, LocalDate? expiresOn, LocalDate today) => state switch
    {
        // Never shown, so it can mislead nobody.
        FieldState.Historical => null,
        FieldState.Seen => "is seen, not verified",
        FieldState.Unverified => "is not verified",
        _ => expiresOn is { } day && day <= today ? $"expired on {day:uuuu-MM-dd}" : null,
    };
}
