using Cairn.Say.Packs.Checking;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>The mark of a partner who puts its name to a poster, read from a PNG or from an SVG of plain shapes. It has either shapes or a picture.</summary>
/// <param name="Width">In units of the SVG, or in pixels of the PNG; at most six times the height.</param>
/// <param name="Height">As the width; at most six times the width.</param>
/// <param name="Shapes">From the undermost; what lies outside of the mark's sides is not drawn. Empty for a PNG.</param>
/// <param name="Picture">sRGB, with its transparency. Null for an SVG.</param>
/// <param name="Shares">Its colours, each with how much of what is opaque it covers, from the largest; none covers less than a fiftieth.</param>
internal sealed record PartnerMark(double Width, double Height, IReadOnlyList<PartnerShape> Shapes, SKImage? Picture, IReadOnlyList<MarkColour> Shares) : IDisposable
{
    /// <summary>The most by which one side may be longer than the other.</summary>
    public const double LongestShape = 6;

    // Less of the mark than this nobody recognises it by.
    private const double Telling = 0.05;

    /// <summary>"#rrggbb" of each colour that covers at least a fiftieth of what is opaque, from the largest.</summary>
    public IReadOnlyList<string> Colours { get; } = [.. Shares.Select(s => s.Hex)];

    /// <exception cref="PartnerMarkException">The file cannot be read, is neither, is too large, or has something in it that a mark may not have.</exception>
    public static PartnerMark Read(string path)
    {
        var bytes = MarkFile.Read(path);
        return PngMark.Is(bytes) ? PngMark.Read(bytes) : SvgMark.Read(bytes);
    }

    /// <summary>How well the mark stands out from a ground.</summary>
    /// <param name="hexGround">"#rrggbb".</param>
    /// <returns>From 1 to 21: the best contrast of any colour that covers at least a twentieth of the mark; 1 when none does.</returns>
    public double ContrastOn(string hexGround) =>
        Shares.Where(s => s.Share >= Telling).Select(s => Contrast.Between(s.Hex, hexGround)).DefaultIfEmpty(1).Max();

    /// <summary>Draws the mark as large as it fits, in the middle.</summary>
    /// <param name="canvas">Is left as it was.</param>
    /// <param name="into">In units of the canvas.</param>
    public void Draw(SKCanvas canvas, SKRect into)
    {
        var scale = (float)Math.Min(into.Width / Width, into.Height / Height);
        using var kept = new SKAutoCanvasRestore(canvas);
        canvas.Translate(into.MidX - (scale * (float)Width / 2), into.MidY - (scale * (float)Height / 2));
        canvas.Scale(scale);
        var sides = new SKRect(0, 0, (float)Width, (float)Height);
        canvas.ClipRect(sides);
        if (Picture is not null)
            canvas.DrawImage(Picture, sides, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        foreach (var shape in Shapes)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(shape.Fill) };
            canvas.DrawPath(shape.Outline, paint);
        }
    }

    public void Dispose()
    {
        Picture?.Dispose();
        foreach (var shape in Shapes)
            shape.Outline.Dispose();
    }

    /// <exception cref="PartnerMarkException">One side is more than six times as long as the other.</exception>
    internal static void CheckShape(double width, double height)
    {
        if (Math.Max(width, height) > LongestShape * Math.Min(width, height))
            throw new PartnerMarkException("The mark is more than six times as long in one direction as in the other; choose a more compact form of it.");
    }
}
