using System.Collections.Frozen;
using System.Xml.Linq;

namespace Cairn.Say.Posters.Partners;

/// <summary>Which elements and attributes of SVG a mark may have. A name is told to the reader only when it is one that SVG knows.</summary>
internal static class SvgNames
{
    private const string Svg = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> Everywhere =
    [
        "id", "class", "role", "aria-label", "aria-hidden", "data-name",
        "fill", "fill-rule", "fill-opacity", "clip-rule", "opacity",
        "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    ];

    private static readonly FrozenDictionary<string, string[]> Own = new Dictionary<string, string[]>
    {
        // The place of an outermost svg means nothing.
        ["svg"] = ["viewBox", "width", "height", "x", "y", "version", "baseProfile", "preserveAspectRatio"],
        ["g"] = ["transform"],
        ["path"] = ["transform", "d"],
        ["rect"] = ["transform", "x", "y", "width", "height", "rx", "ry"],
        ["circle"] = ["transform", "cx", "cy", "r"],
        ["ellipse"] = ["transform", "cx", "cy", "rx", "ry"],
        ["polygon"] = ["transform", "points"],
        ["polyline"] = ["transform", "points"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Told =
    [
        .. Everywhere, .. Own.Keys, .. Own.Values.SelectMany(o => o), "defs",
        "a", "animate", "animateMotion", "animateTransform", "clipPath", "feImage", "filter", "foreignObject", "image", "line", "linearGradient", "marker", "mask",
        "pattern", "radialGradient", "script", "set", "stop", "style", "switch", "symbol", "text", "textPath", "tspan", "use", "view",
        "clip-path", "color", "display", "href", "letter-spacing", "marker-end", "marker-mid", "marker-start", "mix-blend-mode", "paint-order", "stroke-dasharray",
        "stroke-dashoffset", "vector-effect", "visibility",
    ];

    /// <returns>True for what describes a mark and draws nothing.</returns>
    public static bool IsIgnored(XElement element) =>
        element.Name.NamespaceName == Svg && (element.Name.LocalName is "title" or "desc" or "metadata" || (element.Name.LocalName == "defs" && !element.HasElements));

    /// <exception cref="PartnerMarkException">The element, or one of its attributes, has no place in a mark.</exception>
    public static void Check(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Name.NamespaceName != Svg)
            throw Stranger();
        if (!Own.TryGetValue(name, out var own) || (name == "svg" && element.Parent is not null))
            throw Refused(name);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            Check(attribute, own);
    }

    /// <summary>Something is in the mark whose name is not repeated.</summary>
    public static PartnerMarkException Stranger() => new("The mark has something in it that is not a plain shape; save it as plain SVG, with every part turned into paths.");

    /// <summary>A name that SVG knows is told; any other is not.</summary>
    public static PartnerMarkException Refused(string name) =>
        Told.Contains(name) ? new($"The mark uses \"{name}\" in a way that a partner's mark may not; turn every part into opaque, filled paths and save it as plain SVG.") : Stranger();

    private static void Check(XAttribute attribute, string[] own)
    {
        var (name, space) = (attribute.Name.LocalName, attribute.Name.Namespace);
        if (attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase) && attribute.Value.Contains('('))
            throw new PartnerMarkException("The mark refers to something by url(...), as gradients and masks do; use plain colours.");
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            throw new PartnerMarkException("The mark has an attribute that runs a script; save it as plain SVG.");
        if (space == XNamespace.Xml && name is "space" or "lang")
            return;
        if (space != XNamespace.None || !(Everywhere.Contains(name) || own.Contains(name)))
            throw Refused(name);
    }
}
