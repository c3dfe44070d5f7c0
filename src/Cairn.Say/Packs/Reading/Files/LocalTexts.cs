using Cairn.Foundation.Text;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading.Files;

/// <summary>Reads <c>{en: …, gd: …}</c>: one text in the campaign's languages.</summary>
/// <param name="Languages">The campaign's languages, the reference first.</param>
internal sealed record LocalTexts(IReadOnlyList<PackLanguage> Languages, PackMap Things)
{
    public Language Reference => Languages[0].Language;

    public LocalText? Read(YamlMap owner, string key, TextSort sort, string id, Audience? audience = null)
    {
        if (owner.Map(key) is not { } map)
            return null;
        var texts = new Dictionary<Language, string>();
        foreach (var code in map.Keys)
        {
            var text = map.Text(code);
            if (!Language.TryParse(code, null, out var language))
                map.Findings.Add(TextRules.NotALanguage, map.At(code), $"'{code}' is not a language code.");
            else if (Languages.All(l => l.Language != language))
                map.Findings.Add(TextRules.UnnamedLanguage, map.At(code), $"The campaign has no language '{code}'.");
            else if (text is not null)
            {
                texts[language] = text;
                Things.Texts.Add(new(map.At(code), map.LastLine(code), language, audience, sort, id, key, 0, text));
            }
        }

        foreach (var lacking in Languages.Select(l => l.Language).Where(l => !map.Has(l.Code)))
            Things.Gaps.Add(new(map.Place, lacking, $"'{key}' of {id}"));

        if (texts.ContainsKey(Reference))
            return new LocalText(Reference, texts);
        if (!map.Has(Reference.Code))
            map.Findings.Add(FileRules.MissingKey, map.Place, $"'{key}' lacks the reference language '{Reference}'.", $"add '{Reference}:'");
        return null;
    }
}
