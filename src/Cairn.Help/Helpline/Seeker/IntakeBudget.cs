namespace Cairn.Help.Helpline.Seeker;

/// <summary>How many conversations may begin: a burst, then so many a second. It remembers nobody; whoever has a conversation is never held up by it.</summary>
internal sealed class IntakeBudget(TimeProvider time)
{
    private const double Burst = 400;
    private const double PerSecond = 20;

    private readonly Lock turn = new();
    private double left = Burst;
    private long last = time.GetTimestamp();

    /// <summary>False while the line is full.</summary>
    public bool Take()
    {
        lock (turn)
        {
            var now = time.GetTimestamp();
            left = Math.Min(Burst, left + time.GetElapsedTime(last, now).TotalSeconds * PerSecond);
            last = now;
            if (left < 1)
                return false;
            left--;
            return true;
        }
    }
}
