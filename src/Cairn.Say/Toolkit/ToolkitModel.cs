using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory.FindHelp;

namespace Cairn.Say.Toolkit;

/// <summary>The toolkit page, ready to be drawn.</summary>
/// <param name="Found">How many artworks are shown, in words.</param>
/// <param name="KitHref">Everything that is shown in one file.</param>
public sealed record ToolkitModel(
    Frame Frame,
    ToolkitWords Words,
    IReadOnlyList<FilterChoice> Who,
    IReadOnlyList<FilterChoice> Formats,
    IReadOnlyList<FilterChoice> Languages,
    string Found,
    string KitHref,
    IReadOnlyList<ToolkitCardModel> Cards)
{
    public string Address => $"/{Frame.Language.Code}/{ToolkitRoutes.Page}";
}

/// <summary>One artwork.</summary>
/// <param name="Other">Language of the artwork's words when it is not the page's.</param>
/// <param name="Picture">Null when the artwork is for print alone.</param>
/// <param name="Downloads">By what they are for; empty groups are left out.</param>
/// <param name="Partners">All formats in one file, with a partner beside the campaign.</param>
public sealed record ToolkitCardModel(
    string Id,
    Audience? Audience,
    string Headline,
    Language? Other,
    ToolkitPicture? Picture,
    string Alternative,
    string Post,
    string TwinHref,
    string ZipHref,
    IReadOnlyList<ToolkitDownloads> Downloads,
    IReadOnlyList<ToolkitPartner> Partners);

public sealed record ToolkitPicture(string Href, int Width, int Height, string Alternative);

public sealed record ToolkitDownloads(string Label, IReadOnlyList<ToolkitDownload> Files);

/// <param name="Size">In pixels, or for print in millimetres.</param>
public sealed record ToolkitDownload(string Href, string File, string Format, string Size);

public sealed record ToolkitPartner(string Label, string Href);
