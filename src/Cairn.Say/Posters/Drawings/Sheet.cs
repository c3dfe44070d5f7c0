using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Partners;
using Cairn.Say.Posters.Text;
using Cairn.Say.Posters.Text.Bidi;
using SkiaSharp;

namespace Cairn.Say.Posters.Drawings;

/// <summary>
/// What a layout draws on. It is laid out as for a language read from left to right; where one is read from right to left everything but the letters themselves is mirrored here.
/// </summary>
internal sealed class Sheet(PosterFormat format, bool rightToLeft, SKColor ground)
{
    private readonly List<Piece> pieces = [];
    private readonly List<string> texts = [];
    private readonly List<DrawnNumber> numbers = [];
    private readonly List<DrawnCode> codes = [];
    private readonly List<DrawingFault> faults = [];

    public PosterFormat Format => format;

    public Box Page { get; } = new(0, 0, format.Width, format.Height);

    public Drawing Finish() => new(format.Width, format.Height, format.Bleed, ground, pieces, texts, numbers, codes, faults);

    public void Fault(DrawingFaultKind kind, string what) => faults.Add(new(kind, what));

    /// <summary>A flat area; where it touches the edge of the sheet it runs on through the bleed.</summary>
    public void Band(Box box, SKColor colour)
    {
        var (left, top) = (box.X <= 0 ? -format.Bleed : box.X, box.Y <= 0 ? -format.Bleed : box.Y);
        var (right, bottom) = (box.Right >= format.Width - 0.01 ? format.Width + format.Bleed : box.Right, box.Bottom >= format.Height - 0.01 ? format.Height + format.Bleed : box.Bottom);
        Fill(new(left, top, right - left, bottom - top), colour);
    }

    public void Fill(Box box, SKColor colour, double radius = 0)
    {
        using var path = new SKPathBuilder();
        path.AddRoundRect(Mirrored(box).ToRect(), (float)radius, (float)radius, SKPathDirection.Clockwise);
        pieces.Add(new Piece.Filled(path.Detach(), colour));
    }

    /// <summary>A drawing of shapes, scaled into a box; mirrored with everything else.</summary>
    /// <param name="upright">It moves to the mirrored place and keeps its own right and left, as a cursor does.</param>
    public void Place(SKPath shape, SKMatrix into, SKColor colour, float? stroke = null, bool upright = false)
    {
        var matrix = !rightToLeft ? into : upright
            ? into with { TransX = (float)format.Width - into.TransX }
            : into.PostConcat(new SKMatrix(-1, 0, (float)format.Width, 0, 1, 0, 0, 0, 1));
        using var path = new SKPathBuilder();
        path.AddPath(shape, in matrix, SKPathAddMode.Append);
        path.FillType = shape.FillType;
        var placed = path.Detach();
        pieces.Add(stroke is { } width ? new Piece.Stroked(placed, colour, width * Math.Abs(into.ScaleX)) : new Piece.Filled(placed, colour));
    }

    /// <summary>A shape that keeps its own right and left: a mark.</summary>
    public void PlaceUnmirrored(SKPath shape, Box box, double scale, SKColor colour)
    {
        var where = Mirrored(box);
        using var path = new SKPathBuilder();
        var matrix = new SKMatrix((float)scale, 0, (float)where.X, 0, (float)scale, (float)where.Y, 0, 0, 1);
        path.AddPath(shape, in matrix, SKPathAddMode.Append);
        path.FillType = shape.FillType;
        pieces.Add(new Piece.Filled(path.Detach(), colour));
    }

    /// <summary>A partner's mark, which keeps its right and left.</summary>
    public void Place(PartnerMark mark, Box box) => pieces.Add(new Piece.PartnersMark(mark, Mirrored(box).ToRect()));

    /// <summary>Lines of text from the top of a box, at the side where reading begins.</summary>
    public void Write(TextBlock block, double x, double y, double width, SKColor colour)
    {
        texts.Add(Plain(block.Text.Text));
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var length = block.Lines[i].Width * block.Size;
            var box = Mirrored(new(x, 0, width, 0));
            var over = rightToLeft ? LineOrder.Of(block.Text, block.Lines[i]).Last().Piece.Over * block.Size : 0;
            Line(block, block.Lines[i], rightToLeft ? box.Right - length - over : box.X, y + block.Baselines[i], colour);
        }
    }

    /// <summary>A telephone number: on whole units, so that an independent drawing of it covers the same pixels.</summary>
    public void WriteNumber(TextBlock block, string number, double x, double y, double width, SKColor colour, SKColor behind)
    {
        texts.Add(number);
        var box = Mirrored(new(x, 0, width, 0));
        var length = block.Lines[0].Width * block.Size;
        var left = Snap(rightToLeft ? box.Right - length : box.X);
        var line = Snap(y + block.Baselines[0]);
        Line(block, block.Lines[0], left, line, colour);
        var pieces = block.Text.Words.SelectMany(w => w.Pieces).ToList();
        numbers.Add(new(number, pieces[0].Font.Name, block.Size, new((float)left, (float)line), Inks.Of(pieces, block.Size, left, line), colour, behind));
    }

    /// <param name="box">With the quiet zone.</param>
    public void Code(QrCode code, Box box, double module, SKColor dark)
    {
        var where = Mirrored(box);
        var (x, y) = (Snap(where.X) + QrCode.Quiet * module, Snap(where.Y) + QrCode.Quiet * module);
        pieces.Add(new Piece.Modules(code.Squares(x, y, module), dark));
        var side = code.Size * module;
        codes.Add(new(code.Address, new((float)x, (float)y, (float)(x + side), (float)(y + side)), module));
    }

    // As people write it, without what only told letters which way to run and lines where to end.
    private static string Plain(string text) => string.Concat(text.Where(c => c is not (>= '\u2066' and <= '\u2069'))).Replace('\n', ' ');

    private double Snap(double at) => format.Print ? at : Math.Round(at);

    private Box Mirrored(Box box) => rightToLeft ? box with { X = format.Width - box.Right } : box;

    private void Line(TextBlock block, TextLine line, double left, double baseline, SKColor colour)
    {
        foreach (var (piece, at) in LineOrder.Of(block.Text, line))
        {
            // What only directs the text has no glyph.
            if (piece.Glyphs.Length == 0)
                continue;
            var points = new SKPoint[piece.Glyphs.Length];
            for (var i = 0; i < points.Length; i++)
                points[i] = new((float)(left + (at + piece.X[i]) * block.Size), (float)(baseline - piece.Y[i] * block.Size));
            pieces.Add(new Piece.Letters(piece.Font, (float)block.Size, piece.Glyphs, points, colour));
        }
    }
}
