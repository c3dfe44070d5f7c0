using System.Collections.Concurrent;
using Cairn.Foundation.Text;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Rendering;

namespace Cairn.Say.Toolkit;

/// <summary>The artworks of an edition as they may be drawn on a day, and the pictures that were asked for.</summary>
internal sealed class Stock(MadeFrom from, PosterContents contents, DrawingTurns turns)
{
    // About two kits. A picture that nobody asked for lately is drawn again.
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MadePictures pictures = new(turns, MostBytes);
    private readonly ConcurrentDictionary<string, PosterRenderer> renderers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, string Language, string? Partner), Lazy<StockedArtwork?>> artworks = new();

    public MadeFrom From => from;

    /// <summary>Bodies that agreed to stand beside the campaign: those that the pack names.</summary>
    public IReadOnlyList<string> Partners => contents.Pack.Campaign.Partners;

    public ToolkitWords WordsIn(Language language) => contents.Pack.WordsIn(language).Toolkit;

    /// <summary>What goes into every zip: what may be done with it, and who says so.</summary>
    public string Licence(Language language)
    {
        var words = contents.Pack.WordsIn(language);
        var lines = new[] { contents.Pack.Campaign.Name, words.Toolkit.Terms, contents.Pack.Campaign.Licence, contents.Demonstration ? words.Frame.Demonstration : null };
        return string.Join('\n', lines.OfType<string>()) + "\n";
    }

    /// <summary>Everything that may be drawn in a language, in the pack's order.</summary>
    /// <param name="partner">One of <see cref="Partners"/>, or null.</param>
    public IEnumerable<StockedArtwork> In(Language language, string? partner = null) =>
        contents.Pack.Artworks.Select(a => Find(a.Id, language, partner)).OfType<StockedArtwork>();

    /// <summary>Null when there is no such artwork, or when it may not be drawn in this language today.</summary>
    /// <param name="partner">One of <see cref="Partners"/>, or null.</param>
    public StockedArtwork? Find(string id, Language language, string? partner = null) =>
        contents.Pack.Artworks.FirstOrDefault(a => a.Id == id) is { } artwork
            ? artworks.GetOrAdd((id, language.Code, partner), _ => new(() => StockedArtwork.Of(artwork, language, Renderer(partner), pictures))).Value
            : null;

    /// <summary>The first picture for an audience, for whoever shares a page with it.</summary>
    public StockedArtwork? FirstFor(Audience? audience, Language language) =>
        contents.Pack.Artworks.Where(a => a.Audience == audience).Select(a => Find(a.Id, language)).OfType<StockedArtwork>().FirstOrDefault(a => a.Card is not null);

    private PosterRenderer Renderer(string? partner) => renderers.GetOrAdd(partner ?? "", _ => new(contents, partner));
}
