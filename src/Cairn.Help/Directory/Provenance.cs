using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>Where the fields of a card come from, said once for fields that share a place and a day.</summary>
internal static class Provenance
{
    internal static IReadOnlyList<string> Lines(Service service, DirectoryWords words, SpokenTime spoken) =>
        [.. Fields(service)
            .Where(f => f.State is FieldState.Seen or FieldState.Verified)
            .Select(f => f.State == FieldState.Verified ? (f.State, f.On, Host: "") : (f.State, f.On, Host: Host(f.Source.Host)))
            .Distinct()
            .Select(f => f.State == FieldState.Verified
                ? words.VerifiedOn.Replace("{date}", spoken.Date(f.On), StringComparison.Ordinal)
                : SeenLine(f.On, f.Host, words, spoken))];

    internal static string SeenLine(LocalDate on, Uri source, DirectoryWords words, SpokenTime spoken) => SeenLine(on, Host(source.Host), words, spoken);

    private static string SeenLine(LocalDate on, string host, DirectoryWords words, SpokenTime spoken) =>
        words.SeenNotConfirmed.Replace("{date}", spoken.Date(on), StringComparison.Ordinal).Replace("{source}", host, StringComparison.Ordinal);

    /// <summary>The fields that are present, the way to call first.</summary>
    internal static IEnumerable<(string Key, FieldState State, LocalDate On, Uri Source, LocalDate? ExpiresOn)> Fields(Service service)
    {
        return new[]
        {
            Field("phone", service.Phone), Field("textphone", service.Textphone), Field("chat", service.Chat), Field("form", service.Form),
            Field("website", service.Website), Field("email", service.Email), Field("hours", service.Hours), Field("name", service.Name),
            Field("about", service.About), Field("languages", service.Languages),
        }.OfType<(string, FieldState, LocalDate, Uri, LocalDate?)>();

        static (string, FieldState, LocalDate, Uri, LocalDate?)? Field<T>(string key, Sourced<T>? field) =>
            field is null ? null : (key, field.State, field.CheckedOn, field.Source, field.ExpiresOn);
    }

    private static string Host(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
