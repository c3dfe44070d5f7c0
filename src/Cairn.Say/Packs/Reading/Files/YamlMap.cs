using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Packs.Rules;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cairn.Say.Packs.Reading.Files;

/// <summary>A mapping being read: typed getters that record what is wrong, with line and remedy, and return null. <see cref="Done"/> reports keys nobody asked for.</summary>
internal sealed partial class YamlMap(YamlMappingNode node, string file, int lineOffset, FindingList findings)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Place Place => At(node);

    public FindingList Findings => findings;

    /// <summary>The keys in the order of the file; for maps whose keys are data.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public bool Has(string key) => TryFind(key, out _);

    /// <summary>Where the value of a key begins; the whole mapping when the key is missing.</summary>
    public Place At(string key) => TryFind(key, out var value) ? At(value) : Place;

    /// <summary>A text that must be there and must have words.</summary>
    public string? Text(string key) => Required(key) is { } value ? Words(value, $"'{key}'") : null;

    public string? OptionalText(string key) => Find(key) is { } value ? Words(value, $"'{key}'") : null;

    /// <summary>One value as it is written, numbers included: a telephone number, a code.</summary>
    public string? Written(string key) => Required(key) is { } value ? Scalar(value, $"'{key}'", "one value") : null;

    public string? Id(string key = "id")
    {
        if (Text(key) is not { } id)
            return null;
        if (IdForm().IsMatch(id) && id.Length <= 60)
            return id;
        findings.Add(FileRules.BadId, At(key), $"'{id}' cannot be an id.");
        return null;
    }

    /// <summary>One of a closed list of words.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => Required(key) is { } value && Chosen(value, words, out var chosen) ? chosen : null;

    /// <summary>One of a closed list of words, for reference types.</summary>
    public T? ChoiceOf<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : class => Required(key) is { } value && Chosen(value, words, out var chosen) ? chosen : null;

    public IReadOnlyList<T>? Choices<T>(string key, IReadOnlyDictionary<string, T> words, Rule? rule = null)
    {
        if (Items(key) is not { } items)
            return null;
        var chosen = new List<T>();
        foreach (var item in items)
        {
            if (Chosen(item, words, out var one, rule))
                chosen.Add(one);
        }

        return chosen;
    }

    public int? Whole(string key, int least, int most)
    {
        if (Written(key) is not { } written)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(key, $"'{key}' should be a whole number from {least} to {most}.");
        return null;
    }

    public int? OptionalWhole(string key, int least, int most) => Find(key) is null ? null : Whole(key, least, most);

    public double? Length(string key)
    {
        if (Written(key) is not { } written)
            return null;
        if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000)
            return number;
        Wrong(key, $"'{key}' should be a number above 0.");
        return null;
    }

    public bool? Truth(string key)
    {
        if (Find(key) is not { } value)
            return null;
        switch (Scalar(value, $"'{key}'", "true or false"))
        {
            case "true":
                return true;
            case "false":
                return false;
            case not null:
                Wrong(key, $"'{key}' should be true or false.");
                break;
        }

        return null;
    }

    public LocalDate? Day(string key)
    {
        if (Written(key) is not { } written)
            return null;
        if (LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var day })
            return day;
        Wrong(key, $"'{key}' should be a day such as 2026-11-23.");
        return null;
    }

    public Uri? Https(string key, Rule rule)
    {
        if (Text(key) is not { } written)
            return null;
        if (HttpsAddress.TryParse(written, out var address))
            return address;
        findings.Add(rule, At(key), $"'{written}' is not a full https address.");
        return null;
    }

    public YamlMap? Map(string key) => Required(key) is { } value ? AsMap(value, $"'{key}'") : null;

    public YamlMap? OptionalMap(string key) => Find(key) is { } value ? AsMap(value, $"'{key}'") : null;

    /// <summary>A list of mappings; empty when it is missing or something else.</summary>
    public IEnumerable<YamlMap> Maps(string key) =>
        (Items(key) ?? []).Select(i => AsMap(i, $"Each entry of '{key}'")).OfType<YamlMap>();

    public IReadOnlyList<string>? Texts(string key) =>
        Items(key) is { } items ? [.. items.Select(i => Words(i, $"Each entry of '{key}'")).OfType<string>()] : null;

    /// <summary>Each entry with where it stands.</summary>
    public IReadOnlyList<(string Text, Place Place)> Written(string key, string what)
    {
        var entries = new List<(string, Place)>();
        foreach (var item in Items(key) ?? [])
        {
            if (Scalar(item, $"Each entry of '{key}'", what) is { } written)
                entries.Add((written, At(item)));
        }

        return entries;
    }

    /// <summary>True when the key's value is a list rather than one value.</summary>
    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    /// <summary>Last line the value of a key covers.</summary>
    public int LastLine(string key) => TryFind(key, out var value) ? (int)value.End.Line + lineOffset : Place.Line;

    /// <summary>Reports the keys nobody asked for, with the nearest one that is known.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name })
                findings.Add(FileRules.UnknownKey, At(key), "A key should be one word.");
            else if (!asked.Contains(name))
                findings.Add(FileRules.UnknownKey, At(key), $"Unknown key '{name}'.", Nearest.To(name, asked) is { } near ? $"did you mean '{near}'?" : null);
        }
    }

    private void Wrong(string key, string message) => findings.Add(FileRules.WrongType, At(key), message);

    private bool Chosen<T>(YamlNode value, IReadOnlyDictionary<string, T> words, [MaybeNullWhen(false)] out T chosen, Rule? rule = null)
    {
        chosen = default;
        if (Scalar(value, "This", "one word") is not { } written)
            return false;
        if (words.TryGetValue(written, out chosen))
            return true;
        var near = Nearest.To(written, words.Keys);
        findings.Add(rule ?? FileRules.UnknownWord, At(value), $"'{written}' is not one of {string.Join(", ", words.Keys)}.", near is null ? null : $"did you mean '{near}'?");
        return false;
    }

    private IEnumerable<YamlNode>? Items(string key)
    {
        if (Required(key) is not { } value)
            return null;
        if (value is YamlSequenceNode list)
            return list.Children;
        Wrong(key, $"'{key}' should be a list.");
        return null;
    }

    private YamlMap? AsMap(YamlNode value, string what)
    {
        if (value is YamlMappingNode map)
            return new YamlMap(map, file, lineOffset, findings);
        findings.Add(FileRules.WrongType, At(value), $"{what} should have keys of its own.");
        return null;
    }

    private string? Words(YamlNode value, string what)
    {
        if (Scalar(value, what, "a text") is not { } text)
            return null;
        if (value is YamlScalarNode { Style: ScalarStyle.Plain } && NotAText().IsMatch(text))
        {
            findings.Add(FileRules.WrongType, At(value), $"{what} should be a text, and {text} is not.", "put it in quotes if it is meant as text");
            return null;
        }

        if (text.AsSpan().Trim().Length > 0)
            return text.Trim();
        findings.Add(FileRules.EmptyText, At(value), $"{what} has no words.");
        return null;
    }

    private string? Scalar(YamlNode value, string what, string wanted)
    {
        switch (value)
        {
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }:
                findings.Add(FileRules.EmptyText, At(value), $"{what} is empty.");
                return null;
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            default:
                findings.Add(FileRules.WrongType, At(value), $"{what} should be {wanted}.");
                return null;
        }
    }

    private YamlNode? Required(string key)
    {
        var value = Find(key);
        if (value is null)
            findings.Add(FileRules.MissingKey, Place, $"The key '{key}' is missing.", $"add '{key}:'");
        return value;
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return TryFind(key, out var value) ? value : null;
    }

    private bool TryFind(string key, [NotNullWhen(true)] out YamlNode? value) => node.Children.TryGetValue(new YamlScalarNode(key), out value);

    private Place At(YamlNode any) => new(file, (int)any.Start.Line + lineOffset);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    // What YAML itself would read as a number, a truth value or nothing.
    [GeneratedRegex(@"^([-+]?[0-9][0-9_]*(\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+|true|false|True|False|TRUE|FALSE|\.nan|[-+]?\.inf)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotAText();
}
