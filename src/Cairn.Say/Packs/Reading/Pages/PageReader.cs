using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary>Reads one <c>pages/{l}/{id}.md</c>.</summary>
internal sealed class PageReader(Language reference, PackMap things, IReadOnlyList<Message> messages, FindingList findings)
{
    /// <param name="original">The same page in the reference language; null while that is read, or when it is missing.</param>
    public PackPage? Read(string file, string text, string id, Language language, PackPage? original)
    {
        things.Pages.Add((id, language));
        things.Declare($"page:{id}:{language}", new(file, 1));
        if (Split(text.ReplaceLineEndings("\n"), file) is not var (front, body, bodyLine))
            return null;
        if (YamlFile.Read(front, file, findings, firstLine: 2) is not { } map)
            return null;

        var audience = Audience.TryParse(id, null, out var own) ? own : null;
        string? Noted(string key, string? words)
        {
            if (words is not null)
                things.Texts.Add(new(map.At(key), map.LastLine(key), language, audience, TextSort.Page, id, key, 0, words));
            return words;
        }

        var heading = Noted("heading", map.Text("heading"));
        var lead = Noted("lead", map.Text("lead"));
        var action = Action(map, "action", id, language, audience);
        var second = Action(map, "second_action", id, language, audience);
        var covers = Covers(map, language, original);
        var door = Noted("door", OnlyOn(map, "door", audience is not null, language)) ?? original?.Door;
        var doorAction = Noted("door_action", OnlyOn(map, "door_action", audience is not null, language)) ?? original?.DoorAction;
        var footer = Noted("footer", OnlyOn(map, "footer", Vocabulary.FooterPages.Contains(id), language)) ?? original?.Footer;
        map.Done();

        var anchors = original is null ? null : things.Headings.GetValueOrDefault((id, reference));
        var blocks = new PageBody(id, language, audience, file, bodyLine, anchors, things, messages, findings).Read(body);
        return heading is null || lead is null ? null : new(id, language, audience, heading, lead, action, second, door, doorAction, footer, covers, blocks);
    }

    // The text between two lines of three hyphens, and what follows it.
    private (string Front, string Body, int BodyLine)? Split(string text, string file)
    {
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, l => l.TrimEnd() == "---") : -1;
        if (end > 0)
            return (string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 2);
        findings.Add(PageRules.FrontMatter, new(file, 1), lines[0].TrimEnd() == "---" ? "The front matter never ends." : "The page does not begin with front matter.");
        return null;
    }

    private IReadOnlyList<string> Covers(YamlMap map, Language language, PackPage? original)
    {
        if (map.Has("covers") && language == reference)
            return map.Choices("covers", Vocabulary.Topics) ?? [];
        if (map.Has("covers"))
            map.Findings.Add(PageRules.NotHere, map.At("covers"), "'covers' stands only in the reference language.");
        // Asked for, so that it is a known key on every page.
        map.IsList("covers");
        return original?.Covers ?? [];
    }

    private string? OnlyOn(YamlMap map, string key, bool here, Language language)
    {
        if (!here && map.Has(key))
        {
            map.OptionalText(key);
            findings.Add(PageRules.NotHere, map.At(key), $"'{key}' does not belong on this page.");
            return null;
        }

        if (!here)
            return null;
        if (language == reference)
            return map.Text(key);
        if (!map.Has(key))
            things.Gaps.Add(new(map.Place, language, $"'{key}' of the page"));
        return map.OptionalText(key);
    }

    private PageAction? Action(YamlMap page, string key, string id, Language language, Audience? audience)
    {
        if (page.OptionalMap(key) is not { } map)
            return null;
        var (label, to) = (map.Text("label"), map.Text("to"));
        map.Done();
        if (label is not null)
            things.Texts.Add(new(map.At("label"), map.LastLine("label"), language, audience, TextSort.Page, id, key, 0, label));
        if (to is not null)
            things.Links.Add(new(map.At("to"), language, id, to));
        return label is null || to is null ? null : new(label, to);
    }
}
