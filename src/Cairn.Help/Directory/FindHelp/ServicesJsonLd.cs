using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory.Hours;
using NodaTime;

namespace Cairn.Help.Directory.FindHelp;

/// <summary>The directory as schema.org terms, for search engines and assistants. A document of its own, because a page has no script element.</summary>
internal static class ServicesJsonLd
{
    internal static byte[] Write(ServiceDirectory directory, DirectoryWords words, Frame frame, Instant now)
    {
        var found = directory.For(audience: null, nation: null, now);
        var items = new JsonArray();
        foreach (var listed in found.Urgent.Concat(found.Doors))
            items.Add((JsonNode)new JsonObject { ["@type"] = "ListItem", ["position"] = items.Count + 1, ["item"] = Item(listed.Service, words, frame.Language) });

        return JsonBytes.Of(new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ItemList",
            ["@id"] = $"{frame.Address}/{frame.Language.Code}/find-help.jsonld",
            ["url"] = $"{frame.Address}/{frame.Language.Code}/find-help",
            ["name"] = words.Heading,
            ["inLanguage"] = frame.Language.Code,
            ["description"] = frame.Demonstration ? frame.Words.Demonstration : null,
            ["numberOfItems"] = items.Count,
            ["itemListElement"] = items,
        });
    }

    private static JsonObject Item(Service service, DirectoryWords words, Language language)
    {
        var channels = new JsonArray();
        void Channel(string key, JsonNode value) =>
            channels.Add((JsonNode)new JsonObject { ["@type"] = "ServiceChannel", [key] = value, ["availableLanguage"] = LanguagesOf(service) });
        if (service.Phone is { } phone)
            Channel("servicePhone", new JsonObject { ["@type"] = "ContactPoint", ["contactType"] = words.Call, ["telephone"] = phone.Value });
        foreach (var address in new[] { service.Website, service.Chat, service.Form }.OfType<Sourced<Uri>>().DistinctBy(a => a.Value))
            Channel("serviceUrl", address.Value.AbsoluteUri);

        return new JsonObject
        {
            ["@type"] = "Service",
            ["name"] = service.Name.Value,
            ["description"] = service.About?.Value.In(language),
            ["email"] = service.Email?.Value,
            ["areaServed"] = new JsonArray([.. service.Nations.Select(n => new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = words.NameOf(n), ["identifier"] = n.Code })]),
            ["audience"] = new JsonArray([.. service.Audiences.Select(a => new JsonObject { ["@type"] = "Audience", ["audienceType"] = words.NameOf(a) })]),
            ["availableChannel"] = channels,
            ["hoursAvailable"] = service.Hours is { } hours ? HoursOf(hours.Value) : null,
        };
    }

    private static JsonArray? LanguagesOf(Service service) =>
        service.Languages is { } languages ? new JsonArray([.. languages.Value.Select(l => JsonValue.Create(l.Code))]) : null;

    // schema.org reads a closing before its opening as the next day; a stretch of several days is cut at midnight.
    private static JsonArray HoursOf(OpeningHours hours) =>
        new([.. WeekOfDays.Of(hours).Select(part => new JsonObject
        {
            ["@type"] = "OpeningHoursSpecification",
            ["dayOfWeek"] = part.Day.ToString(),
            ["opens"] = part.Opens.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["closes"] = part.Closes?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "23:59:59",
        })]);
}
