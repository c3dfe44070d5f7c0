using Cairn.Say.Posters.Partners;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Drawings;

/// <summary>One thing to be drawn. Every colour is opaque: what looks see-through was mixed before, so that print and palette need no blending.</summary>
internal abstract record Piece
{
    internal sealed record Filled(SKPath Path, SKColor Colour) : Piece;

    internal sealed record Stroked(SKPath Path, SKColor Colour, float Width) : Piece;

    /// <param name="At">Of each glyph, on the line.</param>
    internal sealed record Letters(PosterFont Font, float Size, ushort[] Glyphs, SKPoint[] At, SKColor Colour) : Piece;

    /// <summary>Squares without a seam between them, never smoothed.</summary>
    internal sealed record Modules(IReadOnlyList<SKRect> Squares, SKColor Colour) : Piece;

    internal sealed record PartnersMark(PartnerMark Mark, SKRect Where) : Piece;
}
