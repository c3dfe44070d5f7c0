using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Say.Posters.Partners;

namespace Cairn.Say.Posters;

/// <summary>Everything that stands on an artwork in one language on one day, before it is laid out.</summary>
/// <param name="Number">The telephone number, when it may be shown.</param>
/// <param name="Notes">What must be said on its face: that it is a demonstration, where the number was read, that the translation is a draft.</param>
/// <param name="Partner">Who hands it out, beside the campaign.</param>
internal sealed record PosterContent(
    Artwork Artwork,
    Language Language,
    PosterColours Colours,
    string Headline,
    string? Short,
    string? Answer,
    PosterFigure? Figure,
    string Label,
    string? ServiceName,
    string? Number,
    PosterNotes Notes,
    string CampaignName,
    Mark Mark,
    PosterPartner? Partner);

/// <param name="Value">With its sign: <c>23%</c>.</param>
/// <param name="Cells">How full each cell of the bar is, from 0 to 1.</param>
internal sealed record PosterFigure(string Value, string Sentence, string Source, IReadOnlyList<decimal> Cells);

/// <summary>What must be said on the face of a picture.</summary>
/// <param name="Demonstration">Null when a responsible body stands behind the campaign.</param>
/// <param name="Draft">Null when somebody checked the translation.</param>
/// <param name="NumberSeen">Where the number was read and that nobody confirmed it; said only where the number stands.</param>
internal sealed record PosterNotes(string? Demonstration, string? Draft, string? NumberSeen);

/// <param name="With">"With NAME".</param>
/// <param name="MarkHash">SHA-256 of the mark's file.</param>
internal sealed record PosterPartner(string Name, string With, PartnerMark? Mark, string? MarkHash);
