using System.Collections.Frozen;

namespace Cairn.Say.Posters.Partners;

/// <summary>A plain colour as SVG writes it.</summary>
internal static class SvgColour
{
    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["black"] = "#000000",
        ["silver"] = "#c0c0c0",
        ["gray"] = "#808080",
        ["grey"] = "#808080",
        ["white"] = "#ffffff",
        ["maroon"] = "#800000",
        ["red"] = "#ff0000",
        ["purple"] = "#800080",
        ["fuchsia"] = "#ff00ff",
        ["green"] = "#008000",
        ["lime"] = "#00ff00",
        ["olive"] = "#808000",
        ["yellow"] = "#ffff00",
        ["navy"] = "#000080",
        ["blue"] = "#0000ff",
        ["teal"] = "#008080",
        ["aqua"] = "#00ffff",
        ["orange"] = "#ffa500",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="attribute">Whose colour it is.</param>
    /// <param name="value">A basic name, "#rgb", "#rrggbb" or "none".</param>
    /// <returns>"#rrggbb", or null for none.</returns>
    /// <exception cref="PartnerMarkException">It is written in another way.</exception>
    public static string? Of(string attribute, string value)
    {
        if (value == "none")
            return null;
        if (Named.TryGetValue(value, out var named))
            return named;
        if (value is not ['#', ..] || !value[1..].All(char.IsAsciiHexDigit))
            throw SvgNames.Refused(attribute);
        return value.ToLowerInvariant() switch
        {
            { Length: 7 } full => full,
            [_, var r, var g, var b] => $"#{r}{r}{g}{g}{b}{b}",
            _ => throw SvgNames.Refused(attribute),
        };
    }
}
