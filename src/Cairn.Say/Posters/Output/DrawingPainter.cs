using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Output;

/// <summary>Draws the pieces of a drawing, on whatever canvas.</summary>
internal static class DrawingPainter
{
    /// <param name="typeface">The font to draw with in place of the one that shaped; null to draw with that one.</param>
    public static void Paint(SKCanvas canvas, Drawing drawing, Func<PosterFont, SKTypeface>? typeface = null)
    {
        using var paint = new SKPaint { IsAntialias = true };
        using var font = new SKFont { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias, LinearMetrics = true, BaselineSnap = false };
        using var letters = new SKTextBlobBuilder();
        foreach (var piece in drawing.Pieces)
        {
            paint.Style = SKPaintStyle.Fill;
            paint.IsAntialias = true;
            switch (piece)
            {
                case Piece.Filled filled:
                    paint.Color = filled.Colour;
                    canvas.DrawPath(filled.Path, paint);
                    break;
                case Piece.Stroked stroked:
                    (paint.Style, paint.Color, paint.StrokeWidth, paint.StrokeJoin, paint.StrokeCap) = (SKPaintStyle.Stroke, stroked.Colour, stroked.Width, SKStrokeJoin.Round, SKStrokeCap.Round);
                    canvas.DrawPath(stroked.Path, paint);
                    break;
                case Piece.Modules modules:
                    (paint.Color, paint.IsAntialias) = (modules.Colour, false);
                    foreach (var square in modules.Squares)
                        canvas.DrawRect(square, paint);
                    break;
                case Piece.PartnersMark partner:
                    partner.Mark.Draw(canvas, partner.Where);
                    break;
                case Piece.Letters { Glyphs.Length: > 0 } text:
                    (paint.Color, font.Typeface, font.Size) = (text.Colour, typeface?.Invoke(text.Font) ?? text.Font.Typeface, text.Size);
                    letters.AddPositionedRun(text.Glyphs, font, text.At);
                    using (var blob = letters.Build())
                        canvas.DrawText(blob, 0, 0, paint);
                    break;
            }
        }
    }
}
