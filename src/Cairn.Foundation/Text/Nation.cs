using System.Diagnostics.CodeAnalysis;

namespace Cairn.Foundation.Text;

/// <summary>A nation of the United Kingdom by its ISO 3166-2 code, because services, laws and public holidays differ between them.</summary>
public sealed record Nation : IParsable<Nation>
{
    private Nation(string code, string slug) => (Code, Slug) = (code, slug);

    public static Nation Scotland { get; } = new("GB-SCT", "scotland");
    public static Nation England { get; } = new("GB-ENG", "england");
    public static Nation Wales { get; } = new("GB-WLS", "wales");
    public static Nation NorthernIreland { get; } = new("GB-NIR", "northern-ireland");

    public static IReadOnlyList<Nation> All { get; } = [Scotland, England, Wales, NorthernIreland];

    /// <summary>ISO 3166-2, for example <c>GB-SCT</c>.</summary>
    public string Code { get; }

    /// <summary>The word used in addresses and as a key of words, for example <c>northern-ireland</c>.</summary>
    public string Slug { get; }

    public static Nation Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var nation) ? nation : throw new FormatException($"'{s}' is not a nation.");

    /// <summary>Accepts the code or the slug.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Nation result)
    {
        result = All.FirstOrDefault(n => n.Code == s || n.Slug == s);
        return result is not null;
    }

    public override string ToString() => Code;
}
