using Cairn.Foundation.Storage;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Tests.Say.Packs.Publishing;

public sealed class PublishedPacksTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory, EachDatabase]
    public async Task The_folder_is_published_as_a_demonstration_when_nothing_is(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Server(database);

        await server.Start(Folder("v1"), drafts: true);

        var edition = Assert.Single(server.Given);
        Assert.Same(edition, server.Packs.Current);
        Assert.Equal((PackFiles.FromFolder(Folder("v1")).Revision, true, true), (edition.Revision, edition.Demonstration, edition.Drafts));
        Assert.Equal("not-my-friend", edition.Pack.Campaign.Id);
    }

    [Theory, EachDatabase]
    public async Task A_changed_folder_is_published_again_and_an_unchanged_one_is_not(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await (await Server(database)).Start(Folder("v1"));

        var second = await Server(database);
        await second.Start(Folder("v1"));
        var actsAfterUnchanged = (await second.Store.History(Cancel)).Count;
        var third = await Server(database);
        await third.Start(Folder("v2"));
        var fourth = await Server(database);
        await fourth.Start(Folder("v1"));

        Assert.Equal(1, actsAfterUnchanged);
        Assert.Equal(Revision("v2"), third.Packs.Current!.Revision);
        Assert.Equal(Revision("v1"), fourth.Packs.Current!.Revision);
        Assert.Equal(2, (await fourth.Store.List(Cancel)).Count);
        Assert.Equal(3, (await fourth.Store.History(Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_rollback_survives_a_restart_with_the_same_folder(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await (await Server(database)).Start(Folder("v1"));
        var server = await Server(database);
        await server.Start(Folder("v2"));
        await server.RollBack(Revision("v1"));

        var same = await Server(database);
        await same.Start(Folder("v2"));
        var changed = await Server(database);
        await changed.Start(Folder("v3"));

        Assert.Equal(Revision("v1"), same.Packs.Current!.Revision);
        Assert.Equal(Revision("v3"), changed.Packs.Current!.Revision);
        Assert.Equal(["published", "rolled back", "published", "published"], (await same.Store.History(Cancel)).Select(a => a.Act));
        Assert.Equal(PackAct.ByCommand, (await same.Store.History(Cancel))[1].By);
    }

    [Theory, EachDatabase]
    public async Task What_another_process_publishes_is_seen_within_two_seconds(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Server(database);
        await server.Start(Folder("v1"));
        await server.Watch.StartAsync(Cancel);
        await Task.Delay(200, Cancel);

        var elsewhere = new OnAirProgram(database);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await elsewhere.Publish(Folder("v2"));
        var published = await Shows(server, Revision("v2"));
        await elsewhere.RollBack(Revision("v1"));
        var rolledBack = await Shows(server, Revision("v1"));
        await server.Watch.StopAsync(Cancel);

        Assert.True(published && rolledBack);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(6), $"It took {clock.Elapsed}.");
        Assert.Equal([Revision("v1"), Revision("v2"), Revision("v1")], server.Given.Select(e => e.Revision));
    }

    [Theory, OnPostgres]
    public async Task A_lost_connection_to_PostgreSQL_is_made_again(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Server(database);
        await server.Start(Folder("v1"));
        await server.Watch.StartAsync(Cancel);
        await Task.Delay(300, Cancel);

        await database.Sql("say", "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
        await new OnAirProgram(database).Publish(Folder("v2"));
        var shown = await Shows(server, Revision("v2"));
        await server.Watch.StopAsync(Cancel);

        Assert.True(shown);
    }

    [Theory, EachDatabase]
    public async Task Three_servers_that_start_at_once_publish_the_folder_once(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        Folder("v1");
        var servers = Enumerable.Range(0, 3).Select(_ => new OnAirProgram(database)).ToList();

        await Task.WhenAll(servers.Select(s => Task.Run(async () =>
        {
            await s.Migrate();
            await s.Start(Folder("v1"));
        }, Cancel)));

        Assert.All(servers, s => Assert.Equal(Revision("v1"), s.Packs.Current!.Revision));
        Assert.Single(await servers[0].Store.History(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_folder_with_errors_is_refused_when_nothing_good_is_published(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Server(database);
        File.AppendAllText(Path.Combine(Folder("v1"), "campaign.yaml"), "blorptang: true\n");

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => server.Start(Folder("v1")));

        Assert.Contains("campaign.yaml:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("blorptang", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Given);
        Assert.Empty(await server.Store.List(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_folder_with_errors_leaves_the_last_good_revision_in_force(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await (await Server(database)).Start(Folder("v1"));
        var good = Revision("v1");
        File.AppendAllText(Path.Combine(Folder("v1"), "campaign.yaml"), "blorptang: true\n");

        var server = await Server(database);
        await server.Start(Folder("v1"));

        Assert.Equal(good, server.Packs.Current!.Revision);
    }

    [Theory, EachDatabase]
    public async Task Without_a_folder_and_with_nothing_published_it_says_what_to_do(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Server(database);

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => server.Start(null));

        Assert.Contains("--campaign", refused.Message, StringComparison.Ordinal);
    }

    private async Task<OnAirProgram> Server(TestDatabase database)
    {
        var server = new OnAirProgram(database);
        await server.Migrate();
        return server;
    }

    /// <summary>The bundled pack, each version with words of its own.</summary>
    private string Folder(string version)
    {
        var folder = Path.Combine(home, version);
        if (!Directory.Exists(folder))
        {
            PackFiles.FromFolder(Given.TheBundledPack()).WriteTo(folder);
            File.AppendAllText(Path.Combine(folder, "campaign.yaml"), $"# {version}\n");
        }

        return folder;
    }

    private string Revision(string version) => PackFiles.FromFolder(Folder(version)).Revision;

    private static async Task<bool> Shows(OnAirProgram server, string revision)
    {
        for (var i = 0; i < 60; i++)
        {
            if (server.Packs.Current?.Revision == revision)
                return true;
            await Task.Delay(50, Cancel);
        }

        return false;
    }
}
