using Cairn.Say.Posters.Output.Png;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

/// <summary>A picture that is as hard to write as a poster: a ground, large letters over each other's edges, circles, and a checker like that of a code.</summary>
internal static class TestPoster
{
    private const int Modules = 41;

    /// <param name="side">In pixels.</param>
    public static SKBitmap Draw(int side)
    {
        var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColor.Parse("#12355b"));
        canvas.Scale(side / 1080f);
        Circle(canvas, 880, 240, 260, "#f2b632");
        Circle(canvas, 700, 900, 300, "#d1495b");
        using var letters = typeof(FlatPng).Assembly.GetManifestResourceStream("AtkinsonHyperlegibleNext_800ExtraBold.ttf");
        using var face = SKTypeface.FromStream(letters);
        Line(canvas, face, "You are not", 260, 150, "#ffffff");
        Line(canvas, face, "alone.", 420, 190, "#f2b632");
        Line(canvas, face, "Call 0800 123 456, at any hour, free.", 540, 52, "#ffffff");
        Line(canvas, face, "Somebody listens and does not ask for your name.", 610, 40, "#cfe3f5");
        Checker(canvas);
        return bitmap;
    }

    private static void Circle(SKCanvas canvas, float x, float y, float radius, string colour)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(colour) };
        canvas.DrawCircle(x, y, radius, paint);
    }

    private static void Line(SKCanvas canvas, SKTypeface face, string words, float y, float size, string colour)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(colour) };
        using var font = new SKFont(face, size) { Edging = SKFontEdging.Antialias, Subpixel = true };
        canvas.DrawText(words, 60, y, SKTextAlign.Left, font, paint);
    }

    private static void Checker(SKCanvas canvas)
    {
        const int Module = 8;
        using var light = new SKPaint { Color = SKColors.White };
        using var dark = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(60, 700, Modules * Module, Modules * Module, light);
        var random = new Random(5);
        for (var n = 0; n < Modules * Modules; n++)
            if (random.Next(2) == 0)
                canvas.DrawRect(60 + (n % Modules * Module), 700 + (n / Modules * Module), Module, Module, dark);
    }
}
