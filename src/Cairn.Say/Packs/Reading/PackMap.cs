using Cairn.Foundation.Text;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Reading;

internal enum TextSort { Campaign, Message, Page, Words, Service, Figure, Artwork, Limits, Reply }

/// <summary>A text a visitor may read, or may be sent, with where it stands.</summary>
/// <param name="LastLine">The text covers the lines from its place to this one.</param>
/// <param name="Audience">Whom it speaks to; null when to everybody.</param>
/// <param name="Owner">The id of the message, page, service or figure it belongs to.</param>
/// <param name="Section">Counts the headings of a page, so that a section can be read as one.</param>
internal sealed record PackText(Place Place, int LastLine, Language Language, Audience? Audience, TextSort Sort, string Owner, string Key, int Section, string Text);

/// <summary>A link as the editor wrote it: <c>/find-help</c>, <c>/yourself#stop</c>, <c>#stop</c>, <c>service:ID</c>.</summary>
/// <param name="Page">The page it stands on; null for messages and placements.</param>
internal sealed record PackLink(Place Place, Language Language, string? Page, string To);

/// <summary>Something in double brackets on a page.</summary>
/// <param name="Kind"><c>figure</c>, <c>service</c>, <c>services</c>, <c>message</c>, <c>messages</c> or <c>doors</c>.</param>
internal sealed record Citation(Place Place, Language Language, string Page, string Kind, string? Id);

/// <summary>A text a language lacks.</summary>
internal sealed record Gap(Place Place, Language Language, string What);

/// <summary>Where everything in a pack stands: what the model forgets and a finding needs.</summary>
internal sealed class PackMap
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> lines = new(StringComparer.Ordinal);

    public List<PackText> Texts { get; } = [];

    public List<PackLink> Links { get; } = [];

    public List<Citation> Citations { get; } = [];

    public List<Gap> Gaps { get; } = [];

    /// <summary>Ids of the headings of each page in each language, in order.</summary>
    public Dictionary<(string Page, Language Language), IReadOnlyList<string>> Headings { get; } = [];

    /// <summary>Files that are missing or could not be read: what leads into them is not judged, so that one fault is one finding.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>The ten pages that were there as files, read or not.</summary>
    public HashSet<(string Page, Language Language)> Pages { get; } = [];

    /// <summary>Says that there is such a thing, even when it was too broken to become part of the pack.</summary>
    /// <param name="name">For example <c>service:childline</c> or <c>service:childline:phone</c>.</param>
    /// <returns>False when the name is taken.</returns>
    public bool Declare(string name, Place place) => places.TryAdd(name, place);

    public bool Knows(string name) => places.ContainsKey(name);

    public IEnumerable<string> Names(string kind) =>
        places.Keys.Where(n => n.StartsWith(kind + ":", StringComparison.Ordinal) && n.IndexOf(':', kind.Length + 1) < 0).Select(n => n[(kind.Length + 1)..]);

    public Place Of(string name, Place otherwise) => places.TryGetValue(name, out var place) ? place : otherwise;

    public void Keep(string file, string text) => lines[file] = text.Split('\n');

    /// <summary>The line of a text on which some words stand, as nearly as folding allows.</summary>
    public Place LineOf(PackText text, string words)
    {
        if (!lines.TryGetValue(text.Place.File, out var all))
            return text.Place;
        var first = words.AsSpan().Trim();
        for (var line = text.Place.Line; line <= Math.Min(text.LastLine, all.Length); line++)
        {
            if (all[line - 1].AsSpan().Contains(first, StringComparison.OrdinalIgnoreCase))
                return text.Place with { Line = line };
        }

        // Words broken over two lines: the line of the first of them.
        var gap = first.IndexOf(' ');
        return gap > 0 ? LineOf(text, first[..gap].ToString()) : text.Place;
    }
}
