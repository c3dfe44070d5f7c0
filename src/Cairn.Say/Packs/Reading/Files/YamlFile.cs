using System.Text.RegularExpressions;
using Cairn.Say.Packs.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Cairn.Say.Packs.Reading.Files;

/// <summary>Opens one YAML text: a single document whose root is a mapping, without anchors, tags or deep nesting.</summary>
internal static partial class YamlFile
{
    private const int Deepest = 12;

    /// <summary>Null when there is nothing to read; the findings say why.</summary>
    /// <param name="firstLine">Line of the file on which the text begins; front matter begins on its second.</param>
    public static YamlMap? Read(string text, string file, FindingList findings, int firstLine = 1)
    {
        Place At(Mark mark) => new(file, (int)mark.Line + firstLine - 1);

        var lines = text.Split('\n');
        var tabbed = Array.FindIndex(lines, l => l.AsSpan().TrimStart(' ') is ['\t', ..]);
        if (tabbed >= 0)
        {
            findings.Add(FileRules.YamlSyntax, new(file, firstLine + tabbed), "This line is indented with a tab.", "indent with spaces");
            return null;
        }

        try
        {
            if (!IsPlain(text, At, findings))
                return null;

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(root, file, firstLine - 1, findings);

            findings.Add(FileRules.WrongType, new(file, firstLine), "The file should be one mapping: keys and values.");
        }
        catch (YamlException problem) when (problem.Message.Contains("uplicate key", StringComparison.Ordinal))
        {
            findings.Add(FileRules.DuplicateKey, At(problem.Start), "This key stands here for the second time.");
        }
        catch (YamlException problem)
        {
            findings.Add(FileRules.YamlSyntax, At(problem.Start), $"This is not YAML: {Short(problem)}");
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser has no better word for some kinds of rubbish.
            findings.Add(FileRules.YamlSyntax, new(file, firstLine), "This is not YAML.");
        }

        return null;
    }

    // Read as events first, which does not recurse, so that deep nesting cannot exhaust the stack.
    private static bool IsPlain(string text, Func<Mark, Place> at, FindingList findings)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > Deepest)
            {
                findings.Add(FileRules.YamlSyntax, at(current.Start), "This is nested too deeply.");
                return false;
            }

            if (current is AnchorAlias || current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            {
                findings.Add(FileRules.Alias, at(current.Start), "Anchors (&), aliases (*) and tags (!) are not used in a pack.");
                return false;
            }
        }

        return true;
    }

    private static string Short(YamlException problem)
    {
        var message = Position().Replace(problem.Message, "").Trim();
        return message.Length == 0 ? "it stops making sense here." : message.EndsWith('.') ? message : message + ".";
    }

    [GeneratedRegex(@"\(Line: \d+, Col: \d+, Idx: \d+\)( - )?:?", RegexOptions.CultureInvariant)]
    private static partial Regex Position();
}
