using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Cairn.Know.Register.Snapshots;

/// <summary>The tables that are published: an immutable snapshot, swapped whole when another is published here or at another node.</summary>
public sealed class TableRegister
{
    private sealed record Held(int Version, IReadOnlyList<Release> Releases, IReadOnlyDictionary<Language, TableWords> Words);

    private readonly Lock turn = new();

    private volatile Held held = new(0, [], new Dictionary<Language, TableWords>());

    /// <summary>Changes with every publication, of a table or of the campaign whose words stand around it.</summary>
    public object Version => held;

    /// <summary>How many revisions were published.</summary>
    public int Count => held.Version;

    /// <summary>The same in a word, for the keys of pages.</summary>
    public string State => held.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every revision, the day it describes newest first, and of one day the one published last first.</summary>
    public IReadOnlyList<Release> Releases => held.Releases;

    /// <summary>Of each series the newest.</summary>
    public IReadOnlyList<Release> Latest => [.. held.Releases.DistinctBy(r => r.Table.Id).OrderBy(r => r.Table.Facts.Title, StringComparer.Ordinal)];

    /// <param name="revision">Null for the newest.</param>
    public Release? Find(string series, string? revision) => held.Releases.FirstOrDefault(r => r.Table.Id == series && (revision is null || r.Table.Revision == revision));

    /// <param name="version">Of what is published: how many.</param>
    public void Swap(int version, IEnumerable<Release> releases)
    {
        lock (turn)
            held = held with { Version = version, Releases = [.. releases.OrderByDescending(r => r.Table.Facts.AsOf).ThenByDescending(r => r.At)] };
    }

    /// <param name="words">For each language the campaign offers.</param>
    public void Swap(IReadOnlyDictionary<Language, TableWords> words)
    {
        lock (turn)
            held = held with { Words = words };
    }

    /// <summary>The words around tables; null before a campaign is published, or in a language it does not offer.</summary>
    public TableWords? WordsIn(Language language) => held.Words.GetValueOrDefault(language);
}

/// <summary>Reads what is published out of the database.</summary>
internal sealed class TableReader(TableRegister register, DrawnPages pages, IDbContextFactory<KnowDb> databases)
{
    /// <summary>Reads it when it has changed.</summary>
    public async Task Reload(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var published = db.Snapshots.AsNoTracking().Where(s => s.State == SnapshotState.Published);
        var version = await published.CountAsync(cancel);
        if (version == register.Count)
            return;
        var rows = await published.Select(s => new { s.Shown, s.DecidedAt }).ToListAsync(cancel);
        register.Swap(version, rows.Select(r => new Release(ReleasedTables.Of(KeptTable.Read(r.Shown)), Instant.FromUnixTimeMilliseconds(r.DecidedAt))));
        // A figure that is computed from a table may stand on any page.
        pages.Clear();
    }
}

/// <summary>Tells every node that a table was published.</summary>
internal sealed class SnapshotBell(TableReader reader, Database database)
{
    public const string Channel = "cairn_register";

    /// <summary>Within the transaction that publishes.</summary>
    public async Task Tell(KnowDb db, CancellationToken cancel)
    {
        if (database is Database.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {1.ToString(CultureInfo.InvariantCulture)})", cancel);
    }

    /// <summary>After it: here the table stands at once.</summary>
    public Task Ring(CancellationToken cancel) => reader.Reload(cancel);
}

/// <summary>Notices what another process or node published.</summary>
internal sealed partial class TableWatch(TableReader reader, Database database, TimeProvider time, ILogger<TableWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, SnapshotBell.Channel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        watch.Run(reader.Reload, reason => LogFailing(log, reason), () => LogAgain(log), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether a table was published. {Reason} What is on the site stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again which tables are published.")]
    private static partial void LogAgain(ILogger log);
}
