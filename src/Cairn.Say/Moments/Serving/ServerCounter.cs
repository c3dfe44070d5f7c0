using Cairn.Know.Moments;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;

namespace Cairn.Say.Moments.Serving;

/// <summary>Counts what this server shows, in memory; a kill costs at most a second of it.</summary>
internal sealed class ServerCounter(MomentTally tally) : IMomentCounter
{
    public void Add(in MomentCount count) => tally.Add(KeyOf(count));

    public static MomentKey KeyOf(in MomentCount count) => new(
        count.Hour, CountWords.Of(count.Event), count.Revision, count.Arm, CountWords.Of(count.Surface), count.Look, count.Language,
        count.Outcome is { } outcome ? CountWords.Of(outcome) : "");
}
