using Cairn.Foundation.Storage;
using Cairn.Foundation.Text;
using Cairn.Know.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Know.Tallies;

public sealed class TallyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Language English = Language.Parse("en", null);
    private static readonly Countable Lists = new("rev1", ["home", "yourself"], [English], ["bus1"]);
    private static readonly View Yourself = new("yourself", English, "rev1", Audience.Yourself);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Views_become_one_row_per_hour_and_dimension(Engine engine)
    {
        var time = new FakeTimeProvider(Noon);
        var (database, program) = await TestDatabase.Ready(engine, time);
        await using var _ = database;
        var tally = Opened(program);

        for (var i = 0; i < 3; i++)
            tally.Add(Yourself);
        tally.Add(new("home", English, "rev1", Nation: Nation.Scotland));
        tally.Add(new("yourself", English, "rev1", Channel: "bus1", Event: TallyEvent.Arrival));
        await Writer(program).Write(Cancel);
        tally.Add(Yourself);
        time.Advance(TimeSpan.FromHours(1));
        tally.Add(Yourself);
        await Writer(program).Write(Cancel);

        Assert.Equal(
            [
                new("arrival", "yourself", "en", "rev1", "", "bus1", "", 1),
                new("view", "home", "en", "rev1", "", "", "GB-SCT", 1),
                new("view", "yourself", "en", "rev1", "yourself", "", "", 5),
            ],
            await Reader(program).Totals(Noon, Cancel));
        Assert.Equal(1, (await Reader(program).Totals(Noon.AddHours(1), Cancel)).Single().Count);
        Assert.Equal(4L, Convert.ToInt64(await database.Sql("know", "SELECT count(*) FROM know_tally"), null));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_on_the_closed_lists_is_never_written(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var tally = Opened(program);

        bool[] counted =
        [
            tally.Add(Yourself with { Page = "blorptang" }),
            tally.Add(Yourself with { Page = "Yourself" }),
            tally.Add(Yourself with { Language = Language.Parse("pl", null) }),
            tally.Add(Yourself with { Revision = "rev0" }),
            tally.Add(Yourself with { Channel = "blorptang" }),
            tally.Add(Yourself with { Event = (TallyEvent)99 }),
        ];
        await Writer(program).Write(Cancel);

        Assert.DoesNotContain(true, counted);
        Assert.Empty(await Reader(program).Totals(default, Cancel));
    }

    [Fact]
    public void After_a_new_revision_views_of_the_one_before_still_count_and_older_ones_do_not()
    {
        var tally = new Tally(TimeProvider.System);
        foreach (var revision in new[] { "rev1", "rev2", "rev3" })
            tally.Open(new Countable(revision, ["home"], [English], []));

        var counted = new[] { "rev1", "rev2", "rev3" }.Select(r => tally.Add(new("home", English, r)));

        Assert.Equal([false, true, true], counted);
    }

    [Fact]
    public void Nothing_counts_before_a_campaign_is_on_the_air() =>
        Assert.False(new Tally(TimeProvider.System).Add(Yourself));

    [Theory, EachDatabase]
    public async Task While_the_database_is_away_counts_wait_and_then_arrive_once(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var tally = Opened(program);
        await database.Sql("know", "ALTER TABLE know_tally RENAME TO know_tally_away");

        tally.Add(Yourself);
        var first = await Writer(program).Write(Cancel);
        tally.Add(Yourself);
        var second = await Writer(program).Write(Cancel);
        await database.Sql("know", "ALTER TABLE know_tally_away RENAME TO know_tally");
        var third = await Writer(program).Write(Cancel);
        await Writer(program).Write(Cancel);

        Assert.Equal([false, false, true], [first, second, third]);
        Assert.Equal(2, (await Reader(program).Totals(default, Cancel)).Single().Count);
    }

    [Fact]
    public async Task A_full_disk_loses_no_count()
    {
        var (database, program) = await TestDatabase.Ready(Engine.Sqlite);
        await using var _ = database;
        var pages = Enumerable.Range(0, 400).Select(i => $"page-{i}-{new string('x', 100)}").ToList();
        var tally = program.GetRequiredService<Tally>();
        tally.Open(new Countable("rev1", pages, [English], []));
        await FillTheDisk(program, full: true);

        foreach (var page in pages)
            tally.Add(new(page, English, "rev1"));
        var whileFull = await Writer(program).Write(Cancel);
        await FillTheDisk(program, full: false);
        var afterwards = await Writer(program).Write(Cancel);

        Assert.False(whileFull);
        Assert.True(afterwards);
        Assert.Equal(400, (await Reader(program).Totals(default, Cancel)).Sum(t => t.Count));
        Assert.Equal("ok", await database.Sql("know", "PRAGMA integrity_check"));
    }

    [Theory, EachDatabase]
    public async Task The_writer_writes_each_second_and_a_last_time_at_the_end(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var tally = Opened(program);
        var writer = Writer(program);
        await writer.StartAsync(Cancel);

        tally.Add(Yourself);
        var seen = await Eventually(async () => (await Reader(program).Totals(default, Cancel)).Sum(t => t.Count) == 1);
        tally.Add(Yourself);
        await writer.StopAsync(Cancel);

        Assert.True(seen);
        Assert.Equal(2, (await Reader(program).Totals(default, Cancel)).Sum(t => t.Count));
    }

    [Theory, EachDatabase]
    public async Task Many_writers_on_many_threads_lose_nothing(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var nodes = new[] { program, database.Program(), database.Program() };
        var pages = Enumerable.Range(0, 40).Select(i => $"p{i}").ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            var tally = node.GetRequiredService<Tally>();
            tally.Open(new Countable("rev1", pages, [English], []));
            var adding = Enumerable.Range(0, 4).Select(t => Task.Run(() =>
            {
                for (var i = 0; i < 10_000; i++)
                    tally.Add(new(pages[(i * (t + 1)) % pages.Count], English, "rev1"));
            })).ToList();
            while (adding.Any(a => !a.IsCompleted))
                await Writer(node).Write(Cancel);
            while (!await Writer(node).Write(Cancel))
                await Task.Delay(20, Cancel);
        })));

        Assert.Equal(3 * 4 * 10_000, (await Reader(program).Totals(default, Cancel)).Sum(t => t.Count));
    }

    [Fact]
    public void Memory_is_bounded_when_the_database_never_comes_back()
    {
        var tally = new Tally(TimeProvider.System);
        var pages = Enumerable.Range(0, Tally.MostWaiting + 10).Select(i => $"p{i}").ToList();
        tally.Open(new Countable("rev1", pages, [English], []));

        var counted = pages.Count(page => tally.Add(new(page, English, "rev1")));

        Assert.Equal(Tally.MostWaiting, counted);
        Assert.Equal(10, tally.Lost);
        Assert.True(tally.Add(new("p0", English, "rev1")));
    }

    [Fact]
    public void Counters_of_past_hours_leave_memory()
    {
        var time = new FakeTimeProvider(Noon);
        var tally = new Tally(time);
        tally.Open(Lists);
        tally.Add(Yourself);
        var waiting = new Dictionary<TallyKey, long>();

        tally.TakeInto(waiting);
        waiting.Clear();
        var before = tally.Held;
        time.Advance(TimeSpan.FromHours(2));
        tally.TakeInto(waiting);

        Assert.Equal((1, 0), (before, tally.Held));
    }

    private static Tally Opened(IServiceProvider program)
    {
        var tally = program.GetRequiredService<Tally>();
        tally.Open(Lists);
        return tally;
    }

    private static TallyWriter Writer(IServiceProvider program) => program.GetServices<IHostedService>().OfType<TallyWriter>().Single();

    private static TallyReader Reader(IServiceProvider program) => program.GetRequiredService<TallyReader>();

    /// <summary>SQLite's own limit answers as a full disk does. It stays with the one pooled connection that this test uses.</summary>
    private static async Task FillTheDisk(IServiceProvider program, bool full)
    {
        await using var db = program.GetServices<StoredModule>().Single(m => m.Name == "know").Open(program);
        await db.Database.ExecuteSqlRawAsync(full ? "PRAGMA max_page_count = 10" : "PRAGMA max_page_count = 1000000", Cancel);
    }

    private static async Task<bool> Eventually(Func<Task<bool>> truth)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await truth())
                return true;
            await Task.Delay(50, Cancel);
        }

        return false;
    }
}
