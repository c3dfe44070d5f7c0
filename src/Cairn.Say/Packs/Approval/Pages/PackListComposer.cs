using Cairn.Say.Packs.Publishing;

namespace Cairn.Say.Packs.Approval.Pages;

/// <summary>Makes the list of revisions ready to be drawn: what waits first, then what is in force, then the rest.</summary>
internal sealed class PackListComposer(PackStore store, Examiner examiner)
{
    public async Task<PackListModel> Compose(CancellationToken cancel)
    {
        var all = await store.Standings(cancel);
        var waiting = new List<PackRow>();
        foreach (var standing in all.Where(s => s.Waiting))
            waiting.Add(Row(standing, await Findings(standing, cancel)));
        var inForce = new List<PackRow>();
        foreach (var standing in all.Where(s => s is { InForce: true, Waiting: false }))
            inForce.Add(Row(standing, await Findings(standing, cancel)));
        return new(waiting, inForce, [.. all.Where(s => s is { InForce: false, Waiting: false }).Select(s => Row(s, null))]);
    }

    private static PackRow Row(Standing standing, int? findings) => new(
        standing.Revision,
        standing.PackId,
        StateWords.Of(standing),
        Moment.At(standing.Acts.LastOrDefault()?.At ?? standing.KeptAt.ToUnixTimeMilliseconds()),
        standing.Acts.LastOrDefault()?.By ?? standing.KeptBy,
        findings);

    private async Task<int?> Findings(Standing standing, CancellationToken cancel)
    {
        try
        {
            return (await examiner.Examine(standing.Revision, cancel)).Report.Findings.Count;
        }
        catch (PackRefusedException)
        {
            // Its own page says what is wrong with it.
            return null;
        }
    }
}

internal static class StateWords
{
    /// <summary>A state as the console says it: a demonstration is never called approved.</summary>
    public static string Of(Standing standing) => standing switch
    {
        { InForce: true, Approved: true } => "In force",
        { InForce: true, Waiting: true } => "Shown as a demonstration; waits for approval",
        { InForce: true, SentBack: true } => "Shown as a demonstration; sent back",
        { InForce: true } => "Shown as a demonstration",
        { Approved: true } => "Approved earlier",
        { Waiting: true, HasName: false } => "Waits for a name",
        { Waiting: true } => "Waits for approval",
        { SentBack: true } => "Sent back",
        { Demonstration: true } => "A demonstration, earlier",
        _ => "Kept",
    };
}
