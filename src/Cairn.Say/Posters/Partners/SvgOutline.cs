using System.Xml.Linq;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>The outline of an element in its own units. What has no size has an empty one.</summary>
internal static class SvgOutline
{
    /// <exception cref="PartnerMarkException">Its numbers cannot be read.</exception>
    public static SKPath Of(XElement element)
    {
        if (element.Name.LocalName == "path")
            return Path(element.Attribute("d")?.Value ?? "");
        using var builder = new SKPathBuilder();
        switch (element.Name.LocalName)
        {
            case "rect":
                Rect(builder, element);
                break;
            case "circle":
                Oval(builder, element, Positive(element, "r"), Positive(element, "r"));
                break;
            case "ellipse":
                Oval(builder, element, Positive(element, "rx"), Positive(element, "ry"));
                break;
            default:
                Corners(builder, element, close: element.Name.LocalName == "polygon");
                break;
        }
        return builder.Detach();
    }

    // The drawing library forgives a path that does not begin with "move to", and gives nothing for numbers without end.
    private static SKPath Path(string data)
    {
        var text = data.Trim();
        if (text is "" or "none")
            return new SKPath();
        var path = text[0] is 'M' or 'm' ? SKPath.ParseSvgPathData(text) : null;
        if (path is { PointCount: > 0 })
            return path;
        path?.Dispose();
        throw SvgNumbers.Unreadable();
    }

    private static void Rect(SKPathBuilder builder, XElement element)
    {
        var (width, height) = (Positive(element, "width"), Positive(element, "height"));
        if (width == 0 || height == 0)
            return;
        var rect = SKRect.Create(SvgNumbers.Of(element, "x"), SvgNumbers.Of(element, "y"), width, height);
        // One radius stands for both.
        var (rx, ry) = (Positive(element, element.Attribute("rx") is null ? "ry" : "rx"), Positive(element, element.Attribute("ry") is null ? "rx" : "ry"));
        if (rx == 0 || ry == 0)
            builder.AddRect(rect, SKPathDirection.Clockwise);
        else
            builder.AddRoundRect(rect, Math.Min(rx, width / 2), Math.Min(ry, height / 2), SKPathDirection.Clockwise);
    }

    private static void Oval(SKPathBuilder builder, XElement element, float rx, float ry)
    {
        var (x, y) = (SvgNumbers.Of(element, "cx"), SvgNumbers.Of(element, "cy"));
        if (rx > 0 && ry > 0)
            builder.AddOval(new SKRect(x - rx, y - ry, x + rx, y + ry), SKPathDirection.Clockwise);
    }

    private static void Corners(SKPathBuilder builder, XElement element, bool close)
    {
        var numbers = SvgNumbers.List(element.Attribute("points")?.Value ?? "");
        if (numbers.Length % 2 != 0)
            throw SvgNumbers.Unreadable();
        if (numbers.Length > 0)
            builder.AddPoly([.. numbers.Chunk(2).Select(p => new SKPoint(p[0], p[1]))], close);
    }

    private static float Positive(XElement element, string attribute) => SvgNumbers.Of(element, attribute) is var size and >= 0 ? size : throw SvgNumbers.Unreadable();
}
