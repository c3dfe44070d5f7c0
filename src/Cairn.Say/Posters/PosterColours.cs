using Cairn.Foundation.Text;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Checking;
using SkiaSharp;

namespace Cairn.Say.Posters;

/// <summary>The colours of one artwork.</summary>
/// <param name="Ground">Behind the sentence.</param>
/// <param name="Text">Of the sentence.</param>
/// <param name="Panel">Behind the way to help.</param>
/// <param name="PanelText">Of the way to help.</param>
internal sealed record PosterColours(SKColor Ground, SKColor Text, SKColor Panel, SKColor PanelText, SKColor Accent, SKColor Ink, SKColor Light)
{
    /// <summary>Behind a QR code and a partner's mark, whatever the ground.</summary>
    internal static readonly SKColor White = SKColors.White;

    public static PosterColours Of(Artwork artwork, Palette palette)
    {
        SKColor Named(string name) => SKColor.Parse(palette.ByName.GetValueOrDefault(name) ?? LookCheck.Own[name]);
        var (ink, beacon) = (Named("ink"), Named("beacon"));
        if (artwork.Layout == ArtworkLayout.Figure)
            return new(beacon, ink, ink, White, White, ink, White);
        // Adults who may offend are spoken to from the dark; everyone else from the colour of their door.
        return artwork.Audience is null || artwork.Audience == Audience.Yourself
            ? new(ink, White, beacon, ink, beacon, ink, White)
            : new(Named(artwork.Audience.Slug), White, White, ink, beacon, ink, White);
    }
}
