using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>Where an element is moved to, how it is scaled and turned.</summary>
internal static partial class SvgTransform
{
    /// <exception cref="PartnerMarkException">It does anything else to the element.</exception>
    public static SKMatrix Of(XElement element)
    {
        var matrix = SKMatrix.Identity;
        if (element.Attribute("transform")?.Value is not { } text)
            return matrix;
        var at = 0;
        for (var step = Step().Match(text); step.Success; step = Step().Match(text, at))
        {
            matrix = matrix.PreConcat(One(step.Groups["kind"].Value, SvgNumbers.List(step.Groups["numbers"].Value)));
            at = step.Index + step.Length;
        }
        return string.IsNullOrWhiteSpace(text[at..]) ? matrix : throw SvgNames.Refused("transform");
    }

    private static SKMatrix One(string kind, float[] numbers) => (kind, numbers) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new SKMatrix(a, c, e, b, d, f, 0, 0, 1),
        ("translate", [var x]) => SKMatrix.CreateTranslation(x, 0),
        ("translate", [var x, var y]) => SKMatrix.CreateTranslation(x, y),
        ("scale", [var both]) => SKMatrix.CreateScale(both, both),
        ("scale", [var x, var y]) => SKMatrix.CreateScale(x, y),
        ("rotate", [var angle]) => SKMatrix.CreateRotationDegrees(angle),
        ("rotate", [var angle, var x, var y]) => SKMatrix.CreateRotationDegrees(angle, x, y),
        _ => throw SvgNames.Refused("transform"),
    };

    [GeneratedRegex(@"\G\s*,?\s*(?<kind>matrix|translate|scale|rotate)\s*\((?<numbers>[^()]*)\)")]
    private static partial Regex Step();
}
