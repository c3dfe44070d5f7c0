using System.Collections.Concurrent;
using Cairn.Say.Posters.Drawings;
using SkiaSharp;

namespace Cairn.Say.Posters.Motifs;

/// <summary>Puts a motif on a sheet.</summary>
internal static class MotifPainter
{
    private const double Side = 400;

    private static readonly ConcurrentDictionary<string, SKPath> Read = new(StringComparer.Ordinal);

    /// <param name="box">As wide as it is high.</param>
    /// <param name="colours">What each colour of the motif is on this ground.</param>
    public static void Place(Sheet sheet, Motif motif, Box box, Func<MotifColour, SKColor> colours)
    {
        var scale = box.Width / Side;
        foreach (var shape in MotifShapes.Of(motif))
        {
            var into = new SKMatrix(
                (float)(scale * shape.Scale), 0, (float)(box.X + scale * shape.X),
                0, (float)(scale * shape.Scale), (float)(box.Y + scale * shape.Y), 0, 0, 1);
            sheet.Place(PathOf(shape.Path), into, Mix(colours(shape.Colour), colours(MotifColour.Ground), shape.Strength), shape.Stroke > 0 ? (float)(shape.Stroke / shape.Scale) : null, shape.Upright);
        }
    }

    internal static SKPath PathOf(string data) => Read.GetOrAdd(data, d => SKPath.ParseSvgPathData(d));

    internal static SKColor Mix(SKColor colour, SKColor ground, double strength)
    {
        byte Channel(byte a, byte b) => (byte)Math.Round(b + (a - b) * strength);
        return new(Channel(colour.Red, ground.Red), Channel(colour.Green, ground.Green), Channel(colour.Blue, ground.Blue));
    }
}
