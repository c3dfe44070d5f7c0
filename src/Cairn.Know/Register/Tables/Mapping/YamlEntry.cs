using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Cairn.Know.Register.Tables.Mapping;

/// <summary>A value of a YAML file with its line. Whatever is not as it should be is a <see cref="TableException"/> with that line.</summary>
internal sealed class YamlEntry
{
    private const int MostLetters = 1_000_000;
    private const int Deepest = 8;

    private readonly YamlNode node;

    private YamlEntry(YamlNode node) => this.node = node;

    public int Line => (int)node.Start.Line;

    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    /// <summary>Opens a text: one document, its root a mapping, no anchors and no tags.</summary>
    public static YamlEntry Open(string text)
    {
        if (text.Length > MostLetters)
            throw Wrong(1, "the file is too long.");
        try
        {
            Plain(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? new(root) : throw Wrong(1, "the file should be one mapping: keys and values.");
        }
        catch (YamlException problem)
        {
            throw Wrong((int)problem.Start.Line, problem.Message.Contains("uplicate key", StringComparison.Ordinal) ? "this key stands here for the second time." : "this is not YAML.");
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser has no better word for some kinds of rubbish.
            throw Wrong(1, "this is not YAML.");
        }
    }

    /// <summary>The keys with their values, in the order of the file.</summary>
    public IEnumerable<(string Key, YamlEntry Value)> Entries()
    {
        if (node is not YamlMappingNode map)
            throw Wrong("this should have keys of its own.");
        foreach (var (key, value) in map.Children)
            yield return (key is YamlScalarNode { Value: { } name } ? name : throw Wrong((int)key.Start.Line, "a key should be one word."), new(value));
    }

    /// <summary>The values of known keys; any other key is an error.</summary>
    public IReadOnlyDictionary<string, YamlEntry> Known(params string[] keys)
    {
        var known = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key))
                throw Wrong(value.Line, $"unknown key '{key}'; known here: {string.Join(", ", keys)}.");
            known.Add(key, value);
        }

        return known;
    }

    public IReadOnlyList<YamlEntry> Items() =>
        node is YamlSequenceNode list ? [.. list.Children.Select(c => new YamlEntry(c))] : throw Wrong("this should be a list.");

    public string Text() =>
        node is YamlScalarNode { Value: { } text } && text.Trim().Length > 0 ? text.Trim() : throw Wrong("this should be one value with words in it.");

    public int Whole(int least, int most) =>
        int.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong($"this should be a whole number from {least} to {most}.");

    public T Choice<T>(IReadOnlyDictionary<string, T> words) => Choice(Text(), words);

    public T Choice<T>(string written, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(written, out var chosen) ? chosen : throw Wrong($"'{written}' is not one of {string.Join(", ", words.Keys)}.");

    public TableException Wrong(string sentence) => Wrong(Line, sentence);

    private static TableException Wrong(int line, string sentence) =>
        new(new TableProblem(TableProblemKind.Mapping, sentence, Line: Math.Max(1, line)));

    // As events first, which does not recurse, so that deep nesting cannot exhaust the stack.
    private static void Plain(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > Deepest)
                throw Wrong((int)current.Start.Line, "this is nested too deeply.");
            if (current is AnchorAlias || (current is NodeEvent named && (!named.Anchor.IsEmpty || !named.Tag.IsEmpty)))
                throw Wrong((int)current.Start.Line, "anchors (&), aliases (*) and tags (!) are not used here; put the text in quotes if it is meant as text.");
        }
    }
}
