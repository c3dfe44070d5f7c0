using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary>Checks the links of a page and gives those inside the site the page's language.</summary>
internal sealed class PageLinks(string page, Language language, PackMap things, FindingList findings, Func<int, Place> at)
{
    public void Rewrite(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            var place = at(link.Line);
            var to = link.Url ?? "";
            if (link.IsImage)
            {
                findings.Add(PageRules.Picture, place, "A picture stands here.");
                continue;
            }

            if (link.FirstChild is null)
                findings.Add(FileRules.EmptyText, place, $"The link to {to} has no words.");
            if (to.StartsWith('#') || (to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal)))
            {
                things.Links.Add(new(place, language, page, to));
                link.Url = InLanguage(to, language);
            }
            else if (HttpsAddress.TryParse(to, out _))
                link.GetAttributes().AddProperty("rel", "noreferrer");
            else if (to.StartsWith("service:", StringComparison.Ordinal) || to.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
                findings.Add(PageRules.BadLink, place, $"'{Shown(to)}' is not an address.", "cite the service in double brackets: [[service:ID]]");
            else
                findings.Add(PageRules.BadLink, place, $"A link to '{Shown(to)}' is not allowed.");
        }

        foreach (var bare in document.Descendants<AutolinkInline>())
            findings.Add(PageRules.BadLink, at(bare.Line), $"'{Shown(bare.Url)}' stands without words.", "write [words that say where it leads](address)");
    }

    /// <summary><c>/find-help</c> becomes <c>/en/find-help</c>; the home page <c>/</c> becomes <c>/en</c>.</summary>
    internal static string InLanguage(string to, Language language) => to switch
    {
        ['#', ..] => to,
        "/" => $"/{language}",
        ['/', '#' or '?', ..] => $"/{language}{to[1..]}",
        _ => $"/{language}{to}",
    };

    private static string Shown(string address) => address.Length <= 60 ? address : address[..60] + "…";
}
