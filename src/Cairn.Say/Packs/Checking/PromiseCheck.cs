using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking;

/// <summary>SHAPE, what a campaign owes its readers: help on every page, a crisis line, no law for the young, and what it promised.</summary>
internal static class PromiseCheck
{
    public static void Run(Checked on)
    {
        foreach (var page in on.Pack.Pages)
        {
            var place = on.Map.Of($"page:{page.Id}:{page.Language}", new($"pages/{page.Language}/{page.Id}.md", 1));
            if (page.Id != "find-help" && !LeadsToHelp(on, page))
                on.Findings.Add(PageRules.NoHelp, place, $"The page '{page.Id}' leads to no help.");
            if (page.Audience == Audience.Yourself && !on.Map.Unread.Contains("services.yaml") && !ShowsCrisisLine(on, page))
                on.Findings.Add(PageRules.NoCrisisLine, place, "No crisis line stands on this page.");
        }

        foreach (var message in on.Pack.Messages.Where(m => m.Audience == Audience.YoungPeople && m.Appeal == MessageAppeal.Law))
            on.Findings.Add(PageRules.LawToYoung, on.Map.Of($"message:{message.Id}:appeal", new($"messages/{on.Reference}.yaml", 1)), $"The message '{message.Id}' holds the law against young people.");

        // What could not be read may well keep the promise.
        var whole = on.Map.Unread.All(f => !f.StartsWith("messages/", StringComparison.Ordinal) && !f.StartsWith($"pages/{on.Reference}/", StringComparison.Ordinal))
            && on.Pack.Messages.Count == on.Map.Names("message").Count() && on.Map.Pages.All(p => on.Pack.Pages.Any(r => (r.Id, r.Language) == p));
        if (whole)
            Promised(on);
    }

    private static void Promised(Checked on)
    {
        var promises = on.Pack.Campaign.Promises;
        var place = on.Map.Of("campaign:promises", new("campaign.yaml", 1));
        var covered = on.Pack.Messages.SelectMany(m => m.Covers).Concat(on.Pack.Pages.SelectMany(p => p.Covers)).ToHashSet();
        foreach (var topic in promises.Topics.Where(t => !covered.Contains(t)))
            on.Findings.Add(PageRules.TopicUncovered, place, $"Nothing covers '{topic}'.");
        foreach (var (audience, aims) in promises.Aims)
        {
            foreach (var aim in aims.Where(a => !on.Pack.Messages.Any(m => m.Audience == audience && m.Aim == a)))
                on.Findings.Add(PageRules.AimUncovered, place, $"No message to {audience} has the aim {Vocabulary.Aims.Word(aim)}.");
        }

        if (on.Pack.Messages.Count < promises.MessagesAtLeast)
            on.Findings.Add(PageRules.TooFewMessages, place, $"The pack promises {promises.MessagesAtLeast} messages and has {on.Pack.Messages.Count}.");
    }

    private static bool LeadsToHelp(Checked on, PackPage page) =>
        on.Map.Links.Any(l => l.Page == page.Id && l.Language == page.Language && IsHelp(l.To))
        || on.Map.Citations.Any(c => c.Page == page.Id && c.Language == page.Language && c.Kind is ("service" or "services"));

    private static bool IsHelp(string to) => to.StartsWith("service:", StringComparison.Ordinal) || to.Split('?', '#')[0] == "/find-help";

    private static bool ShowsCrisisLine(Checked on, PackPage page)
    {
        var lines = on.Pack.Services.Services.Where(s => s.Kind == ServiceKind.Crisis && s.Audiences.Contains(Audience.Yourself) && ServiceCheck.HasWayIn(on, s)).Select(s => s.Id).ToHashSet();
        return lines.Count > 0 && on.Map.Citations.Any(c => c.Page == page.Id && c.Language == page.Language
            && (c is { Kind: "services", Id: null or "yourself" } || (c is { Kind: "service", Id: { } id } && lines.Contains(id))));
    }
}
