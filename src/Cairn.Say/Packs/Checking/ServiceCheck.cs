using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Checking;

/// <summary>SERV: numbers, dates and whether there is enough help for everybody.</summary>
internal static class ServiceCheck
{
    private const int FewestWays = 2;

    public static void Run(Checked on)
    {
        foreach (var service in on.Pack.Services.Services)
        {
            foreach (var field in Fields(service))
                Dates(on, service, field);
            foreach (var (key, phone) in Numbers(service))
            {
                if (!Phones.CanBe(phone.Value))
                    on.Findings.Add(ServiceRules.ImpossiblePhone, At(on, service, key), $"{phone.Value} cannot be a number in the United Kingdom.");
            }
        }

        DeadNumbers(on);
        if (!on.Map.Unread.Contains("services.yaml"))
            Enough(on);
    }

    /// <summary>True when the pack shows this service with at least one number or address today.</summary>
    public static bool HasWayIn(Checked on, Service service) =>
        Fields(service).Any(f => f.Key is "phone" or "textphone" or "website" or "chat" or "form" or "email" && Shown(on, f));

    private static bool Shown(Checked on, Field field) =>
        field.State is FieldState.Seen or FieldState.Verified && !(field.ExpiresOn is { } day && day.PlusDays(on.Pack.Services.HideDays) <= on.Today);

    private static void Dates(Checked on, Service service, Field field)
    {
        var place = At(on, service, field.Key);
        if (field.CheckedOn > on.Today)
            on.Findings.Add(ServiceRules.ServiceDates, place, $"'{field.Key}' of {service.Id} was looked at on a day that has not come.");
        if (field.ExpiresOn is not { } expires)
            return;
        var line = on.Map.Of($"service:{service.Id}:{field.Key}:expires", place);
        if (expires <= field.CheckedOn)
            on.Findings.Add(ServiceRules.ServiceDates, line, $"'{field.Key}' of {service.Id} expires before it was looked at.");
        else if (field.State is not (FieldState.Seen or FieldState.Verified))
            return;
        else if (expires <= on.Today)
            on.Findings.Add(ServiceRules.Expired, line, $"'{field.Key}' of {service.Id} expired on {expires:uuuu-MM-dd}.");
        else if (expires.PlusDays(-on.Pack.Services.WarnDays) <= on.Today)
            on.Findings.Add(ServiceRules.ExpiresSoon, line, $"'{field.Key}' of {service.Id} expires on {expires:uuuu-MM-dd}.");
    }

    private static void DeadNumbers(Checked on)
    {
        var numbers = on.Pack.Services.Services.SelectMany(s => Numbers(s).Select(n => (Service: s, n.Key, n.Phone))).ToList();
        var dead = numbers.Where(n => n.Phone.State == FieldState.Historical).Select(n => n.Phone.Value).ToList();
        foreach (var shown in numbers.Where(n => n.Phone.State is FieldState.Seen or FieldState.Verified && dead.Exists(d => Phones.Reaches(n.Phone.Value, d))))
            on.Findings.Add(ServiceRules.DeadNumber, At(on, shown.Service, shown.Key), $"{shown.Phone.Value} is historical in another place.");
    }

    private static void Enough(Checked on)
    {
        foreach (var audience in Audience.All)
        {
            foreach (var nation in Nation.All)
            {
                var ways = on.Pack.Services.Services.Count(s =>
                    s.Audiences.Contains(audience) && s.Nations.Contains(nation) && s.Kind != ServiceKind.Emergency
                    && !(s.Phone is { } phone && Phones.IsPolice(phone.Value)) && HasWayIn(on, s));
                if (ways < FewestWays)
                    on.Findings.Add(ServiceRules.TooFewWays, new("services.yaml", 1), $"{audience} in {nation} find {(ways == 0 ? "no way" : "only one way")} besides 999 and 101.");
            }
        }
    }

    private static Place At(Checked on, Service service, string key) => on.Map.Of($"service:{service.Id}:{key}", new("services.yaml", 1));

    private static IEnumerable<(string Key, Sourced<string> Phone)> Numbers(Service service)
    {
        if (service.Phone is { } phone)
            yield return ("phone", phone);
        if (service.Textphone is { } textphone)
            yield return ("textphone", textphone);
    }

    private static IEnumerable<Field> Fields(Service s) => new[]
    {
        Field.Of("name", s.Name), Field.Of("about", s.About), Field.Of("phone", s.Phone), Field.Of("textphone", s.Textphone), Field.Of("website", s.Website),
        Field.Of("chat", s.Chat), Field.Of("form", s.Form), Field.Of("email", s.Email), Field.Of("languages", s.Languages), Field.Of("hours", s.Hours),
    }.OfType<Field>();

    /// <summary>A field without its value, so that all kinds of fields can be looked at alike.</summary>
    private sealed record Field(string Key, FieldState State, LocalDate CheckedOn, LocalDate? ExpiresOn)
    {
        public static Field? Of<T>(string key, Sourced<T>? sourced) => sourced is null ? null : new(key, sourced.State, sourced.CheckedOn, sourced.ExpiresOn);
    }
}
