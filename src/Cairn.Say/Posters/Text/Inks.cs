using SkiaSharp;

namespace Cairn.Say.Posters.Text;

/// <summary>The rectangle that letters fill with ink, from the outlines in their font.</summary>
internal static class Inks
{
    public static SKRect Of(IEnumerable<ShapedPiece> pieces, double size, double left, double baseline)
    {
        var ink = SKRect.Empty;
        var pen = left;
        foreach (var piece in pieces)
        {
            var em = piece.Font.UnitsPerEm;
            for (var i = 0; i < piece.Glyphs.Length; i++)
            {
                if (!piece.Font.Shaping.TryGetGlyphExtents(piece.Glyphs[i], out var reach) || reach.Width == 0)
                    continue;
                var x = pen + (piece.X[i] + reach.XBearing / (double)em) * size;
                var y = baseline - (piece.Y[i] + reach.YBearing / (double)em) * size;
                var one = new SKRect((float)x, (float)y, (float)(x + reach.Width * size / em), (float)(y - reach.Height * size / em));
                ink = ink.IsEmpty ? one : SKRect.Union(ink, one);
            }

            pen += piece.Advance * size;
        }

        return ink;
    }
}
