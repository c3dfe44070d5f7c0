using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Help.Helpline;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads the section <c>helpline</c> of <c>campaign.yaml</c>. Nothing in it falls back: a seeker reads the limits in their own language, or the line is not theirs.</summary>
internal static partial class HelplineReader
{
    private const int LongestReplyTime = 168;

    /// <returns>Null when the campaign has no such section, or has one that cannot be read.</returns>
    public static HelplineTerms? Read(YamlMap campaign, IReadOnlyList<PackLanguage> languages, PackMap things)
    {
        if (campaign.OptionalMap("helpline") is not { } map)
            return null;

        var body = map.Text("responsible_body");
        var lead = map.Text("safeguarding_lead");
        var approver = map.Text("approved_by");
        var reviewed = map.Day("reviewed_on");
        var hours = map.Whole("reply_hours", 1, LongestReplyTime);
        var pen = PenName(map);
        var limits = map.Map("limits") is { } texts ? Limits(texts, languages, things) : null;
        map.Done();
        foreach (var key in new[] { "responsible_body", "safeguarding_lead", "reviewed_on" })
            things.Declare($"helpline:{key}", map.At(key));
        foreach (var (key, said) in new[] { ("responsible_body", body), ("approved_by", approver) })
        {
            if (said is not null && languages.Count > 0)
                things.Texts.Add(new(map.At(key), map.LastLine(key), languages[0].Language, null, TextSort.Campaign, "helpline", key, 0, said));
        }

        return body is null || lead is null || approver is null || reviewed is not { } day || hours is not { } time || pen is null || limits is null
            ? null : new(body, lead, approver, day, time, pen, limits);
    }

    private static string? PenName(YamlMap map)
    {
        if (map.Text("pen_name") is not { } name)
            return null;
        if (PenNameForm().IsMatch(name))
            return name;
        map.Findings.Add(HelplineRules.BadPenName, map.At("pen_name"), $"'{name}' is no name to sign with.");
        return null;
    }

    private static Dictionary<Language, string>? Limits(YamlMap map, IReadOnlyList<PackLanguage> languages, PackMap things)
    {
        var limits = new Dictionary<Language, string>();
        foreach (var code in map.Keys)
        {
            var text = map.Text(code);
            if (!Language.TryParse(code, null, out var language))
                map.Findings.Add(TextRules.NotALanguage, map.At(code), $"'{code}' is not a language code.");
            else if (languages.All(l => l.Language != language))
                map.Findings.Add(TextRules.UnnamedLanguage, map.At(code), $"The campaign has no language '{code}'.");
            else if (text is not null)
            {
                limits[language] = text;
                things.Texts.Add(new(map.At(code), map.LastLine(code), language, null, TextSort.Limits, "helpline", "limits", 0, text));
            }
        }

        foreach (var (lacking, _) in languages.Where(l => !map.Has(l.Language.Code)))
            map.Findings.Add(HelplineRules.LimitsLackLanguage, map.Place, $"The limits are not there in '{lacking}'.", $"add '{lacking}:' with the whole text");
        return languages.All(l => limits.ContainsKey(l.Language)) ? limits : null;
    }

    // Thirty letters of any script, with the marks that belong to them; between letters a space, a hyphen or an apostrophe.
    [GeneratedRegex(@"^(?=(?:[^\p{L}]*\p{L}){1,30}[^\p{L}]*\z)\p{L}\p{M}*(?:[ '’-]?\p{L}\p{M}*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PenNameForm();
}
