using System.Globalization;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Help.Directory.FindHelp;
using Cairn.Say.Posters.Formats;

namespace Cairn.Say.Toolkit;

/// <summary>Makes the toolkit page ready to be drawn.</summary>
internal sealed class ToolkitComposer
{
    public ToolkitModel Compose(Stock stock, Frame frame, DirectoryWords people, ToolkitWanted wanted)
    {
        var words = stock.WordsIn(frame.Language);
        var language = wanted.Language ?? frame.Language;
        var shown = stock.In(language).Where(wanted.Includes).ToList();
        return new(
            frame,
            words,
            [new("", words.All, wanted.Who is null), .. Audience.All.Select(a => new FilterChoice(a.Slug, people.NameOf(a), a == wanted.Who))],
            [new("", words.All, wanted.Format is null), .. Enum.GetValues<FormatGroup>().Select(g => new FilterChoice(g.Slug(), Label(g, words), g == wanted.Format))],
            frame.Languages.Count < 2 ? [] : [.. frame.Languages.Select(l => new FilterChoice(l.Code, l.OwnName, l == language))],
            words.Found.Replace("{count}", shown.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            $"/{language}/{ToolkitRoutes.Page}/kit.zip{wanted.Query}",
            [.. shown.Select(a => Card(a, stock, frame, words, wanted))]);
    }

    private static ToolkitCardModel Card(StockedArtwork artwork, Stock stock, Frame frame, ToolkitWords words, ToolkitWanted wanted)
    {
        var start = $"/{artwork.Language}/{ToolkitRoutes.Page}/{artwork.Artwork.Id}";
        return new(
            artwork.Artwork.Id,
            artwork.Artwork.Audience,
            artwork.Headline,
            artwork.Language == frame.Language ? null : artwork.Language,
            artwork.Thumb is { } thumb ? new(PictureOf(artwork, thumb), (int)thumb.Width, (int)thumb.Height, artwork.ThumbAlternative) : null,
            artwork.Alternative,
            artwork.Post,
            start + ".html",
            start + ".zip",
            [
                .. artwork.Formats.Where(wanted.Includes).GroupBy(f => f.Group()).OrderBy(g => g.Key)
                    .Select(g => new ToolkitDownloads(Label(g.Key, words), [.. g.Select(f => new ToolkitDownload(PictureOf(artwork, f), artwork.FileOf(f), f.Name, SizeOf(f)))])),
            ],
            [.. stock.Partners.Select(p => new ToolkitPartner(words.WithPartner.Replace("{partner}", p, StringComparison.Ordinal), $"{start}.zip?partner={Uri.EscapeDataString(p)}"))]);
    }

    /// <summary>The address of a picture, with its version: whoever has it need never ask again.</summary>
    internal static string PictureOf(StockedArtwork artwork, PosterFormat format) =>
        $"/{artwork.Language}/{ToolkitRoutes.Page}/{artwork.Artwork.Id}.{format.Name}.{(format.Print ? "pdf" : "png")}?v={artwork.Version}";

    private static string Label(FormatGroup group, ToolkitWords words) => group switch
    {
        FormatGroup.Screens => words.ForScreens,
        FormatGroup.Print => words.ForPrint,
        _ => words.ForAdvertising,
    };

    private static string SizeOf(PosterFormat format)
    {
        var (unit, one) = format.Print ? ("mm", PosterFormat.PointsPerMillimetre) : ("px", 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(format.Width / one)} × {Math.Round(format.Height / one)} {unit}");
    }
}
