using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>messages/{l}.yaml</c>: the reference language decides which messages there are, the others translate.</summary>
internal sealed class MessageReader(IReadOnlyList<PackLanguage> languages, PackMap things, FindingList findings)
{
    private static readonly string[] Translated = ["heading", "body", "way_label"];

    private readonly Dictionary<string, Dictionary<string, Dictionary<Language, string>>> texts = new(StringComparer.Ordinal);
    private readonly List<(string Id, Audience Audience, MessageAim Aim, MessageAppeal Appeal, IReadOnlyList<string> Covers, string Way, string Evidence, string? Figure)> facts = [];
    private readonly Dictionary<string, Audience?> audiences = new(StringComparer.Ordinal);

    private Language Reference => languages[0].Language;

    /// <param name="file">Null when the language has no readable file.</param>
    public void ReadReference(YamlMap? file)
    {
        if (file is null)
            return;
        foreach (var map in file.Maps("messages"))
        {
            var id = map.Id();
            var audience = map.ChoiceOf("audience", Vocabulary.Audiences);
            var aim = map.Choice("aim", Vocabulary.Aims);
            var appeal = map.Choice("appeal", Vocabulary.Appeals);
            var covers = map.Choices("covers", Vocabulary.Topics);
            var way = map.Text("way");
            var evidence = map.Text("evidence");
            var figure = map.OptionalText("figure");
            if (id is not null && !things.Declare($"message:{id}", map.Place))
            {
                findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another message '{id}'.");
                id = null;
            }

            var own = Texts(map, id ?? "?", audience, Reference);
            map.Done();
            if (way is not null)
                things.Links.Add(new(map.At("way"), Reference, null, way));
            if (figure is not null)
                things.Citations.Add(new(map.At("figure"), Reference, "", "figure", figure));
            if (id is null)
                continue;

            things.Declare($"message:{id}:appeal", map.At("appeal"));
            audiences[id] = audience;
            texts[id] = own;
            if (audience is not null && aim is { } a && appeal is { } b && way is not null && own.Values.All(t => t.ContainsKey(Reference)))
                facts.Add((id, audience, a, b, covers ?? [], way, evidence ?? "", figure));
        }

        file.Done();
    }

    public void ReadTranslation(YamlMap file, Language language)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in file.Maps("messages"))
        {
            var id = map.Id();
            if (id is null)
                continue;
            if (things.Unread.Contains($"messages/{Reference}.yaml"))
                continue;
            if (!things.Knows($"message:{id}"))
            {
                findings.Add(TextRules.NotInReference, map.At("id"), $"There is no message '{id}' in '{Reference}'.", Nearest.To(id, things.Names("message")) is { } near ? $"did you mean '{near}'?" : null);
                continue;
            }

            if (!seen.Add(id))
                findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another message '{id}'.");
            var translated = Texts(map, id, audiences.GetValueOrDefault(id), language);
            map.Done();
            foreach (var (key, text) in translated)
            {
                if (text.TryGetValue(language, out var words) && texts.TryGetValue(id, out var known))
                    known[key].TryAdd(language, words);
            }
        }

        foreach (var lacking in texts.Keys.Where(id => !seen.Contains(id)))
            things.Gaps.Add(new(file.Place, language, $"message '{lacking}'"));
        file.Done();
    }

    public IReadOnlyList<Message> Messages() =>
        [.. facts.Select(f => new Message(f.Id, f.Audience, f.Aim, f.Appeal, f.Covers, Local(f.Id, "heading"), Local(f.Id, "body"), f.Way, Local(f.Id, "way_label"), f.Evidence, f.Figure))];

    private LocalText Local(string id, string key) => new(Reference, texts[id][key]);

    private Dictionary<string, Dictionary<Language, string>> Texts(YamlMap map, string id, Audience? audience, Language language)
    {
        var found = new Dictionary<string, Dictionary<Language, string>>(StringComparer.Ordinal);
        foreach (var key in Translated)
        {
            found[key] = [];
            if (language != Reference && !map.Has(key))
            {
                // Asked for, so that the key counts as known; its absence is a gap of the language, not a missing key.
                map.OptionalText(key);
                things.Gaps.Add(new(map.Place, language, $"'{key}' of message '{id}'"));
            }
            else if (map.Text(key) is { } text)
            {
                if (text.Contains("[[", StringComparison.Ordinal))
                    findings.Add(PageRules.BadToken, map.At(key), "Double brackets are for pages; here they would be printed.", "a message cites a figure with a key of its own: figure: ID");
                found[key][language] = text;
                things.Texts.Add(new(map.At(key), map.LastLine(key), language, audience, TextSort.Message, id, key, 0, text));
            }
        }

        return found;
    }
}
