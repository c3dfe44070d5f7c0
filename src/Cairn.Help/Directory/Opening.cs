using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>What can be said about a door at an instant. One of five, and "closed" is always "opens at".</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>Open every minute of every day.</summary>
    public sealed record AlwaysOpen : Opening
    {
        private AlwaysOpen()
        {
        }

        public static AlwaysOpen It { get; } = new();
    }

    /// <param name="Until">When it closes or becomes uncertain; null when that is more than five weeks away.</param>
    public sealed record Open(Instant? Until) : Opening;

    /// <param name="At">Later than the instant asked about.</param>
    public sealed record Opens(Instant At) : Opening;

    /// <summary>Nobody confirmed the hours. Never read as closed.</summary>
    public sealed record HoursUnknown : Opening
    {
        private HoursUnknown()
        {
        }

        public static HoursUnknown It { get; } = new();
    }

    /// <summary>The hours are known, but not whether they hold on this public holiday. Neither open nor closed.</summary>
    public sealed record MayDiffer : Opening
    {
        private MayDiffer()
        {
        }

        public static MayDiffer It { get; } = new();
    }
}
