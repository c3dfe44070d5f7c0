using Cairn.Know.Register.Computed;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads a figure of <c>figures.yaml</c> that is computed from a published table.</summary>
internal static class ComputedFigureReader
{
    private const int MostDecimals = 3;

    public static ComputedFigure? Read(YamlMap map, string? id, LocalTexts texts)
    {
        var name = id ?? "?";
        var recipe = map.Map("computed_from") is { } from ? Recipe(from) : null;
        var label = texts.Read(map, "label", TextSort.Figure, name);
        var sentence = texts.Read(map, "sentence", TextSort.Figure, name);
        var people = FigureReader.Base(map, texts, name);
        var definition = texts.Read(map, "definition", TextSort.Figure, name);
        var online = texts.Read(map, "online_means", TextSort.Figure, name);
        var historical = map.Truth("historical") ?? false;
        map.Done();
        return id is null || recipe is null || label is null || sentence is null || people is null || definition is null || online is null
            ? null
            : new(id, recipe, label, sentence, people, definition, online, historical);
    }

    private static FigureRecipe? Recipe(YamlMap from)
    {
        var table = from.Id("table");
        var part = from.Map("part") is { } named ? Codes(named) : null;
        var whole = from.OptionalMap("whole") is { } given ? Codes(given) : [];
        var decimals = from.OptionalWhole("decimals", 0, MostDecimals) ?? 0;
        from.Done();
        return table is null || part is null || whole is null ? null : new(table, part, whole, decimals);
    }

    private static Dictionary<string, IReadOnlyList<string>>? Codes(YamlMap map)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var dimension in map.Keys.ToList())
        {
            if (map.Texts(dimension) is not { } codes)
                continue;
            if (codes.Count == 0 || codes.Distinct(StringComparer.Ordinal).Count() != codes.Count)
                map.Findings.Add(FileRules.WrongType, map.At(dimension), $"'{dimension}' should be a list of codes of the table, each once.");
            else
                all[dimension] = codes;
        }

        if (all.Count == 0 && !map.Keys.Any())
            map.Findings.Add(FileRules.WrongType, map.Place, "Name at least one dimension of the table, with the codes that are counted.");
        map.Done();
        return all.Count == 0 ? null : all;
    }
}
