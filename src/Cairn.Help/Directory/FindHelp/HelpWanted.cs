using Cairn.Foundation.Text;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Directory.FindHelp;

/// <summary>What a visitor chose. Both come from closed lists; anything else in the address is as if it were not there.</summary>
internal sealed record HelpWanted(Audience? Who, Nation? Nation)
{
    /// <summary>Reads <c>?who=parents&amp;nation=scotland</c>. A key given twice counts as not given.</summary>
    internal static HelpWanted From(IQueryCollection query) =>
        new(Audience.All.FirstOrDefault(a => query["who"] == a.Slug), Nation.All.FirstOrDefault(n => query["nation"] == n.Slug));

    /// <summary>One of a few dozen texts, for keeping drawn pages apart.</summary>
    internal string Variant => $"{Who?.Slug}/{Nation?.Slug}";
}
