using System.Diagnostics.CodeAnalysis;

namespace Cairn.Foundation.Text;

/// <summary>Whom a page, message or service speaks to. The slug is the page's address and the name of its colour.</summary>
public sealed record Audience : IParsable<Audience>
{
    private Audience(string slug) => Slug = slug;

    /// <summary>An adult worried about their own thoughts or behaviour.</summary>
    public static Audience Yourself { get; } = new("yourself");

    /// <summary>A child or young person under 18.</summary>
    public static Audience YoungPeople { get; } = new("young-people");

    public static Audience Parents { get; } = new("parents");

    /// <summary>Someone worried about what another person does.</summary>
    public static Audience SomeoneElse { get; } = new("someone-else");

    public static IReadOnlyList<Audience> All { get; } = [Yourself, YoungPeople, Parents, SomeoneElse];

    public string Slug { get; }

    public static Audience Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var audience) ? audience : throw new FormatException($"'{s}' is not an audience.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Audience result)
    {
        result = All.FirstOrDefault(a => a.Slug == s);
        return result is not null;
    }

    public override string ToString() => Slug;
}
