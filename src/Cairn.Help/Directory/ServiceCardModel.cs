using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>What a card says about one service, in one language and minute. Plain text only; made from showable fields.</summary>
/// <param name="Tone"><c>open</c>, <c>closed</c> or <c>unknown</c>: the look of the status, never its only sign.</param>
/// <param name="Status">Null when there is nothing to open: a service without voice or chat whose hours nobody gave.</param>
/// <param name="Nations">Set when it serves only some of the nations.</param>
/// <param name="Provenance">One line for each place and day its fields were read or confirmed.</param>
public sealed record ServiceCardModel(
    string Id,
    string Name,
    string Tone,
    string? Status,
    string? About,
    string? Nations,
    CardNumber? Phone,
    CardNumber? Textphone,
    IReadOnlyList<CardWay> Ways,
    string? Languages,
    IReadOnlyList<string> Provenance)
{
    /// <param name="clock">The frame's <c>clock</c> word: <c>12</c> or <c>24</c>.</param>
    public static ServiceCardModel Of(ListedService listed, DirectoryWords words, Language language, string clock, Instant now)
    {
        var service = listed.Service;
        var spoken = new SpokenTime(language, words, clock == "12");
        var answersInPerson = service.Phone is not null || service.Textphone is not null || service.Chat is not null || service.Hours is not null;
        return new(
            service.Id,
            service.Name.Value,
            listed.IsOpen ? "open" : listed.Opening is Opening.Opens ? "closed" : "unknown",
            answersInPerson ? spoken.Status(listed.Opening, now, service.Hours?.Value.Zone ?? Showing.Zone) : null,
            service.About?.Value.In(language),
            NationsOf(service, words, language),
            Number(service.Phone, words.Call),
            Number(service.Textphone, words.Textphone),
            [.. WaysOf(service, words)],
            service.Languages is { } spokenThere
                ? words.InLanguages.Replace("{languages}", string.Join(language.ListSeparator, spokenThere.Value.Select(l => l.OwnName)), StringComparison.Ordinal)
                : null,
            Directory.Provenance.Lines(service, words, spoken));
    }

    private static CardNumber? Number(Sourced<string>? field, string label) =>
        field is null ? null : new(label, field.Value, "tel:" + Showing.Digits(field.Value));

    private static IEnumerable<CardWay> WaysOf(Service service, DirectoryWords words)
    {
        // Editors often give one page for several ways; the same link twice only makes the list longer.
        var ways = new (Sourced<Uri>? Field, string Label)[] { (service.Chat, words.Chat), (service.Form, words.Form), (service.Website, words.Visit) };
        foreach (var (field, label) in ways.Where(w => w.Field is not null).DistinctBy(w => w.Field!.Value.AbsoluteUri))
            yield return new(label, field!.Value.AbsoluteUri);
        if (service.Email is { } email)
            yield return new(words.Email, "mailto:" + email.Value);
    }

    private static string? NationsOf(Service service, DirectoryWords words, Language language) =>
        Nation.All.All(service.Nations.Contains) ? null : string.Join(language.ListSeparator, Nation.All.Where(service.Nations.Contains).Select(words.NameOf));
}

/// <param name="Text">The number as printed; always read left to right.</param>
public sealed record CardNumber(string Label, string Text, string Href);

public sealed record CardWay(string Label, string Href);
