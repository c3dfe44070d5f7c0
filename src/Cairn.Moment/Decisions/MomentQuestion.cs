namespace Cairn.Moment.Decisions;

/// <summary>Where on a platform the moment happens.</summary>
public enum MomentSurface : byte { Search, Upload, Message, Link, Page }

/// <summary>What the platform wants to happen.</summary>
public enum MomentAim : byte { Stop, SeekHelp }

/// <summary>Whom the platform believes to be there. Without a belief: <see cref="Unknown"/>.</summary>
public enum MomentAudience : byte { Unknown, Adult, Young }

/// <summary>What the platform itself has noticed, when it does not ask Cairn to match text.</summary>
public enum MomentSignal : byte { Term, Link, Hash }

/// <summary>What the person did next, as far as the platform can see it.</summary>
public enum MomentOutcome : byte { Stopped, Continued, Dismissed, Help, Report, Guide }

/// <summary>One question: does this moment need a warning? There is no place in it for who is asking.</summary>
public readonly record struct MomentQuestion(MomentSurface Surface)
{
    /// <summary>What was noticed; null when text is to be matched.</summary>
    public MomentSignal? Signal { get; init; }

    public MomentAim Aim { get; init; }

    public MomentAudience Audience { get; init; }

    /// <summary>A BCP 47 tag such as <c>en-GB</c>. A language the campaign does not offer falls back to its reference language. Null means the reference language.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-2 (<c>GB-SCT</c>) or ISO 3166-1 (<c>GB</c>) code; null when it is not known.</summary>
    public string? Nation { get; init; }

    /// <summary>How many messages this person has been shown lately, as the platform counts; 0 for the first. It chooses the look.</summary>
    public int Exposure { get; init; }

    /// <summary>The receipt of the message shown before this one; null when there was none. One that cannot be trusted is passed over.</summary>
    public string? After { get; init; }
}
