using Microsoft.EntityFrameworkCore;

namespace Cairn.Know.Tallies;

/// <summary>What has been counted and written.</summary>
public sealed class TallyReader
{
    private readonly IDbContextFactory<KnowDb> databases;

    internal TallyReader(IDbContextFactory<KnowDb> databases) => this.databases = databases;

    /// <summary>Sums from <paramref name="since"/> on, in the order of the dimensions.</summary>
    public async Task<IReadOnlyList<TallyTotal>> Totals(DateTimeOffset since, CancellationToken cancel = default)
    {
        var hour = Tally.HourOf(since);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var totals = await db.Tallies
            .Where(t => t.Hour >= hour)
            .GroupBy(t => new { t.Event, t.Page, t.Language, t.Revision, t.Audience, t.Channel, t.Nation })
            .Select(g => new TallyTotal(g.Key.Event, g.Key.Page, g.Key.Language, g.Key.Revision, g.Key.Audience, g.Key.Channel, g.Key.Nation, g.Sum(t => t.Count)))
            .ToListAsync(cancel);
        return [.. totals
            .OrderBy(t => t.Event, StringComparer.Ordinal).ThenBy(t => t.Page, StringComparer.Ordinal).ThenBy(t => t.Language, StringComparer.Ordinal)
            .ThenBy(t => t.Revision, StringComparer.Ordinal).ThenBy(t => t.Channel, StringComparer.Ordinal).ThenBy(t => t.Nation, StringComparer.Ordinal)];
    }
}

/// <summary>An empty text means that the dimension does not apply.</summary>
public sealed record TallyTotal(
    string Event, string Page, string Language, string Revision, string Audience, string Channel, string Nation, long Count);
