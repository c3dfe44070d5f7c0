using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <param name="Hex">"#rrggbb".</param>
/// <param name="Share">How much of the opaque part of a mark it covers, from 0 to 1.</param>
internal readonly record struct MarkColour(string Hex, double Share);

/// <summary>Which colours a mark is made of.</summary>
internal static class MarkColours
{
    private const double Least = 0.02;

    // So many pixels along the longer side tell shares to a percent.
    private const int Looks = 512;

    // Blends at edges and traces of compression fall to the colour beside them.
    private const uint Alike = 0xF0F0F0;

    /// <param name="bitmap">RGBA, opaque or not premultiplied; only what is opaque counts.</param>
    /// <returns>From the largest; alike ones together, named by the most frequent. Empty when nothing is opaque, or nothing covers a fiftieth.</returns>
    public static IReadOnlyList<MarkColour> Of(SKBitmap bitmap)
    {
        var counts = Count(bitmap);
        var all = (double)counts.Values.Sum();
        return
        [
            .. counts.GroupBy(c => c.Key & Alike)
                .Select(g => (Count: g.Sum(c => c.Value), Colour: g.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key))
                .Where(c => c.Count >= Least * all)
                .OrderByDescending(c => c.Count).ThenBy(c => c.Colour)
                .Select(c => new MarkColour(Hex(c.Colour), c.Count / all)),
        ];
    }

    /// <returns>Of the shapes as they lie on each other.</returns>
    public static IReadOnlyList<MarkColour> Of(double width, double height, IReadOnlyList<PartnerShape> shapes)
    {
        var scale = Looks / Math.Max(width, height);
        using var bitmap = new SKBitmap(new SKImageInfo((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)scale);
        foreach (var shape in shapes)
        {
            // Without blends every pixel is wholly of one colour.
            using var paint = new SKPaint { IsAntialias = false, Color = SKColor.Parse(shape.Fill) };
            canvas.DrawPath(shape.Outline, paint);
        }
        return Of(bitmap);
    }

    private static Dictionary<uint, int> Count(SKBitmap bitmap)
    {
        var step = Math.Max(1, Math.Max(bitmap.Width, bitmap.Height) / Looks);
        var bytes = bitmap.GetPixelSpan();
        var counts = new Dictionary<uint, int>();
        for (var y = 0; y < bitmap.Height; y += step)
            for (var x = 0; x < bitmap.Width; x += step)
            {
                var pixel = bytes.Slice((y * bitmap.RowBytes) + (4 * x), 4);
                if (pixel[3] == byte.MaxValue)
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (uint)((pixel[0] << 16) | (pixel[1] << 8) | pixel[2]), out _)++;
            }
        return counts;
    }

    private static string Hex(uint rgb) => string.Create(CultureInfo.InvariantCulture, $"#{rgb:x6}");
}
