using System.Xml.Linq;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>With which colours an element is filled and stroked: an element has from its parent what it does not say itself.</summary>
/// <param name="Fill">"#rrggbb"; null for none.</param>
/// <param name="FillRule">What is inside where an outline crosses itself.</param>
/// <param name="Stroke">"#rrggbb"; null for none.</param>
/// <param name="Width">Of the stroke, in units of the element.</param>
/// <param name="Cap">How a stroke ends.</param>
/// <param name="Join">How it goes around a corner.</param>
/// <param name="Miter">How far it may run out at a pointed corner, in widths.</param>
internal sealed record SvgPen(
    string? Fill = "#000000", SKPathFillType FillRule = SKPathFillType.Winding, string? Stroke = null, float Width = 1,
    SKStrokeCap Cap = SKStrokeCap.Butt, SKStrokeJoin Join = SKStrokeJoin.Miter, float Miter = 4)
{
    // Far outside of any mark.
    private const float Farthest = 100_000_000;

    /// <exception cref="PartnerMarkException">A colour is not a plain one, or something is not opaque.</exception>
    public SvgPen With(XElement element)
    {
        var pen = this;
        foreach (var attribute in element.Attributes().Where(a => a.Name.Namespace == XNamespace.None))
        {
            var (name, value) = (attribute.Name.LocalName, attribute.Value.Trim());
            pen = name switch
            {
                "fill" => pen with { Fill = SvgColour.Of(name, value) },
                "fill-rule" => pen with { FillRule = value switch { "nonzero" => SKPathFillType.Winding, "evenodd" => SKPathFillType.EvenOdd, _ => throw SvgNames.Refused(name) } },
                "stroke" => pen with { Stroke = SvgColour.Of(name, value) },
                "stroke-width" => pen with { Width = SvgNumbers.Of(element, name) is var width and >= 0 ? width : throw SvgNumbers.Unreadable() },
                "stroke-linecap" => pen with { Cap = value switch { "butt" => SKStrokeCap.Butt, "round" => SKStrokeCap.Round, "square" => SKStrokeCap.Square, _ => throw SvgNames.Refused(name) } },
                "stroke-linejoin" => pen with { Join = value switch { "miter" => SKStrokeJoin.Miter, "round" => SKStrokeJoin.Round, "bevel" => SKStrokeJoin.Bevel, _ => throw SvgNames.Refused(name) } },
                "stroke-miterlimit" => pen with { Miter = SvgNumbers.Of(element, name) is var miter and >= 1 ? miter : throw SvgNumbers.Unreadable() },
                "opacity" or "fill-opacity" or "stroke-opacity" when value != "100%" && SvgNumbers.Of(element, name) < 1 => throw SvgNames.Refused(name),
                _ => pen,
            };
        }
        return pen;
    }

    /// <summary>What the element draws: its fill, and over it its stroke as a shape of its own.</summary>
    /// <param name="outline">In units of the element; is disposed of.</param>
    /// <param name="matrix">From the element to the mark.</param>
    /// <exception cref="PartnerMarkException">It comes to lie too far away.</exception>
    public IEnumerable<PartnerShape> Draw(SKPath outline, SKMatrix matrix)
    {
        using (outline)
        {
            outline.FillType = FillRule;
            if (Fill is not null && !outline.IsEmpty)
                yield return new PartnerShape(Placed(outline, matrix), Fill);
            if (Stroke is null || Width == 0 || outline.IsEmpty)
                yield break;
            using var paint = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = Width, StrokeCap = Cap, StrokeJoin = Join, StrokeMiter = Miter };
            using var stroked = paint.GetFillPath(outline);
            if (stroked is { IsEmpty: false })
                yield return new PartnerShape(Placed(stroked, matrix), Stroke);
        }
    }

    private static SKPath Placed(SKPath outline, SKMatrix matrix)
    {
        var placed = new SKPath();
        outline.Transform(in matrix, placed);
        var bounds = placed.Bounds;
        if (new[] { bounds.Left, bounds.Top, bounds.Right, bounds.Bottom }.All(b => Math.Abs(b) <= Farthest))
            return placed;
        placed.Dispose();
        throw SvgNumbers.Unreadable();
    }
}
