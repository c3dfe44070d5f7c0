using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Rendering;
using Cairn.Say.Posters.Text;
using SkiaSharp;

/// <summary>
/// A poster as the peers are given it: shapes and code as paths, and each text with its words, size, colour and the box it is to be broken in.
/// Sizes and places are found already, and the code is reckoned: the peers only lay out lines and draw.
/// </summary>
internal static class PeerPoster
{
    public static byte[] Write(ComposedPoster poster)
    {
        var drawing = poster.Drawing;
        var letters = new Queue<Piece.Letters>(drawing.Pieces.OfType<Piece.Letters>());
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["width"] = drawing.Width,
            ["height"] = drawing.Height,
            ["unit"] = poster.Job.Format.Print ? "pt" : "px",
            ["ground"] = Hex(drawing.Ground),
            ["boxes"] = new JsonArray([.. drawing.Pieces.OfType<Piece.Filled>().Where(f => f.Path.IsRect).Select(f => Placed(f.Path.Bounds, new() { ["fill"] = Hex(f.Colour) }))]),
            ["shapes"] = Together(drawing.Pieces),
            ["texts"] = new JsonArray([.. drawing.Texts.Select(text => Text(text, Taken(text, letters), poster.Content.Headline == text || poster.Content.Short == text))]),
        }.ToJsonString());
    }

    // A picture in SVG no larger than what is on it: resvg spends a tenth of a second on one as large as the page.
    private static JsonArray Together(IReadOnlyList<Piece> pieces)
    {
        var groups = new List<(SKRect Where, JsonArray Shapes)>();
        foreach (var piece in pieces)
        {
            if (Shape(piece) is not { } shape)
                continue;
            var where = Where(piece);
            if (groups.Count > 0 && groups[^1].Where.IntersectsWithInclusive(where))
                groups[^1] = (SKRect.Union(where, groups[^1].Where), groups[^1].Shapes);
            else
                groups.Add((where, []));
            groups[^1].Shapes.Add((JsonNode)shape);
        }

        return new([.. groups.Select(g => Placed(g.Where, new() { ["shapes"] = g.Shapes }))]);
    }

    private static SKRect Where(Piece piece)
    {
        var where = piece switch
        {
            Piece.Filled filled => filled.Path.Bounds,
            Piece.Stroked stroked => SKRect.Inflate(stroked.Path.Bounds, stroked.Width / 2, stroked.Width / 2),
            Piece.Modules modules => modules.Squares.Aggregate(SKRect.Union),
            _ => throw new ArgumentOutOfRangeException(nameof(piece)),
        };
        // On whole pixels, or its squares would be drawn between two.
        return new(MathF.Floor(where.Left), MathF.Floor(where.Top), MathF.Ceiling(where.Right), MathF.Ceiling(where.Bottom));
    }

    private static JsonObject Placed(SKRect where, JsonObject what)
    {
        (what["x"], what["y"], what["width"], what["height"]) = (where.Left, where.Top, where.Width, where.Height);
        return what;
    }

    private static JsonObject? Shape(Piece piece) => piece switch
    {
        Piece.Filled { Path.IsRect: true } => null,
        Piece.Filled filled => new() { ["d"] = filled.Path.ToSvgPathData(), ["fill"] = Hex(filled.Colour) },
        Piece.Stroked stroked => new() { ["d"] = stroked.Path.ToSvgPathData(), ["stroke"] = Hex(stroked.Colour), ["width"] = stroked.Width },
        Piece.Modules modules => new() { ["d"] = string.Concat(modules.Squares.Select(Square)), ["fill"] = Hex(modules.Colour), ["crisp"] = true },
        _ => null,
    };

    private static string Square(SKRect at) => string.Create(CultureInfo.InvariantCulture, $"M{at.Left} {at.Top}h{at.Width}v{at.Height}h{-at.Width}z");

    // What is written comes in the order of the texts; a letter of Latin script is one glyph here.
    private static List<Piece.Letters> Taken(string text, Queue<Piece.Letters> letters)
    {
        var taken = new List<Piece.Letters>();
        var left = text.Count(c => !char.IsWhiteSpace(c));
        while (left > 0)
        {
            var next = letters.Dequeue();
            taken.Add(next);
            left -= next.Glyphs.Count(glyph => !Blank(next.Font, glyph));
        }

        return left == 0 ? taken : throw new InvalidOperationException($"The glyphs of '{text}' are not its letters.");
    }

    private static bool Blank(PosterFont font, ushort glyph) =>
        new[] { ' ', '\u00A0' }.Any(blank => font.Shaping.TryGetNominalGlyph(blank, out var id) && id == glyph);

    private static JsonObject Text(string text, List<Piece.Letters> pieces, bool tight)
    {
        var first = pieces[0];
        using var font = new SKFont(first.Font.Typeface, first.Size) { LinearMetrics = true, Subpixel = true, Hinting = SKFontHinting.None };
        var lines = pieces.Select(p => p.At[0].Y).Distinct().ToList();
        var leading = lines.Count > 1 ? (lines[^1] - lines[0]) / (lines.Count - 1) : first.Size * 1.28;
        var right = pieces.Max(p => p.At[^1].X + font.GetGlyphWidths(p.Glyphs)[^1]);
        var (above, below) = (-font.Metrics.Ascent, font.Metrics.Descent);
        return new()
        {
            ["text"] = text,
            ["x"] = first.At[0].X,
            ["top"] = lines[0] - above - (leading - above - below) / 2,
            // As wide as the widest line and a little: broken at the same places.
            ["width"] = right - first.At[0].X + first.Size * 0.06,
            ["size"] = first.Size,
            ["leading"] = leading / first.Size,
            ["spacing"] = tight ? Lettering.Tight * first.Size : 0,
            ["weight"] = first.Font == PosterFont.In(PosterFont.Latin, Weight.Heavy) ? 800 : 400,
            ["colour"] = Hex(first.Colour),
        };
    }

    private static string Hex(SKColor colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}
