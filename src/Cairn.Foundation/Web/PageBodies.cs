using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Microsoft.AspNetCore.Components;

namespace Cairn.Foundation.Web;

/// <summary>What the campaign adds to a page that another module draws, such as its own words under the directory's results. Swapped whole.</summary>
public sealed class PageBodies
{
    private volatile FrozenDictionary<(string Page, string Language), RenderFragment> bodies = FrozenDictionary<(string, string), RenderFragment>.Empty;

    /// <summary>The campaign's part of a page, or null when it has none.</summary>
    public RenderFragment? In(string page, Language language) => bodies.GetValueOrDefault((page, language.Code));

    public void Swap(IEnumerable<(string Page, Language Language, RenderFragment Body)> fresh) =>
        bodies = fresh.ToFrozenDictionary(b => (b.Page, b.Language.Code), b => b.Body);
}
