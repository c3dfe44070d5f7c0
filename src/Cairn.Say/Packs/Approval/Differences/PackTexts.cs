using System.Text;
using Cairn.Foundation.Text;
using Cairn.Say.Packs.Publishing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cairn.Say.Packs.Approval.Differences;

/// <summary>One thing a file says, as it is written there.</summary>
/// <param name="Owner">Id of the message, service, figure or placement it belongs to; empty where the file is about one thing.</param>
/// <param name="Key">Its key, with dots: <c>phone.value</c>.</param>
/// <param name="Language">The language of the words; null for what is in none.</param>
internal sealed record FileText(string Owner, string Key, string Text, Language? Language);

/// <summary>Takes a pack's files apart into the things they say. Whatever a file holds is here, so that no change escapes an approver.</summary>
internal static class PackTexts
{
    /// <summary>Null when the file is no text.</summary>
    public static IReadOnlyList<FileText>? Of(string path, byte[] bytes)
    {
        if (TextOf(bytes) is not { } text)
            return null;
        var language = LanguageOf(path);
        return Path.GetExtension(path) switch
        {
            ".yaml" => Yaml(text, language) ?? Whole(text, language),
            ".md" => Page(text, language),
            _ => Whole(text, language),
        };
    }

    private static List<FileText> Page(string text, Language? language)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = lines.StartsWith("---\n", StringComparison.Ordinal) ? lines.IndexOf("\n---\n", StringComparison.Ordinal) : -1;
        return end > 3 && Yaml(lines[4..(end + 1)], language) is { } front ? [.. front, new("", "text", lines[(end + 5)..], language)] : Whole(text, language);
    }

    private static List<FileText> Whole(string text, Language? language) => [new("", "text", text, language)];

    private static List<FileText>? Yaml(string text, Language? language)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var found = new List<FileText>();
            foreach (var document in stream.Documents)
                Walk(document.RootNode, "", "", language, found);
            return found;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static void Walk(YamlNode node, string owner, string key, Language? language, List<FileText> found)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                found.Add(new(owner, key, scalar.Value ?? "", language));
                break;
            case YamlSequenceNode list when list.All(n => n is YamlScalarNode):
                found.Add(new(owner, key, string.Join(", ", list.Select(n => ((YamlScalarNode)n).Value)), language));
                break;
            case YamlSequenceNode list:
                foreach (var (item, number) in list.Select((item, i) => (item, i + 1)))
                {
                    var name = NameOf(item);
                    // The list of a file's things: each is one. A list within a thing is part of it.
                    if (owner.Length == 0 && name is not null)
                        Walk(item, name, "", language, found);
                    else
                        Walk(item, owner, Join(key, name ?? $"{number}"), language, found);
                }

                break;
            case YamlMappingNode map:
                // Only a mapping of nothing but languages is one: the key 'to' alone is no Tongan.
                var local = map.All(c => c is { Key: YamlScalarNode code, Value: YamlScalarNode } && Language.TryParse(code.Value, null, out _));
                foreach (var (child, value) in map.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", c.Value)))
                    Walk(value, owner, Join(key, child), local ? Language.Parse(child, null) : language, found);
                break;
        }
    }

    private static string? NameOf(YamlNode node)
    {
        if (node is not YamlMappingNode map)
            return null;
        return new[] { "id", "code", "name" }
            .Select(k => map.Children.TryGetValue(new YamlScalarNode(k), out var value) ? (value as YamlScalarNode)?.Value : null)
            .FirstOrDefault(v => v is not null);
    }

    private static string Join(string key, string child) => key.Length == 0 ? child : $"{key}.{child}";

    private static Language? LanguageOf(string path) =>
        path.Split('/') is [_, var second, ..] && Language.TryParse(Path.GetFileNameWithoutExtension(second), null, out var language) ? language : null;

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
