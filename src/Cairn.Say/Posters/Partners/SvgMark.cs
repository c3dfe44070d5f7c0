using System.Text;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>A mark from an SVG that holds plain shapes and nothing else: nothing that runs, that is fetched, or that looks different from program to program.</summary>
internal static class SvgMark
{
    /// <summary>In bytes.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>How many elements may draw something.</summary>
    public const int MostShapes = 500;

    private const int Deepest = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="PartnerMarkException">It is not such an SVG.</exception>
    public static PartnerMark Read(byte[] file)
    {
        var root = Parse(file);
        SvgNames.Check(root);
        var (sides, place) = Sides(root);
        PartnerMark.CheckShape(sides.Width, sides.Height);

        var shapes = new List<PartnerShape>();
        var drawn = 0;
        AddInside(root, new SvgPen().With(root), place, 1);
        var colours = MarkColours.Of(sides.Width, sides.Height, shapes);
        return colours.Count > 0 ? new PartnerMark(sides.Width, sides.Height, shapes, null, colours)
            : throw new PartnerMarkException("The mark draws nothing inside its own size; check its viewBox and its fills.");

        void AddInside(XElement parent, SvgPen pen, SKMatrix matrix, int depth)
        {
            if (depth > Deepest)
                throw new PartnerMarkException("The mark's groups lie too deep in one another; take the groups apart and save it again.");
            foreach (var node in parent.Nodes())
                if (node is XElement element && !SvgNames.IsIgnored(element))
                    Add(element, pen, matrix, depth);
                else if (node is XProcessingInstruction || (node is XText text && !string.IsNullOrWhiteSpace(text.Value)))
                    throw SvgNames.Stranger();
        }

        void Add(XElement element, SvgPen pen, SKMatrix matrix, int depth)
        {
            SvgNames.Check(element);
            var (own, at) = (pen.With(element), matrix.PreConcat(SvgTransform.Of(element)));
            if (element.Name.LocalName == "g")
            {
                AddInside(element, own, at, depth + 1);
                return;
            }
            if (element.Nodes().Any(n => n is XElement inner ? !SvgNames.IsIgnored(inner) : n is XText t && !string.IsNullOrWhiteSpace(t.Value)))
                throw SvgNames.Stranger();
            if (++drawn > MostShapes)
                throw new PartnerMarkException("The mark has more than 500 shapes; simplify it.");
            shapes.AddRange(own.Draw(SvgOutline.Of(element), at));
        }
    }

    private static XElement Parse(byte[] file)
    {
        var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!file.AsSpan(start).TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            throw new PartnerMarkException("The mark is neither a PNG nor an SVG in UTF-8; save it as one of these.");
        if (file.Length > Largest)
            throw new PartnerMarkException("The mark's SVG is larger than 256 kB; simplify it.");
        try
        {
            using var text = new StringReader(Strict.GetString(file, start, file.Length - start).TrimStart());
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Largest });
            var document = XDocument.Load(reader);
            return document.Nodes().Any(n => n is XProcessingInstruction) ? throw SvgNames.Stranger() : document.Root!;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException)
        {
            // Also what defines entities: a few lines of those grow into gigabytes.
            throw new PartnerMarkException("The mark's SVG is broken, is not in UTF-8 or has a DOCTYPE; save it again as plain SVG.");
        }
    }

    // The place of the first shape's origin: a view box may begin anywhere.
    private static (SKSize Sides, SKMatrix Place) Sides(XElement root)
    {
        if (root.Attribute("viewBox") is { } box)
        {
            if (SvgNumbers.List(box.Value) is not [var x, var y, var width and > 0, var height and > 0])
                throw SvgNumbers.Unreadable();
            return (new SKSize(width, height), SKMatrix.CreateTranslation(-x, -y));
        }
        if (root.Attribute("width") is null || root.Attribute("height") is null)
            throw new PartnerMarkException("The mark's SVG says no size; give it a viewBox.");
        var (wide, high) = (SvgNumbers.Of(root, "width"), SvgNumbers.Of(root, "height"));
        return wide > 0 && high > 0 ? (new SKSize(wide, high), SKMatrix.Identity) : throw SvgNumbers.Unreadable();
    }
}
