using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Counting;

/// <summary>Counts for the campaign, where one is told, and for the page of metrics.</summary>
/// <param name="keeper">Null when nobody is told: then nothing is kept.</param>
internal sealed class TalliedCounter(CountKeeper? keeper) : IMomentCounter
{
    private long exposures;

    public long Exposures => Interlocked.Read(ref exposures);

    public void Add(in MomentCount count)
    {
        if (count.Event == MomentEvent.Exposure)
            Interlocked.Increment(ref exposures);
        keeper?.Add(count);
    }
}
