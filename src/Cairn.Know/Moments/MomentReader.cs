using Microsoft.EntityFrameworkCore;

namespace Cairn.Know.Moments;

/// <summary>What has been counted of moments and written.</summary>
public sealed class MomentReader
{
    private readonly IDbContextFactory<KnowDb> databases;

    internal MomentReader(IDbContextFactory<KnowDb> databases) => this.databases = databases;

    /// <summary>Sums from <paramref name="since"/> on, in the order of the dimensions. The hour of each key is 0.</summary>
    public async Task<IReadOnlyList<KeyValuePair<MomentKey, long>>> Totals(DateTimeOffset since, CancellationToken cancel = default)
    {
        var hour = MomentHours.Of(since);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var totals = await db.Moments
            .Where(m => m.Hour >= hour)
            .GroupBy(m => new { m.Event, m.Revision, m.Arm, m.Surface, m.Look, m.Language, m.Outcome })
            .Select(g => new { g.Key, Count = g.Sum(m => m.Count) })
            .ToListAsync(cancel);
        return [.. totals
            .Select(t => KeyValuePair.Create(new MomentKey(0, t.Key.Event, t.Key.Revision, t.Key.Arm, t.Key.Surface, t.Key.Look, t.Key.Language, t.Key.Outcome), t.Count))
            .OrderBy(t => t.Key, MomentKey.InOrder)];
    }
}
