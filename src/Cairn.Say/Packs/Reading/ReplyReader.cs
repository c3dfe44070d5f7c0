using Cairn.Foundation.Text;
using Cairn.Help.Helpline;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>replies/{l}.yaml</c>: the reference language decides which replies there are, the others translate.</summary>
/// <remarks>A reply without a body in a language does not exist in it, so that nobody is answered in another language by mistake.</remarks>
internal sealed class ReplyReader(IReadOnlyList<PackLanguage> languages, PackMap things, FindingList findings)
{
    internal const int LongestName = 60, LongestBody = 4000;

    private readonly Dictionary<Language, IReadOnlyList<CannedReply>> replies = [];
    private readonly List<(string Id, string? Name)> reference = [];

    private Language Reference => languages[0].Language;

    public void ReadReference(YamlMap file)
    {
        var found = new List<CannedReply>();
        foreach (var map in file.Maps("replies"))
        {
            var id = map.Id();
            if (id is not null && !things.Declare($"reply:{id}", map.Place))
            {
                findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another reply '{id}'.");
                id = null;
            }

            var (name, body) = (Text(map, id, "name", Reference), Text(map, id, "body", Reference));
            map.Done();
            if (id is null)
                continue;
            reference.Add((id, name));
            if (name is not null && body is not null)
                found.Add(new(id, name, body));
        }

        file.Done();
        replies[Reference] = found;
    }

    public void ReadTranslation(YamlMap file, Language language)
    {
        var found = new Dictionary<string, CannedReply>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in file.Maps("replies"))
        {
            if (map.Id() is not { } id || things.Unread.Contains($"replies/{Reference}.yaml"))
                continue;
            if (!things.Knows($"reply:{id}"))
            {
                findings.Add(TextRules.NotInReference, map.At("id"), $"There is no reply '{id}' in '{Reference}'.", Nearest.To(id, things.Names("reply")) is { } near ? $"did you mean '{near}'?" : null);
                continue;
            }

            if (!seen.Add(id))
                findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another reply '{id}'.");
            var (name, body) = (Text(map, id, "name", language), Text(map, id, "body", language));
            map.Done();
            if (body is not null && (name ?? reference.Find(r => r.Id == id).Name) is { } called)
                found.TryAdd(id, new(id, called, body));
        }

        foreach (var (lacking, _) in reference.Where(r => !seen.Contains(r.Id)))
            things.Gaps.Add(new(file.Place, language, $"reply '{lacking}'"));
        file.Done();
        replies[language] = [.. reference.Where(r => found.ContainsKey(r.Id)).Select(r => found[r.Id])];
    }

    public IReadOnlyDictionary<Language, IReadOnlyList<CannedReply>> Replies() => replies;

    private string? Text(YamlMap map, string? id, string key, Language language)
    {
        if (language != Reference && !map.Has(key))
        {
            // Asked for, so that the key counts as known; its absence is a gap of the language, not a missing key.
            map.OptionalText(key);
            things.Gaps.Add(new(map.Place, language, $"'{key}' of reply '{id}'"));
            return null;
        }

        if (map.Text(key) is not { } text)
            return null;
        things.Texts.Add(new(map.At(key), map.LastLine(key), language, null, TextSort.Reply, id ?? "?", key, 0, text));
        var most = key == "name" ? LongestName : LongestBody;
        if (text.Length > most)
            findings.Add(HelplineRules.LongReply, map.At(key), $"'{key}' of the reply '{id}' has {text.Length:N0} letters; at most {most:N0} are allowed.");
        return text;
    }
}
