using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>What is known of a door at an instant.</summary>
internal enum Standing { Open, Unknown, Closed }

/// <summary>Reads the hours of ways at one instant, and remembers when the next of its answers changes.</summary>
/// <param name="ends">Unix seconds from which nothing is known of hours any more.</param>
internal sealed class DoorClock(long now, long ends)
{
    private const long Day = 24 * 3600;

    /// <summary>Unix seconds at which an answer changes, at most a day away.</summary>
    public long Until { get; private set; } = now + Day;

    /// <summary>False once a way has run out.</summary>
    public bool Shows(BundleWay way) => way.Until is not { } end || Before(end);

    public Standing StandingOf(BundleWay way)
    {
        // Past the end of what the bundle knows a door is neither open nor closed.
        if (way.Hours == "unknown" || !Before(Math.Min(way.HoursUntil ?? ends, ends)))
            return Standing.Unknown;
        if (way.Hours == "always")
            return Standing.Open;
        var open = IsIn(way.Open);
        var doubt = way.Doubt is not null && IsIn(way.Doubt);
        return open ? Standing.Open : doubt ? Standing.Unknown : Standing.Closed;
    }

    private bool IsIn(IReadOnlyList<IReadOnlyList<long>> stretches)
    {
        foreach (var stretch in stretches)
        {
            if (Before(stretch[0]))
                return false;
            if (Before(stretch[1]))
                return true;
        }

        return false;
    }

    private bool Before(long instant)
    {
        if (now >= instant)
            return false;
        Until = Math.Min(Until, instant);
        return true;
    }
}
