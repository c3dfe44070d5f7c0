using Cairn.Foundation.Text;

namespace Cairn.Foundation.Web;

/// <summary>What stands around every public page: filled by the campaign, drawn by <c>PageShell</c>.</summary>
/// <param name="Revision">SHA-256 of the published revision, lower-case hex.</param>
/// <param name="CampaignName">Shown beside the mark, for example <c>#NotMyFriend</c>.</param>
/// <param name="Languages">Languages a visitor may choose, the reference language first.</param>
/// <param name="Demonstration">True while no responsible body stands behind the revision: every page says so and is <c>noindex</c>.</param>
/// <param name="DraftLanguage">True when this page's language is a draft translation: the page says so.</param>
/// <param name="ExitAddress">Where <em>Leave this site</em> goes: an ordinary site without a personalised start page.</param>
/// <param name="StylesheetPath">Address of the one stylesheet, already in the page's direction.</param>
/// <param name="Address">The campaign's public address without a trailing slash, for canonical links.</param>
public sealed record Frame(
    string Revision,
    string CampaignName,
    Mark Mark,
    Language Language,
    IReadOnlyList<Language> Languages,
    FrameWords Words,
    IReadOnlyList<FrameLink> FooterLinks,
    bool Demonstration,
    bool DraftLanguage,
    string ExitAddress,
    string StylesheetPath,
    string IconPath,
    string Address);

/// <summary>A link in the footer; the address is without the language, for example <c>/privacy</c>.</summary>
public sealed record FrameLink(string Path, string Label);

/// <summary>The campaign's mark as shapes, so that it can be drawn on a page, on a poster and as an icon.</summary>
/// <param name="ViewBox">Width and height of the drawing; the origin is 0,0.</param>
public sealed record Mark(double Width, double Height, IReadOnlyList<MarkShape> Shapes);

/// <param name="Path">SVG path data.</param>
/// <param name="Colour">Six hex digits with <c>#</c>.</param>
public sealed record MarkShape(string Path, string Colour);
