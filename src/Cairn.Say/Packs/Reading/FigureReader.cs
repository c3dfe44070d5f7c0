using System.Globalization;
using Cairn.Know.Register;
using Cairn.Know.Register.Computed;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

/// <summary>Reads <c>figures.yaml</c>.</summary>
internal static class FigureReader
{
    public static FigureList Read(YamlMap file, LocalTexts texts)
    {
        var oldest = file.Whole("max_age_days", 1, 100_000);
        var figures = new List<Figure>();
        var computed = new List<ComputedFigure>();
        foreach (var map in file.Maps("figures"))
        {
            var id = Declared(map, texts);
            if (map.Has("computed_from") && ComputedFigureReader.Read(map, id, texts) is { } made)
                computed.Add(made);
            else if (!map.Has("computed_from") && One(map, id, texts) is { } figure)
                figures.Add(figure);
        }

        file.Done();
        return new(figures, computed, oldest ?? 1);
    }

    private static string? Declared(YamlMap map, LocalTexts texts)
    {
        var id = map.Id();
        if (id is not null && !texts.Things.Declare($"figure:{id}", map.Place))
        {
            map.Findings.Add(FileRules.DuplicateId, map.At("id"), $"There is another figure '{id}'.");
            id = null;
        }

        return id;
    }

    private static Figure? One(YamlMap map, string? id, LocalTexts texts)
    {
        if (id is not null)
        {
            foreach (var key in new[] { "value", "as_of", "seen_on", "numerator" })
                texts.Things.Declare($"figure:{id}:{key}", map.At(key));
        }

        var name = id ?? "?";
        var (value, decimals) = Percent(map);
        var asOf = map.Day("as_of");
        var sentence = texts.Read(map, "sentence", TextSort.Figure, name);
        var people = Base(map, texts, name);
        var numerator = Count(map, "numerator");
        var denominator = Count(map, "denominator");
        var definition = texts.Read(map, "definition", TextSort.Figure, name);
        var online = texts.Read(map, "online_means", TextSort.Figure, name);
        var publisher = map.Text("publisher");
        var title = map.Text("source_title");
        var source = map.Https("source", ServiceRules.SourceNotHttps);
        var seen = map.Day("seen_on");
        var historical = map.Truth("historical") ?? false;
        map.Done();

        return id is null || value is not { } share || asOf is not { } day || sentence is null || people is null || definition is null || online is null
            || publisher is null || title is null || source is null || seen is not { } read
            ? null
            : new(id, share, decimals, day, sentence, people, numerator, denominator, definition, online, publisher, title, new FigureOrigin.Read(source, read), historical);
    }

    private static (decimal? Value, int Decimals) Percent(YamlMap map)
    {
        if (map.Written("value") is not { } written)
            return (null, 0);
        if (written.Length > 12 || !decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            map.Findings.Add(FileRules.WrongType, map.At("value"), "'value' should be a number of percent such as 23 or 8.73.");
        else if (value > 100)
            map.Findings.Add(TextRules.ImpossibleFigure, map.At("value"), $"{written} % is more than the whole.");
        else
            return (value, value.Scale);
        return (null, 0);
    }

    internal static Foundation.Text.LocalText? Base(YamlMap map, LocalTexts texts, string name)
    {
        if (map.Has("base"))
            return texts.Read(map, "base", TextSort.Figure, name);
        map.Findings.Add(TextRules.NoBase, map.Place, $"The figure '{name}' does not say of what it is a share.");
        return null;
    }

    private static long? Count(YamlMap map, string key)
    {
        if (map.Written(key) is not { } written || written == "unknown")
            return null;
        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100_000_000_000)
            return count;
        map.Findings.Add(FileRules.WrongType, map.At(key), $"'{key}' should be a whole number, or unknown.");
        return null;
    }
}
