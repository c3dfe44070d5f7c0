using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>services.yaml</c>. Whether what was read is a demonstration is for the publisher to say; here it is not.</summary>
internal static class ServiceReader
{
    public static ServiceList Read(YamlMap file, LocalTexts texts)
    {
        var warn = file.Whole("warn_days", 0, 366);
        var hide = file.Whole("hide_days", 0, 366);
        var holidays = Holidays(file);
        var services = new List<Service>();
        foreach (var map in file.Maps("services"))
        {
            if (One(map, texts) is { } service)
                services.Add(service);
        }

        file.Done();
        return new(services, holidays, warn ?? 0, hide ?? 0, Demonstration: false);
    }

    private static Service? One(YamlMap map, LocalTexts texts)
    {
        var id = map.Id();
        if (id is not null && !texts.Things.Declare($"service:{id}", map.Place))
        {
            map.Findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another service '{id}'.");
            id = null;
        }

        var fields = new SourcedFields(map, id ?? "?", texts);
        var kind = map.Choice("kind", Vocabulary.Kinds);
        var audiences = map.Choices("audiences", Vocabulary.Audiences);
        var nations = map.Choices("nations", Vocabulary.Nations, ServiceRules.UnknownNation);
        if (!map.Has("name"))
            map.Text("name");
        var name = fields.Text("name");
        var service = new Service(
            id ?? "", kind ?? ServiceKind.Information, audiences ?? [], nations ?? [], name!, fields.Local("about"), fields.Phone("phone"), fields.Phone("textphone"),
            fields.Address("website"), fields.Address("chat"), fields.Address("form"), fields.Email("email"), fields.Languages("languages"), fields.Hours("hours"));
        map.Done();
        return id is null || kind is null || name is null ? null : service;
    }

    private static Dictionary<Nation, IReadOnlySet<LocalDate>> Holidays(YamlMap file)
    {
        var holidays = new Dictionary<Nation, IReadOnlySet<LocalDate>>();
        if (file.Map("holidays") is not { } byNation)
            return holidays;
        foreach (var code in byNation.Keys)
        {
            if (byNation.Map(code) is not { } map)
                continue;
            map.Https("source", ServiceRules.SourceNotHttps);
            var days = new HashSet<LocalDate>();
            foreach (var (written, place) in map.Written("days", "a day"))
            {
                if (NodaTime.Text.LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var day })
                    days.Add(day);
                else
                    file.Findings.Add(FileRules.WrongType, place, $"'{written}' should be a day such as 2026-12-25.");
            }

            map.Done();
            if (Vocabulary.Nations.TryGetValue(code, out var nation))
                holidays[nation] = days;
            else
                file.Findings.Add(ServiceRules.UnknownNation, byNation.At(code), $"'{code}' is not a nation of the United Kingdom.");
        }

        return holidays;
    }
}
