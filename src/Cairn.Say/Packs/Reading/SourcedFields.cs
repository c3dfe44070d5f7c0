using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Reading;

/// <summary>The fields of one service, each with its value, state, source and dates.</summary>
internal sealed class SourcedFields(YamlMap service, string id, LocalTexts texts)
{
    private FindingList Findings => service.Findings;

    public Sourced<string>? Text(string key) => Field(key, map => map.Text("value"));

    public Sourced<string>? Phone(string key) => Field(key, map => map.Written("value"));

    public Sourced<LocalText>? Local(string key) => Field(key, map => texts.Read(map, "value", TextSort.Service, id));

    public Sourced<Uri>? Address(string key) => Field(key, map => map.Https("value", FileRules.NotHttps));

    public Sourced<string>? Email(string key) => Field(key, map =>
    {
        if (map.Text("value") is not { } written)
            return null;
        if (EmailForm.Fits(written))
            return written;
        Findings.Add(ServiceRules.NotAnEmail, map.At("value"), $"'{written}' is not an e-mail address.");
        return null;
    });

    public Sourced<IReadOnlyList<Language>>? Languages(string key) => Field<IReadOnlyList<Language>>(key, map =>
    {
        var languages = new List<Language>();
        foreach (var (code, place) in map.Written("value", "a language code"))
        {
            if (Language.TryParse(code, null, out var language))
                languages.Add(language);
            else
                Findings.Add(TextRules.NotALanguage, place, $"'{code}' is not a language code.");
        }

        return languages;
    });

    public Sourced<OpeningHours>? Hours(string key) => Field(key, map =>
    {
        IReadOnlyList<string>? lines = map.IsList("value") ? [.. map.Written("value", "a line of hours").Select(l => l.Text)] : map.Written("value") is { } one ? [one] : null;
        var zone = map.Text("zone") is { } name ? Zone(name, map) : null;
        var holidays = map.Choice("on_holidays", Vocabulary.HolidayRules);
        if (lines is null || zone is null || holidays is not { } rule)
            return null;
        if (OpeningHours.TryParse(lines, zone, rule, out var hours, out var problem))
            return hours;
        Findings.Add(ServiceRules.BadHours, map.At("value"), $"These hours cannot be read: {string.Join("; ", lines)}.", problem);
        return null;
    });

    private DateTimeZone? Zone(string name, YamlMap map)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
            return zone;
        Findings.Add(ServiceRules.UnknownZone, map.At("zone"), $"'{name}' is not a time zone.");
        return null;
    }

    private Sourced<T>? Field<T>(string key, Func<YamlMap, T?> read)
        where T : class
    {
        if (service.OptionalMap(key) is not { } map)
            return null;
        texts.Things.Declare($"service:{id}:{key}", map.Place);
        texts.Things.Declare($"service:{id}:{key}:expires", map.At("expires_on"));
        var value = read(map);
        var state = map.Choice("state", Vocabulary.States);
        var verified = state == FieldState.Verified;
        var shown = state is FieldState.Seen or FieldState.Verified;

        var source = Given(map, "source", key) ? map.Https("source", ServiceRules.SourceNotHttps) : null;
        var checkedOn = Given(map, verified ? "verified_on" : "seen_on", key) ? map.Day(verified ? "verified_on" : "seen_on") : null;
        var expires = (!shown && !map.Has("expires_on")) || !Given(map, "expires_on", key) ? null : map.Day("expires_on");
        string? by = null;
        if (verified && !map.Has("verified_by"))
            Findings.Add(ServiceRules.VerifiedByNobody, map.Place, $"Nobody is named who verified '{key}' of {id}.");
        else if (verified)
            by = map.Text("verified_by");
        map.Done();

        return value is null || state is not { } known || source is null || checkedOn is not { } day ? null : new(value, known, source, day, by, expires);
    }

    private bool Given(YamlMap map, string key, string field)
    {
        if (map.Has(key))
            return true;
        map.OptionalText(key);
        Findings.Add(ServiceRules.Unsourced, map.Place, $"'{field}' of {id} has no {key}.", $"add '{key}:'");
        return false;
    }
}
