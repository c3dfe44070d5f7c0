using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cairn.Say.Posters.Partners;

/// <summary>Numbers as SVG writes them, in its own units.</summary>
internal static partial class SvgNumbers
{
    // Beyond this, single precision no longer tells two edges of a mark apart.
    private const float Largest = 1_000_000;

    /// <returns>The numbers, which commas, blanks or signs set apart.</returns>
    /// <exception cref="PartnerMarkException">Something else stands between them, or one is too large.</exception>
    public static float[] List(string text)
    {
        var numbers = new List<float>();
        var at = 0;
        for (var match = Next().Match(text, at); match.Success; match = Next().Match(text, at))
        {
            numbers.Add(Parse(match.Groups["number"].ValueSpan));
            at = match.Index + match.Length;
        }
        return string.IsNullOrWhiteSpace(text[at..]) ? [.. numbers] : throw Unreadable();
    }

    /// <returns>The attribute as one number, with or without "px"; 0 when it is not there.</returns>
    /// <exception cref="PartnerMarkException">It is something else, or a share of something.</exception>
    public static float Of(XElement element, string attribute)
    {
        if (element.Attribute(attribute)?.Value.Trim() is not { } text)
            return 0;
        return List(text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text) is [var number] ? number : throw Unreadable();
    }

    public static PartnerMarkException Unreadable() => new("The mark has a number, a path or a size that cannot be read; save it again as plain SVG, with sizes in pixels.");

    private static float Parse(ReadOnlySpan<char> number) =>
        float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && Math.Abs(parsed) <= Largest ? parsed : throw Unreadable();

    [GeneratedRegex(@"\G\s*,?\s*(?<number>[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)")]
    private static partial Regex Next();
}
