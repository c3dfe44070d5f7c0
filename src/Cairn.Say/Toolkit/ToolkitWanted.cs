using Cairn.Foundation.Text;
using Cairn.Say.Posters.Formats;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Toolkit;

/// <summary>What formats are for.</summary>
internal enum FormatGroup { Screens, Print, Advertising }

internal static class FormatGroups
{
    /// <summary>Advertising is what a channel limits in bytes.</summary>
    public static FormatGroup Group(this PosterFormat format) =>
        format.Print ? FormatGroup.Print : format.BytesAtMost is not null ? FormatGroup.Advertising : FormatGroup.Screens;

    /// <summary>The word in an address.</summary>
    public static string Slug(this FormatGroup group) => group.ToString().ToLowerInvariant();
}

/// <summary>What a visitor chose. All come from closed lists; anything else in the address is as if it were not there.</summary>
/// <param name="Language">Of the pictures; null for the page's own.</param>
internal sealed record ToolkitWanted(Audience? Who, FormatGroup? Format, Language? Language)
{
    /// <summary>Reads <c>?who=parents&amp;format=print&amp;language=pl</c>. A key given twice counts as not given.</summary>
    public static ToolkitWanted From(IQueryCollection query, IReadOnlyList<Language> offered) => new(
        Audience.All.FirstOrDefault(a => query["who"] == a.Slug),
        Enum.GetValues<FormatGroup>().Cast<FormatGroup?>().FirstOrDefault(g => query["format"] == g!.Value.Slug()),
        offered.FirstOrDefault(l => query["language"] == l.Code));

    /// <summary>One of some dozens of texts, for keeping drawn pages apart.</summary>
    public string Variant => $"{Who?.Slug}/{Format?.Slug()}/{Language?.Code}";

    /// <summary>For the address of everything that is shown; the language is in its path.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { Who is null ? null : "who=" + Who.Slug, Format is { } group ? "format=" + group.Slug() : null }.OfType<string>().ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public bool Includes(StockedArtwork artwork) => (Who is null || artwork.Artwork.Audience == Who) && artwork.Formats.Any(Includes);

    public bool Includes(PosterFormat format) => Format is null || format.Group() == Format;
}
