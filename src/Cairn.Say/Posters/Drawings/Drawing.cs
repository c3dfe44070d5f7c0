using SkiaSharp;

namespace Cairn.Say.Posters.Drawings;

/// <summary>A whole artwork in one format and language, ready for any way of putting it out. The origin is the corner of the trimmed sheet.</summary>
/// <param name="Texts">Everything that is written on it, in reading order.</param>
/// <param name="Faults">What is wrong with it; empty for one that may be shown.</param>
internal sealed record Drawing(
    double Width, double Height, double Bleed, SKColor Ground, IReadOnlyList<Piece> Pieces, IReadOnlyList<string> Texts,
    IReadOnlyList<DrawnNumber> Numbers, IReadOnlyList<DrawnCode> Codes, IReadOnlyList<DrawingFault> Faults);

/// <summary>A telephone number on a drawing.</summary>
/// <param name="Ink">The rectangle its ink fills.</param>
/// <param name="Origin">Where its first digit stands on the line.</param>
/// <param name="Size">Of the letters, in units.</param>
internal sealed record DrawnNumber(string Number, string Font, double Size, SKPoint Origin, SKRect Ink, SKColor Colour, SKColor Ground);

/// <summary>A QR code on a drawing.</summary>
/// <param name="Where">Without its quiet zone.</param>
/// <param name="Module">Side of one square; four of them stay blank around the code.</param>
internal sealed record DrawnCode(string Address, SKRect Where, double Module);

internal enum DrawingFaultKind { Overflow, QuietZone, NoGlyph, TooManyIdeas }

/// <param name="What">Which part of the drawing: headline, number, small print.</param>
internal sealed record DrawingFault(DrawingFaultKind Kind, string What);
