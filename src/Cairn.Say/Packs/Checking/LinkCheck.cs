using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking;

/// <summary>SHAPE, links and citations: everything a page, message or placement leads to is there.</summary>
internal static class LinkCheck
{
    public static void Run(Checked on)
    {
        foreach (var link in on.Map.Links)
            Follow(on, link);
        foreach (var citation in on.Map.Citations)
        {
            if (citation is { Kind: "figure" or "service" or "message", Id: { } id })
                Exists(on, citation.Kind, id, citation.Place);
        }
    }

    // Pages of the program that always lead on, whatever is open.
    private static readonly string[] PagesOfTheProgram = ["report"];

    private static void Follow(Checked on, PackLink link)
    {
        if (link.To.StartsWith("service:", StringComparison.Ordinal))
        {
            var id = link.To["service:".Length..];
            if (Exists(on, "service", id, link.Place) && on.Pack.Services.Services.FirstOrDefault(s => s.Id == id) is { } service && !ServiceCheck.HasWayIn(on, service))
                on.Findings.Add(ServiceRules.NoWayIn, link.Place, $"No number or address of {id} may be shown today.");
            return;
        }

        var (path, query, anchor) = Parts(link.To);
        var page = path switch { "" => link.Page, "/" => "home", ['/', .. var rest] => rest, _ => null };
        if (page is not null && on.Map.Unread.Contains($"pages/{on.Reference}/{page}.md"))
            return;
        if (page is not null && PagesOfTheProgram.Contains(page) && query is null && anchor is null)
            return;
        var figure = page?.StartsWith("figures/", StringComparison.Ordinal) == true;
        if (figure && on.Map.Knows($"figure:{page!["figures/".Length..]}") && query is null && anchor is null)
            return;
        if (page is null || figure || path == "/home" || !on.Map.Pages.Contains((page, on.Reference)))
            on.Findings.Add(PageRules.DeadLink, link.Place, $"There is no page {link.To}.", Near(path));
        else if (query is not null && (page != "find-help" || !IsHelpWanted(query)))
            on.Findings.Add(PageRules.DeadLink, link.Place, $"'{link.To}' asks for something the page does not know.", "only /find-help takes ?who=AUDIENCE and nation=NATION");
        else if (anchor is not null && Headings(on, page, link.Language) is { } headings && !headings.Contains(anchor))
            on.Findings.Add(PageRules.DeadAnchor, link.Place, $"The page '{page}' has no heading #{anchor}.", Nearest.To(anchor, headings) is { } near ? $"did you mean #{near}?" : null);
    }

    private static string? Near(string path) =>
        Nearest.To(path.TrimStart('/'), Vocabulary.PageIds) is { } near ? $"did you mean /{near}?" : null;

    private static (string Path, string? Query, string? Anchor) Parts(string to)
    {
        string? anchor = null, query = null;
        if (to.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash)
            (to, anchor) = (to[..hash], to[(hash + 1)..]);
        if (to.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            (to, query) = (to[..mark], to[(mark + 1)..]);
        return (to, query, anchor);
    }

    private static bool IsHelpWanted(string query) => query.Split('&').All(pair => pair.Split('=') switch
    {
        ["who", var who] => Audience.TryParse(who, null, out _),
        ["nation", var nation] => Nation.All.Any(n => n.Slug == nation),
        _ => false,
    });

    // Null when the page could not be read.
    private static IReadOnlyList<string>? Headings(Checked on, string page, Language language) =>
        on.Map.Headings.GetValueOrDefault((page, language)) ?? on.Map.Headings.GetValueOrDefault((page, on.Reference));

    private static bool Exists(Checked on, string kind, string id, Place place)
    {
        if (on.Map.Knows($"{kind}:{id}"))
            return true;
        if (on.Map.Unread.Contains(kind == "message" ? $"messages/{on.Reference}.yaml" : $"{kind}s.yaml"))
            return false;
        on.Findings.Add(PageRules.UnknownCitation, place, $"There is no {kind} '{id}'.", Nearest.To(id, on.Map.Names(kind)) is { } near ? $"did you mean '{near}'?" : null);
        return false;
    }
}
