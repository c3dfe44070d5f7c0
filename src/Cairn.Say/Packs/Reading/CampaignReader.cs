using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>campaign.yaml</c>. Without at least one language nothing else can be read.</summary>
internal static partial class CampaignReader
{
    public static Campaign? Read(YamlMap map, PackMap things)
    {
        var findings = map.Findings;
        var languages = Languages(map);
        var id = map.Id();
        var name = map.Text("name");
        var owner = map.Text("owner");
        var partners = map.Texts("partners");
        var licence = map.Text("licence");
        var nation = map.Written("nation") is { } code ? NationOf(code, map) : null;
        var colours = Colours(map);
        var mark = ReadMark(map);
        var bursts = Bursts(map);
        var exit = map.Https("exit", FileRules.NotHttps);
        var promises = ReadPromises(map);
        var allow = Allow(map, things);
        var helpline = HelplineReader.Read(map, languages, things);
        map.Done();

        things.Declare("campaign:languages", map.At("languages"));
        things.Declare("campaign:promises", map.At("promises"));
        things.Declare("campaign:colours", map.At("colours"));
        if (map.OptionalMap("colours") is { } named)
        {
            foreach (var colour in named.Keys)
                things.Declare($"colour:{colour}", named.At(colour));
        }

        if (languages.Count == 0)
            return null;
        if (name is not null)
            things.Texts.Add(new(map.At("name"), map.LastLine("name"), languages[0].Language, null, TextSort.Campaign, "campaign", "name", 0, name));

        // Where a finding stands in for a value, the check goes on with an empty one; such a pack is never published.
        return new(
            id ?? "", name ?? "", owner ?? "", partners ?? [], licence ?? "", languages, nation ?? Nation.Scotland, new Palette(colours),
            mark, bursts, exit ?? new Uri("https://exit.invalid"), promises, allow, helpline);

        Nation? NationOf(string written, YamlMap at)
        {
            if (Vocabulary.Nations.TryGetValue(written, out var found))
                return found;
            findings.Add(ServiceRules.UnknownNation, at.At("nation"), $"'{written}' is not a nation of the United Kingdom.");
            return null;
        }
    }

    private static List<PackLanguage> Languages(YamlMap map)
    {
        var languages = new List<PackLanguage>();
        foreach (var entry in map.Maps("languages"))
        {
            var code = entry.Text("code");
            var state = entry.Choice("state", Vocabulary.ReviewStates);
            entry.Done();
            if (code is null)
                continue;
            if (!Language.TryParse(code, null, out var language))
                map.Findings.Add(TextRules.NotALanguage, entry.At("code"), $"'{code}' is not a language code.");
            else if (languages.Any(l => l.Language == language))
                map.Findings.Add(FileRules.DuplicateId, entry.At("code"), $"The language '{code}' stands here twice.");
            else
                languages.Add(new(language, state ?? ReviewState.Draft));
        }

        if (languages is [{ State: ReviewState.Draft }, ..])
            map.Findings.Add(FileRules.WrongType, map.At("languages"), "The first language is the reference and cannot be a draft.", "set its state to reviewed");
        if (languages.Count == 0 && map.IsList("languages"))
            map.Findings.Add(FileRules.EmptyText, map.At("languages"), "The campaign has no language.", "add at least {code: en, state: reviewed}");
        return languages;
    }

    private static Dictionary<string, string> Colours(YamlMap map)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map.OptionalMap("colours") is not { } named)
            return colours;
        foreach (var name in named.Keys)
        {
            var colour = named.Text(name);
            if (!Vocabulary.Colours.Contains(name))
                map.Findings.Add(TextRules.UnknownColour, named.At(name), $"The look has no colour '{name}'.", Nearest.To(name, Vocabulary.Colours) is { } near ? $"did you mean '{near}'?" : null);
            else if (colour is not null && ColourOf(colour, named.At(name), map.Findings) is { } hex)
                colours[name] = hex;
        }

        return colours;
    }

    private static string? ColourOf(string written, Place place, FindingList findings)
    {
        if (Hex().IsMatch(written))
            return written.ToLowerInvariant();
        findings.Add(TextRules.NotAColour, place, $"'{written}' is not a colour.");
        return null;
    }

    private static Mark ReadMark(YamlMap map)
    {
        if (map.Map("mark") is not { } drawn)
            return new(1, 1, []);
        var (width, height) = (drawn.Length("width"), drawn.Length("height"));
        var shapes = new List<MarkShape>();
        foreach (var shape in drawn.Maps("shapes"))
        {
            var path = shape.Text("path");
            var colour = shape.Text("colour") is { } written ? ColourOf(written, shape.At("colour"), map.Findings) : null;
            shape.Done();
            if (path is not null && !PathData().IsMatch(path))
                map.Findings.Add(TextRules.BadMark, shape.At("path"), "This is not SVG path data.");
            else if (path is not null && colour is not null)
                shapes.Add(new(path, colour));
        }

        drawn.Done();
        return new(width ?? 1, height ?? 1, shapes);
    }

    private static List<Burst> Bursts(YamlMap map)
    {
        var bursts = new List<Burst>();
        foreach (var entry in map.Maps("bursts"))
        {
            var (name, from, to, channels) = (entry.Text("name"), entry.Day("from"), entry.Day("to"), entry.Texts("channels"));
            entry.Done();
            if (from > to)
                map.Findings.Add(FileRules.DatesTurned, entry.At("from"), $"The burst ends on {to.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}, before it begins.");
            else if (name is not null && from is { } first && to is { } last && channels is not null)
                bursts.Add(new(name, first, last, channels));
        }

        return bursts;
    }

    private static Promises ReadPromises(YamlMap map)
    {
        var aims = new Dictionary<Audience, IReadOnlyList<MessageAim>>();
        if (map.Map("promises") is not { } promised)
            return new(0, aims, []);
        var least = promised.Whole("messages_at_least", 0, 10_000);
        if (promised.Map("aims") is { } byAudience)
        {
            foreach (var audience in Audience.All.Where(a => byAudience.Has(a.Slug)))
                aims[audience] = byAudience.Choices(audience.Slug, Vocabulary.Aims) ?? [];
            byAudience.Done();
        }

        var topics = promised.Choices("topics", Vocabulary.Topics) ?? [];
        promised.Done();
        return new(least ?? 0, aims, topics);
    }

    private static List<Allowance> Allow(YamlMap map, PackMap things)
    {
        var allow = new List<Allowance>();
        if (!map.Has("allow"))
        {
            map.OptionalText("allow");
            return allow;
        }

        foreach (var entry in map.Maps("allow"))
        {
            var given = entry.Has("code") && entry.Has("text") && entry.Has("reason");
            var (code, text) = (given ? entry.Written("code") : null, given ? entry.Written("text") : null);
            var reason = given ? entry.Written("reason") : null;
            if (given)
                entry.Done();
            if (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(text) || code is null)
                map.Findings.Add(FileRules.BadAllowance, entry.Place, "This exception lacks a code, a text or a reason.");
            else if (!AllowableCode().IsMatch(code))
                map.Findings.Add(FileRules.BadAllowance, entry.At("code"), $"'{code}' is not a rule that allows exceptions.");
            else
            {
                allow.Add(new(code, text, reason.Trim()));
                things.Declare($"allow:{code}:{text}", entry.Place);
            }
        }

        return allow;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    [GeneratedRegex(@"^[MLHVCSQTAZmlhvcsqtazeE0-9+\-., ]{2,4000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathData();

    [GeneratedRegex(@"^(TERM|CLAIM)[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowableCode();
}
