using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Say.Packs.Rules;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary>Gives each heading of a page an id: the editor's own (<c>## Stop now {#stop}</c>), else the reference page's, else one made of its words.</summary>
internal sealed partial class PageHeadings(IReadOnlyList<string>? reference, FindingList findings)
{
    private readonly List<string> ids = [];

    public IReadOnlyList<string> Ids => ids;

    public void Name(HeadingBlock heading, Place place)
    {
        var written = Taken(heading);
        if (written is not null && ids.Contains(written))
            findings.Add(FileRules.DuplicateId, place, $"There is another heading '{written}' on this page.");
        var id = written ?? (reference is not null && ids.Count < reference.Count ? reference[ids.Count] : Made(heading));
        var free = id;
        for (var n = 2; ids.Contains(free); n++)
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        ids.Add(free);
        heading.GetAttributes().Id = free;
    }

    // Takes {#id} off the end of the heading's words.
    private static string? Taken(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline last || Own().Match(last.Content.ToString()) is not { Success: true } own)
            return null;
        last.Content = new(last.Content.ToString()[..own.Index].TrimEnd());
        return own.Groups["id"].Value;
    }

    private static string Made(HeadingBlock heading)
    {
        var slug = new StringBuilder();
        foreach (var literal in heading.Inline?.Descendants<LiteralInline>() ?? [])
        {
            foreach (var letter in literal.Content.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant())
            {
                if (char.IsAsciiLetterOrDigit(letter))
                    slug.Append(letter);
                else if (letter is ' ' or '-' or '/' && slug.Length > 0 && slug[^1] != '-')
                    slug.Append('-');
            }
        }

        var made = slug.ToString().Trim('-');
        return made.Length == 0 ? "part" : made;
    }

    [GeneratedRegex(@"\s*\{#(?<id>[a-z0-9]+(-[a-z0-9]+)*)\}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
