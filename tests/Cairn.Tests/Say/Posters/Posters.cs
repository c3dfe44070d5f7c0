using Cairn.Foundation.Text;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Output;
using Cairn.Say.Posters.Rendering;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

/// <summary>The artwork of the bundled campaign, composed once.</summary>
internal static class Posters
{
    private static readonly Lazy<PosterRenderer> Ours = new(() => new(FolderPosters.Read(Checkout.Campaign, TimeProvider.System).Contents));

    public static PosterRenderer Renderer => Ours.Value;

    public static IReadOnlyList<Artwork> Artworks => Renderer.Contents.Pack.Artworks;

    public static IReadOnlyList<Language> Languages => [.. Renderer.Contents.Pack.Campaign.Languages.Select(l => l.Language)];

    /// <summary>Every picture there is, without those of drafts that are too long for their format.</summary>
    public static IEnumerable<ComposedPoster> All() => PosterRenderer.Jobs(Renderer.Contents.Pack, null, null).Select(Of).OfType<ComposedPoster>().Where(p => p.Drawing.Faults.Count == 0);

    public static ComposedPoster? Of(PosterJob job) => Renderer.Content(job, out _) is { } content ? Renderer.Compose(job, content) : null;

    public static ComposedPoster Of(string artwork, string language, string format) =>
        Of(new PosterJob(Artworks.Single(a => a.Id == artwork), Language.Parse(language, null), PosterFormat.Named(format)!))!;

    /// <summary>A picture of one's own words.</summary>
    public static ComposedPoster With(string artwork, string language, string format, Func<PosterContent, PosterContent> words)
    {
        var job = new PosterJob(Artworks.Single(a => a.Id == artwork), Language.Parse(language, null), PosterFormat.Named(format)!);
        return Renderer.Compose(job, words(Renderer.Content(job, out _)!));
    }

    /// <summary>A text with the marks a printer sets.</summary>
    public static string AsPrinted(ComposedPoster poster, string text) => poster.Job.Language.RightToLeft ? text : Typography.Of(text);

    /// <summary>The drawing as pixels, so many to a unit.</summary>
    public static SKBitmap Pixels(Drawing drawing, float scale = 1)
    {
        var bitmap = new SKBitmap((int)Math.Ceiling(drawing.Width * scale), (int)Math.Ceiling(drawing.Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(drawing.Ground);
        canvas.Scale(scale);
        DrawingPainter.Paint(canvas, drawing);
        return bitmap;
    }
}
