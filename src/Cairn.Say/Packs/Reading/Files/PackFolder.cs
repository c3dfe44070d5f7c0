using System.Text;
using System.Text.RegularExpressions;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading.Files;

/// <summary>The files of a pack as text. Whatever is not a plain, small, known UTF-8 file is refused before anybody parses it.</summary>
internal sealed partial class PackFolder
{
    internal const int LargestFile = 512 * 1024, MostFiles = 2000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    private PackFolder()
    {
    }

    /// <summary>Relative paths with forward slashes, in ordinal order.</summary>
    public IEnumerable<string> Files => texts.Keys;

    /// <summary>Null when the folder does not exist; everything else that is wrong becomes a finding.</summary>
    public static PackFolder? Open(string directory, FindingList findings)
    {
        var root = new DirectoryInfo(directory);
        if (!root.Exists)
            return null;

        var folder = new PackFolder();
        folder.Walk(root, "", findings);
        return folder;
    }

    public string? Text(string file) => texts.GetValueOrDefault(file);

    /// <summary>True when the file is there, readable or not; what was refused has its own finding already.</summary>
    public bool Has(string file) => texts.ContainsKey(file) || refused.Contains(file);

    private void Walk(DirectoryInfo directory, string prefix, FindingList findings)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = directory.GetFileSystemInfos();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(FileRules.MissingFile, new(prefix.TrimEnd('/'), 1), "This folder cannot be opened.", "let the check read the folder");
            return;
        }

        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = prefix + entry.Name;
            var place = new Place(name, 1);
            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                Refuse(FileRules.Outside, $"{name} is a link, not a file.");
            else if (entry is DirectoryInfo below)
            {
                if (KnownFolder().IsMatch(name))
                    Walk(below, name + "/", findings);
                else
                    findings.Add(FileRules.UnknownFile, place, $"A pack has no folder {name}.");
            }
            else if (!KnownFile().IsMatch(name))
                Refuse(FileRules.UnknownFile, $"A pack has no file {name}.");
            else if (texts.Count + refused.Count >= MostFiles)
                Refuse(FileRules.TooLarge, $"More than {MostFiles} files.");
            else if (((FileInfo)entry).Length > LargestFile)
                Refuse(FileRules.TooLarge, $"{name} has {((FileInfo)entry).Length:N0} bytes.");
            else
                Take((FileInfo)entry, place, findings);

            void Refuse(Rule rule, string message)
            {
                refused.Add(name);
                findings.Add(rule, place, message);
            }
        }
    }

    private void Take(FileInfo file, Place place, FindingList findings)
    {
        ReadOnlySpan<byte> bytes;
        try
        {
            bytes = File.ReadAllBytes(file.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            refused.Add(place.File);
            findings.Add(FileRules.MissingFile, place, $"{place.File} cannot be opened.", "let the check read the file");
            return;
        }

        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];

        try
        {
            var text = Strict.GetString(bytes);
            var odd = text.AsSpan().IndexOfAny(NotText);
            if (odd < 0)
            {
                texts[place.File] = text;
                return;
            }

            findings.Add(FileRules.NotUtf8, place with { Line = 1 + text.AsSpan(0, odd).Count('\n') }, $"The character U+{(int)text[odd]:X4} is not text.", "take the character out");
        }
        catch (DecoderFallbackException damaged)
        {
            findings.Add(FileRules.NotUtf8, place with { Line = 1 + bytes[..Math.Clamp(damaged.Index, 0, bytes.Length)].Count((byte)'\n') }, "This line is not UTF-8.");
        }

        refused.Add(place.File);
    }

    // Control characters, and the private-use ones that stand for citations inside the program.
    private static readonly System.Buffers.SearchValues<char> NotText = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (char)c), '\u007F', '\u2028', '\u2029', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xE000, 0xF900 - 0xE000).Select(c => (char)c)]);

    [GeneratedRegex(@"^(messages|words|replies|pages|pages/[a-z]{2,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex KnownFolder();

    [GeneratedRegex(@"^((campaign|services|figures|artwork|moments)\.yaml|(messages|words|replies)/[a-z]{2,3}\.yaml|pages/[a-z]{2,3}/(home|yourself|young-people|parents|someone-else|find-help|figures|about|privacy|accessibility)\.md)\z", RegexOptions.CultureInvariant)]
    private static partial Regex KnownFile();
}
