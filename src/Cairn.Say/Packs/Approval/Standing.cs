using Cairn.Say.Packs.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say.Packs.Approval;

/// <summary>Where a revision stands, as its history and its approvals say.</summary>
/// <param name="Acts">What was done with it, oldest first.</param>
/// <param name="Kinds">Kinds of the approvals it has.</param>
/// <param name="InForce">True when the site shows it.</param>
/// <param name="CampaignOnAir">True when the site shows a revision, this or another, that a second person approved.</param>
internal sealed record Standing(
    string Revision, string PackId, DateTimeOffset KeptAt, string KeptBy, IReadOnlyList<PackAct> Acts, IReadOnlyCollection<string> Kinds, bool InForce, bool CampaignOnAir)
{
    public string Short => Revision[..12];

    public bool Approved => Kinds.Contains(StoredApproval.AsCampaign);

    public bool Demonstration => !Approved && Kinds.Contains(StoredApproval.AsDemonstration);

    /// <summary>True until it is submitted again.</summary>
    public bool SentBack => !Approved && LastOf(PackAct.Submitted, PackAct.SentBack)?.Act == PackAct.SentBack;

    /// <summary>True while somebody has to approve it or send it back.</summary>
    public bool Waiting => !Approved && LastOf(PackAct.Submitted, PackAct.SentBack)?.Act == PackAct.Submitted;

    /// <summary>Everybody who ever put their name to it, by sign-in name.</summary>
    public IReadOnlyList<string> Submitters => SubmittersIn(Acts);

    /// <summary>True when somebody put their name to it since it was last sent back.</summary>
    public bool HasName => Acts.Reverse().TakeWhile(a => a.Act != PackAct.SentBack).Any(a => a.Act == PackAct.Submitted && a.IsNamed);

    /// <summary>For lists: <c>in force</c>, <c>approved</c>, <c>sent back</c> or <c>waiting</c>.</summary>
    public string State => InForce ? "in force" : Kinds.Count > 0 ? "approved" : SentBack ? "sent back" : "waiting";

    public bool IsSubmittedBy(string name) => Submitters.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> SubmittersIn(IEnumerable<PackAct> acts) =>
        [.. acts.Where(a => a.Act == PackAct.Submitted && a.IsNamed).Select(a => a.By).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Null when there is no such revision.</summary>
    public static async Task<Standing?> Of(SayDb db, string revision, CancellationToken cancel) =>
        (await Of(db, r => r.Revision == revision, a => a.Revision == revision, a => a.Revision == revision, cancel)).SingleOrDefault();

    /// <summary>Every revision, newest first.</summary>
    public static Task<List<Standing>> All(SayDb db, CancellationToken cancel) => Of(db, _ => true, _ => true, _ => true, cancel);

    private static async Task<List<Standing>> Of(
        SayDb db,
        System.Linq.Expressions.Expression<Func<StoredRevision, bool>> ofRevisions,
        System.Linq.Expressions.Expression<Func<PackAct, bool>> ofActs,
        System.Linq.Expressions.Expression<Func<StoredApproval, bool>> ofApprovals,
        CancellationToken cancel)
    {
        var shown = (await PackTurns.InForce(db, cancel))?.Revision;
        var onAir = shown is not null && await db.Approvals.AnyAsync(a => a.Revision == shown && a.Kind == StoredApproval.AsCampaign, cancel);
        var revisions = await db.Revisions.Where(ofRevisions).Select(r => new { r.Revision, r.PackId, r.PublishedAt, r.PublishedBy }).ToListAsync(cancel);
        var acts = (await db.Acts.AsNoTracking().Where(ofActs).ToListAsync(cancel)).OrderBy(a => a.Version).ToLookup(a => a.Revision);
        var kinds = (await db.Approvals.Where(ofApprovals).Select(a => new { a.Revision, a.Kind }).ToListAsync(cancel)).ToLookup(a => a.Revision, a => a.Kind);
        return
        [
            .. revisions.OrderByDescending(r => r.PublishedAt).Select(r => new Standing(
                r.Revision, r.PackId, DateTimeOffset.FromUnixTimeMilliseconds(r.PublishedAt), r.PublishedBy,
                [.. acts[r.Revision]], [.. kinds[r.Revision]], r.Revision == shown, onAir)),
        ];
    }

    private PackAct? LastOf(string one, string other) => Acts.LastOrDefault(a => a.Act == one || a.Act == other);
}
