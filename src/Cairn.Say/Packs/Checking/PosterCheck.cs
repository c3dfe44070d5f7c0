using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Rules;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Rendering;
using NodaTime;

namespace Cairn.Say.Packs.Checking;

/// <summary>LOOK010 on: every artwork, laid out in each of its formats and languages.</summary>
internal static class PosterCheck
{
    public static void Run(Checked on)
    {
        if (on.Pack.Artworks.Count == 0 || on.Map.Unread.Contains("services.yaml") || on.Map.Unread.Contains("figures.yaml"))
            return;
        var noon = on.Today.At(new LocalTime(12, 0)).InUtc().ToInstant();
        var renderer = new PosterRenderer(FolderPosters.Of(on.Pack with { Figures = on.Pack.Figures.WithStandIns(on.Today) }, demonstration: true, OnAir.DemonstrationAddress, noon));
        var told = new HashSet<(string, Rule, string)>();
        foreach (var artwork in on.Pack.Artworks)
        {
            Names(on, artwork);
            Route(on, artwork);
        }

        foreach (var job in PosterRenderer.Jobs(on.Pack, null, null))
        {
            if (renderer.Content(job, out var why) is { } content)
                Drawn(on, told, renderer.Compose(job, content));
            else if (why is Withheld.FigureWithheld && on.Map.Knows($"figure:{job.Artwork.Figure}"))
                Tell(on, told, job, ArtworkRules.FigureWithheld, $"The figure '{job.Artwork.Figure}' may not be shown today.");
            else if (why is Withheld.ServiceWithheld && on.Map.Knows($"service:{job.Artwork.Service}"))
                Tell(on, told, job, ArtworkRules.ServiceWithheld, $"Nothing of the service '{job.Artwork.Service}' may be shown today.");
            else if (why is Withheld.NotInLanguage && IsReviewed(on, job.Language))
                Tell(on, told, job, TextRules.MissingText, $"The artwork '{job.Artwork.Id}' lacks a text in '{job.Language}'.");
        }
    }

    private static void Drawn(Checked on, HashSet<(string, Rule, string)> told, ComposedPoster poster)
    {
        foreach (var fault in poster.Drawing.Faults)
            Tell(on, told, poster.Job, IsReviewed(on, poster.Job.Language) || fault.Kind == DrawingFaultKind.NoGlyph ? DrawingFaults.RuleOf(fault.Kind) : ArtworkRules.DraftOverflow, $"'{poster.Job.Artwork.Id}' in {poster.Job.Format.Name}, {poster.Job.Language}: {DrawingFaults.Sentence(fault)}");
    }

    private static void Names(Checked on, Artwork artwork)
    {
        var known = new[] { artwork.Figure is { } figure ? ("figure", figure) : default, artwork.Service is { } service ? ("service", service) : default, ("placement", artwork.Code) }
            .Concat(artwork.Codes.Values.Select(c => ("placement", c)));
        foreach (var (kind, id) in known.Where(k => k.Item1 is not null && !on.Map.Knows($"{k.Item1}:{k.Item2}")))
            on.Findings.Add(ArtworkRules.NothingToDraw, At(on, artwork), $"There is no {kind} '{id}'.");
        if (artwork.Audience == Audience.YoungPeople && on.Pack.Messages.Any(m => m.Id == artwork.Message && m.Appeal == MessageAppeal.Law))
            on.Findings.Add(ArtworkRules.LawForYoung, At(on, artwork), $"The artwork '{artwork.Id}' holds the law against young people.");
    }

    // A picture that reaches an adult at risk leads to help and to a crisis line; every other one to a page with services.
    private static void Route(Checked on, Artwork artwork)
    {
        foreach (var code in artwork.Codes.Values.Append(artwork.Code).Distinct())
        {
            if (on.Pack.Placements.FirstOrDefault(p => p.Code == code) is not { } placement || PageOf(on, placement) is not { } page)
                continue;
            var audiences = Services(page.Body).ToList();
            var adult = artwork.Audience == Audience.Yourself;
            if (audiences.Count == 0 && page.Id is not ("find-help" or "home"))
                on.Findings.Add(ArtworkRules.NoHelp, At(on, artwork), $"The code '{code}' leads to a page without services.");
            else if (adult && page.Id is not "find-help" && !on.Pack.Services.Services.Any(s => s.Kind == ServiceKind.Crisis && s.Audiences.Contains(Audience.Yourself) && ServiceCheck.HasWayIn(on, s)))
                on.Findings.Add(ArtworkRules.NoHelp, At(on, artwork), $"The code '{code}' leads to a page without a crisis line.");
            if (adult && artwork.Service is null)
                on.Findings.Add(ArtworkRules.NoHelp, At(on, artwork), $"The artwork '{artwork.Id}' names no service.");
        }
    }

    private static PackPage? PageOf(Checked on, Placement placement)
    {
        var id = placement.To.Trim('/').Split('?', '#')[0];
        return on.Pack.Pages.FirstOrDefault(p => p.Id == (id.Length == 0 ? "home" : id) && p.Language == on.Reference);
    }

    private static IEnumerable<Block> Services(IReadOnlyList<Block> blocks) => blocks.SelectMany(b => b switch
    {
        Block.ServiceCards or Block.ServiceCard => [b],
        Block.Panel panel => Services(panel.Inside),
        Block.Prose prose when prose.Pieces.Any(p => p is ProsePiece.Service) => [b],
        _ => Enumerable.Empty<Block>(),
    });

    private static void Tell(Checked on, HashSet<(string, Rule, string)> told, PosterJob job, Rule rule, string message)
    {
        if (told.Add((job.Artwork.Id, rule, message)))
            on.Findings.Add(rule, At(on, job.Artwork), message);
    }

    private static bool IsReviewed(Checked on, Language language) => on.Pack.Campaign.Languages.Any(l => l.Language == language && l.State == ReviewState.Reviewed);

    private static Place At(Checked on, Artwork artwork) => on.Map.Of($"artwork:{artwork.Id}", new("artwork.yaml", 1));
}
