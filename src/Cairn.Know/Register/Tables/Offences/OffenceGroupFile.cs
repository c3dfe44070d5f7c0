using Cairn.Know.Register.Tables.Mapping;

namespace Cairn.Know.Register.Tables.Offences;

/// <summary>Reads an edition of the classification; a link to what is not there, a code twice or a row without a source is an error with its line.</summary>
internal sealed class OffenceGroupFile
{
    private const int Version = 1;

    private static readonly Dictionary<string, LinkSureness> Surenesses = new(StringComparer.Ordinal) { ["seen"] = LinkSureness.Seen, ["reading"] = LinkSureness.Reading };

    private readonly Dictionary<string, OffenceSource> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OffenceGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OffenceType> types = new(StringComparer.Ordinal);
    private readonly List<OffenceSection> sections = [];

    /// <exception cref="TableException">With the line.</exception>
    public static OffenceGroups Read(string yaml)
    {
        var file = new OffenceGroupFile();
        var root = YamlEntry.Open(yaml);
        var keys = root.Known("version", "edition", "sources", "groups", "types", "sections", "online");
        Need(root, keys, "version").Whole(Version, Version);
        foreach (var (code, entry) in Need(root, keys, "sources").Entries())
            file.sources.Add(Code(code, entry), Source(code, entry));
        foreach (var (code, entry) in Need(root, keys, "groups").Entries())
            file.groups.Add(Code(code, entry), file.Group(code, entry));
        foreach (var (code, entry) in Need(root, keys, "types").Entries())
            file.types.Add(Code(code, entry), file.Type(code, entry));
        foreach (var entry in Need(root, keys, "sections").Items())
            file.Section(entry);
        return new(Edition(Need(root, keys, "edition")), [.. file.groups.Values], [.. file.types.Values], file.sections, file.Online(Need(root, keys, "online")));
    }

    private static string Edition(YamlEntry entry) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(entry.Text()).Success ? entry.Text() : throw entry.Wrong("an edition is a day such as 2026-11-27.");

    private static OffenceSource Source(string code, YamlEntry entry)
    {
        var keys = entry.Known("publisher", "title");
        return new(code, Need(entry, keys, "publisher").Text(), Need(entry, keys, "title").Text());
    }

    private OffenceGroup Group(string code, YamlEntry entry)
    {
        var keys = entry.Known("title", "source");
        return new(code, Need(entry, keys, "title").Text(), SourceOf(entry, keys));
    }

    private OffenceType Type(string code, YamlEntry entry)
    {
        var keys = entry.Known("title", "source", "group", "sure");
        return new(code, Need(entry, keys, "title").Text(), SourceOf(entry, keys), Link(entry, keys));
    }

    private void Section(YamlEntry entry)
    {
        var keys = entry.Known("act", "section", "title", "source", "types", "group", "sure");
        var own = keys.ContainsKey("types") ? Items(keys["types"]) : [];
        if (own.Count > 0 && keys.ContainsKey("group"))
            throw entry.Wrong("a section has types or a group of its own, not both.");
        var link = own.Count == 0 ? Link(entry, keys) : Shared(own);
        LinkSureness? sureness = own.Count == 0 ? null : Need(entry, keys, "sure").Choice(Surenesses);
        // A chain is as sure as its weakest link.
        if (link is not null && sureness is { } typed)
            link = link with { Sureness = (LinkSureness)Math.Max((int)link.Sureness, (int)typed) };
        var section = new OffenceSection(Need(entry, keys, "act").Text(), Need(entry, keys, "section").Text(), keys.GetValueOrDefault("title")?.Text(), SourceOf(entry, keys), own, sureness, link);
        if (sections.Any(s => s.Name == section.Name))
            throw entry.Wrong("this section stands here for the second time.");
        sections.Add(section);
    }

    private List<OffenceType> Items(YamlEntry entry) =>
        entry.Items().Count > 0 ? [.. entry.Items().Select(i => i.Choice(types))] : throw entry.Wrong("leave out types where there are none.");

    private static GroupLink? Shared(List<OffenceType> own) => own.All(t => t.Link?.Group == own[0].Link?.Group) ? own.MaxBy(t => t.Link?.Sureness)!.Link : null;

    private GroupLink? Link(YamlEntry entry, IReadOnlyDictionary<string, YamlEntry> keys)
    {
        if (keys.TryGetValue("group", out var group))
            return new(group.Choice(groups), Need(entry, keys, "sure").Choice(Surenesses));
        return keys.TryGetValue("sure", out var sure) ? throw sure.Wrong("nothing stands here to be sure of.") : null;
    }

    private OnlineMark Online(YamlEntry entry)
    {
        var keys = entry.Known("source", "since", "quality", "shares");
        var shares = Need(entry, keys, "shares").Items().Select(Share).ToList();
        return new(SourceOf(entry, keys), Need(entry, keys, "since").Whole(1990, 2100), Need(entry, keys, "quality").Text(), shares);
    }

    private OnlineShare Share(YamlEntry entry)
    {
        var keys = entry.Known("type", "period", "percent");
        var period = Need(entry, keys, "period");
        return new(Need(entry, keys, "type").Choice(types), PeriodText.IsPeriod(period.Text()) ? period.Text() : throw period.Wrong("this is no period."), Need(entry, keys, "percent").Whole(0, 100));
    }

    private OffenceSource SourceOf(YamlEntry entry, IReadOnlyDictionary<string, YamlEntry> keys) => Need(entry, keys, "source").Choice(sources);

    private static YamlEntry Need(YamlEntry entry, IReadOnlyDictionary<string, YamlEntry> keys, string key) =>
        keys.GetValueOrDefault(key) ?? throw entry.Wrong($"the key '{key}' is missing.");

    private static string Code(string code, YamlEntry entry) => TableAxis.IsCode(code) && code != ClassifiedOffences.NotClassified ? code : throw entry.Wrong("a code is small letters, figures and hyphens.");
}
