using System.Globalization;

namespace Cairn.Say.Packs.Checking;

/// <summary>Contrast of two colours as WCAG 2.2 defines it, from 1 (the same) to 21 (black on white).</summary>
internal static class Contrast
{
    public static double Between(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Linear(hex, 1)) + (0.7152 * Linear(hex, 3)) + (0.0722 * Linear(hex, 5));

    private static double Linear(string hex, int at)
    {
        var channel = int.Parse(hex.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}
