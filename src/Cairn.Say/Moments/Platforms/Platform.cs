using System.Threading.RateLimiting;

namespace Cairn.Say.Moments.Platforms;

/// <summary>A platform whose token is good, and how much it has asked lately.</summary>
internal sealed class Platform : IDisposable
{
    // A tenth of a second: short enough that a platform at its limit is served evenly.
    private const int RefillsASecond = 10;

    private readonly TokenBucketRateLimiter limiter;

    public Platform(string name, PlatformScope scopes, int rate)
    {
        (Name, Scopes, Rate) = (name, scopes, rate);
        var refill = Math.Max(1, rate / RefillsASecond);
        limiter = new(new TokenBucketRateLimiterOptions
        {
            // Two seconds' worth may come at once.
            TokenLimit = rate * 2,
            TokensPerPeriod = refill,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)refill / rate),
            QueueLimit = 0,
        });
    }

    public string Name { get; }

    public PlatformScope Scopes { get; }

    /// <summary>Requests a second.</summary>
    public int Rate { get; }

    /// <summary>Takes one request's worth.</summary>
    /// <param name="retryAfter">When there is none left: whole seconds until there is.</param>
    public bool TryAsk(out int retryAfter)
    {
        using var lease = limiter.AttemptAcquire();
        retryAfter = lease.IsAcquired ? 0
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            : 1;
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
