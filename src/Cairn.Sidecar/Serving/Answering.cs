using Cairn.Sidecar.Bundles;
using Cairn.Sidecar.Counting;
using Cairn.Sidecar.Outcomes;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar.Serving;

/// <summary>What answers draw on.</summary>
/// <param name="Keeper">Null when nobody is told the counts; so is <paramref name="Reporter"/>.</param>
internal sealed record Answering(
    CurrentBundle Bundles, ToldReceipts Told, CountKeeper? Keeper, CountReporter? Reporter, TalliedCounter Counter, TimeProvider Time, Notes Notes)
{
    public Tallies Tallies { get; } = new();
}
