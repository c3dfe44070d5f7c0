using System.Buffers;
using System.Runtime.InteropServices;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Output.Png;
using SkiaSharp;

namespace Cairn.Say.Posters.Output;

/// <summary>A drawing as PNG, one unit a pixel.</summary>
internal static class PngOutput
{
    public static byte[] Write(Drawing drawing)
    {
        var (width, height) = ((int)Math.Round(drawing.Width), (int)Math.Round(drawing.Height));
        var pixels = ArrayPool<byte>.Shared.Rent(width * height * 4);
        var held = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
            using (var surface = SKSurface.Create(info, held.AddrOfPinnedObject(), width * 4))
            {
                surface.Canvas.Clear(drawing.Ground);
                DrawingPainter.Paint(surface.Canvas, drawing);
                surface.Flush();
            }

            return FlatPng.Encode(pixels.AsSpan(0, width * height * 4), width, height);
        }
        finally
        {
            held.Free();
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }
}
