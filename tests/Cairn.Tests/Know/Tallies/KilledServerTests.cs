using System.Diagnostics;
using Cairn.Foundation.Storage;
using Cairn.Know.Tallies;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Tallies;

public sealed class KilledServerTests
{
    /// <summary>The promise: a kill costs at most the current second.</summary>
    private static readonly TimeSpan MayBeLost = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_server_killed_while_it_counts_loses_a_moment_and_damages_nothing(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        long surely = 0, atMost = 0;

        for (var life = 0; life < 3; life++)
        {
            await using var server = CairnProcess.Serve(database, Cairn.Tests.Say.Packs.Given.TheBundledPack());
            var answered = await VisitFor(TimeSpan.FromSeconds(3 + life * 0.37), await server.Ready());
            var killed = Stopwatch.GetTimestamp();
            await server.Kill();
            atMost += answered.Count;
            surely += answered.Count(at => Stopwatch.GetElapsedTime(at, killed) > MayBeLost);
        }

        var kept = (await database.Program().GetRequiredService<TallyReader>().Totals(default, Cancel)).Sum(t => t.Count);
        Assert.True(surely > 50, $"Only {surely} visits were early enough to say anything.");
        Assert.InRange(kept, surely, atMost);
        if (engine == Engine.Sqlite)
        {
            Assert.Equal("ok", await database.Sql("know", "PRAGMA integrity_check"));
            Assert.Equal("ok", await database.Sql("say", "PRAGMA integrity_check"));
        }
    }

    [Theory, EachDatabase]
    public async Task A_server_killed_inside_its_first_migration_starts_again(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);

        for (var life = 0; life < 3; life++)
        {
            await using var server = CairnProcess.Serve(database, Cairn.Tests.Say.Packs.Given.TheBundledPack());
            await MigrationBegins(database);
            await Task.Delay(life * 60, Cancel);
            await server.Kill();
        }

        await using var last = CairnProcess.Serve(database, Cairn.Tests.Say.Packs.Given.TheBundledPack());
        var address = await last.Ready();

        using var http = new HttpClient();
        Assert.True((await http.GetAsync(address, Cancel)).IsSuccessStatusCode);
    }

    [Theory, EachDatabase]
    public async Task Three_servers_started_at_once_on_a_fresh_database_all_come_up(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var servers = Enumerable.Range(0, 3).Select(_ => CairnProcess.Serve(database, Cairn.Tests.Say.Packs.Given.TheBundledPack())).ToList();

        var addresses = await Task.WhenAll(servers.Select(s => s.Ready()));

        using var http = new HttpClient();
        foreach (var address in addresses)
            Assert.True((await http.GetAsync(address, Cancel)).IsSuccessStatusCode);
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private static async Task MigrationBegins(TestDatabase database)
    {
        for (var i = 0; i < 2000; i++)
        {
            if (database.Database is not Database.Sqlite sqlite)
            {
                var began = await database.Sql("public", "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
                if (Convert.ToInt64(began, null) > 0)
                    return;
            }
            else if (File.Exists(Path.Combine(sqlite.Directory, "migrate.lock")) && File.Exists(sqlite.FileOf("say")))
            {
                return;
            }

            await Task.Delay(10, Cancel);
        }

        Assert.Fail("The server never began to migrate.");
    }

    /// <returns>When each answer came.</returns>
    private static async Task<List<long>> VisitFor(TimeSpan time, Uri address)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var answered = new List<long>();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            using var answer = await http.GetAsync(new Uri(address, "/en/yourself"), Cancel);
            Assert.True(answer.IsSuccessStatusCode);
            answered.Add(Stopwatch.GetTimestamp());
        }

        return answered;
    }
}
