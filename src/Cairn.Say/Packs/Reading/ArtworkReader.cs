using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Motifs;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>artwork.yaml</c>: where artwork hangs, and what it is.</summary>
internal sealed partial class ArtworkReader(LocalTexts texts, PackMap things, IReadOnlyList<Message> messages)
{
    internal static readonly FrozenDictionary<string, ArtworkLayout> Layouts = Enum.GetValues<ArtworkLayout>().ToFrozenDictionary(l => l.ToString().ToLowerInvariant());

    internal static readonly FrozenDictionary<string, Motif> Motifs = Enum.GetValues<Motif>().ToFrozenDictionary(m => m.ToString().ToLowerInvariant());

    public (IReadOnlyList<Placement> Placements, IReadOnlyList<Artwork> Artworks) Read(YamlMap file)
    {
        var placements = Placements(file);
        // A campaign that only prints what others made has placements and no artwork.
        var artworks = file.Has("artworks") ? file.Maps("artworks").Select(Artwork).OfType<Artwork>().ToList() : [];
        file.Done();
        return (placements, artworks);
    }

    private List<Placement> Placements(YamlMap file)
    {
        var placements = new List<Placement>();
        foreach (var map in file.Maps("placements"))
        {
            var (code, name, channel, to) = (map.Written("code"), map.Text("name"), map.Text("channel"), map.Text("to"));
            map.Done();
            if (code is not null && !CodeForm().IsMatch(code))
                file.Findings.Add(PageRules.BadCode, map.At("code"), $"'{code}' cannot be printed on artwork.");
            else if (code is not null && !things.Declare($"placement:{code}", map.Place))
                file.Findings.Add(FileRules.DuplicateId, map.At("code"), $"There is another placement '{code}'.");
            else if (code is not null && name is not null && channel is not null && to is not null)
                placements.Add(new(code, name, channel, to));
            if (to is not null)
                things.Links.Add(new(map.At("to"), texts.Reference, null, to));
        }

        return placements;
    }

    private Artwork? Artwork(YamlMap map)
    {
        var id = map.Id();
        var name = $"artwork '{id}'";
        var layout = map.Choice("layout", Layouts);
        var message = Message(map);
        var figure = layout == ArtworkLayout.Figure ? map.Text("figure") : null;
        var audience = map.Has("audience") ? map.ChoiceOf("audience", Vocabulary.Audiences) : message?.Audience;
        var headline = Text(map, "headline", name, audience) ?? message?.Heading;
        var (brief, answer, label) = (Text(map, "short", name, audience), Text(map, "answer", name, audience), Text(map, "label", name, audience) ?? message?.WayLabel);
        var service = map.OptionalText("service") ?? (message?.Way.StartsWith("service:", StringComparison.Ordinal) == true ? message.Way["service:".Length..] : null);
        var motif = map.Has("motif") ? map.Choice("motif", Motifs) : Motif.None;
        var (alternative, post) = (Text(map, "alternative", name, audience), map.Has("post") ? Text(map, "post", name, audience) : message?.Body);
        var formats = Formats(map);
        var code = map.Written("code");
        var codes = Codes(map);
        map.Done();

        if (id is not null && !things.Declare($"artwork:{id}", map.Place))
        {
            map.Findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another artwork '{id}'.");
            return null;
        }

        if (alternative is null && !map.Has("alternative"))
            map.Findings.Add(ArtworkRules.NoAlternative, map.Place, $"The artwork '{id}' has no alternative text.");
        Missing(map, "headline", headline, layout);
        Missing(map, "label", label, layout);
        Missing(map, "post", post, layout);
        if (layout == ArtworkLayout.Question && answer is null && !map.Has("answer"))
            map.Findings.Add(FileRules.MissingKey, map.Place, "A question has an answer.", "add 'answer:'");
        if (id is null || layout is not { } chosen || headline is null || label is null || alternative is null || post is null || code is null || motif is not { } drawn || (chosen == ArtworkLayout.Question && answer is null))
            return null;
        return new(id, chosen, audience, message?.Id, figure, headline, brief, answer, label, service, drawn, alternative, post, formats, code, codes);
    }

    private Message? Message(YamlMap map)
    {
        if (!map.Has("message"))
            return null;
        if (map.Text("message") is not { } id)
            return null;
        if (messages.FirstOrDefault(m => m.Id == id) is { } message)
            return message;
        if (!things.Knows($"message:{id}") && !things.Unread.Contains($"messages/{texts.Reference}.yaml"))
            map.Findings.Add(ArtworkRules.NothingToDraw, map.At("message"), $"There is no message '{id}'.", Nearest.To(id, messages.Select(m => m.Id)) is { } near ? $"did you mean '{near}'?" : null);
        return null;
    }

    private LocalText? Text(YamlMap map, string key, string name, Audience? audience) => map.Has(key) ? texts.Read(map, key, TextSort.Artwork, name, audience) : Unasked(map, key);

    // Asked for, so that the key counts as known.
    private static LocalText? Unasked(YamlMap map, string key)
    {
        map.OptionalMap(key);
        return null;
    }

    // What neither the artwork nor its message says. A message that could not be read has its own finding.
    private static void Missing(YamlMap map, string key, LocalText? text, ArtworkLayout? layout)
    {
        if (text is null && !map.Has(key) && !map.Has("message") && layout is not null)
            map.Findings.Add(FileRules.MissingKey, map.Place, $"The key '{key}' is missing.", $"add '{key}:', or 'message:' to take the message's");
    }

    private static List<PosterFormat> Formats(YamlMap map)
    {
        var formats = new List<PosterFormat>();
        if (!map.Has("formats"))
        {
            map.OptionalText("formats");
            return [.. PosterFormat.All];
        }

        foreach (var (written, place) in map.Written("formats", "the name of a format"))
        {
            if (PosterFormat.Named(written) is { } format)
                formats.Add(format);
            else
                map.Findings.Add(ArtworkRules.UnknownFormat, place, $"'{written}' is not a format.", Nearest.To(written, PosterFormat.All.Select(f => f.Name)) is { } near ? $"did you mean '{near}'?" : null);
        }

        return formats;
    }

    private static Dictionary<string, string> Codes(YamlMap map)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.OptionalMap("codes") is not { } named)
            return codes;
        foreach (var format in named.Keys.ToList())
        {
            if (PosterFormat.Named(format) is null)
                map.Findings.Add(ArtworkRules.UnknownFormat, named.At(format), $"'{format}' is not a format.");
            if (named.Written(format) is { } code)
                codes[format] = code;
        }

        named.Done();
        return codes;
    }

    [GeneratedRegex(@"^[a-z0-9]{3,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
