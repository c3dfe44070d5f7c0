namespace Cairn.Moment.Decisions;

/// <summary>What is counted of moments.</summary>
public enum MomentEvent : byte
{
    /// <summary>A message was shown.</summary>
    Exposure,

    /// <summary>The platform said what happened after one.</summary>
    Outcome,

    /// <summary>A person who had been shown a message came to another; counted for the arm, surface and look of the earlier one.</summary>
    FollowOn,
}

/// <summary>The one thing that is counted: closed lists only, no text, no person.</summary>
/// <param name="Hour">Whole hours since 1970.</param>
/// <param name="Revision">Of the campaign, 64 hexadecimal digits.</param>
/// <param name="Outcome">With <see cref="MomentEvent.Outcome"/> only.</param>
public readonly record struct MomentCount(
    MomentEvent Event, int Hour, string Revision, string Arm, MomentSurface Surface, int Look, string Language, MomentOutcome? Outcome = null);

/// <summary>Takes counts. Called on the hot path, from many threads.</summary>
public interface IMomentCounter
{
    /// <summary>Adds one. When this returns, the count outlives a kill of the process as far as its keeper promises.</summary>
    void Add(in MomentCount count);
}
