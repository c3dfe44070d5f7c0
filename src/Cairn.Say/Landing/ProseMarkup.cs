using Cairn.Say.Packs;
using Microsoft.AspNetCore.Components;

namespace Cairn.Say.Landing;

/// <summary>The only place where text becomes a page as it is: <c>docs/decisions/0005-only-cleaned-prose-is-drawn-raw.md</c>.</summary>
internal static class ProseMarkup
{
    /// <remarks>A piece may open an element that a later piece closes; the renderer writes it through without looking.</remarks>
    public static RenderFragment Draw(this CleanHtml html) => builder => builder.AddMarkupContent(0, html.Value);
}
