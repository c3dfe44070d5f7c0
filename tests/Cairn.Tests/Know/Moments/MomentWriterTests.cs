using Cairn.Know.Moments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Know.Moments;

public sealed class MomentWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly int Hour = (int)(Noon.ToUnixTimeSeconds() / 3600);
    private static readonly MomentKey Shown = new(Hour, "exposure", "rev1", "arm-1", "search", 1, "en", "");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_shown_becomes_one_row_an_hour_and_dimension(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine, new FakeTimeProvider(Noon));
        await using var _ = database;
        var tally = program.GetRequiredService<MomentTally>();

        for (var i = 0; i < 3; i++)
            tally.Add(Shown);
        tally.Add(Shown with { Look = 2 });
        Assert.True(await Writer(program).WriteOwn());
        tally.Add(Shown);
        tally.Add(Shown with { Hour = Hour + 1 });
        Assert.True(await Writer(program).WriteOwn());

        Assert.Equal(
            [new(Shown with { Hour = 0 }, 5), new(Shown with { Hour = 0, Look = 2 }, 1)],
            await program.GetRequiredService<MomentReader>().Totals(Noon, Cancel));
        Assert.Equal(3L, await Number(database, "SELECT count(*) FROM know_moments"));
        Assert.Equal(1L, await Number(database, "SELECT count(*) FROM know_reporters"));
    }

    [Theory, EachDatabase]
    public async Task While_the_database_is_away_counts_wait_and_none_is_lost_or_counted_twice(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine, new FakeTimeProvider(Noon));
        await using var _ = database;
        var tally = program.GetRequiredService<MomentTally>();
        tally.Add(Shown);

        await database.Sql("know", "ALTER TABLE know_moments RENAME TO know_elsewhere");
        var away = await Writer(program).WriteOwn();
        tally.Add(Shown);
        var still = await Writer(program).WriteOwn();
        await database.Sql("know", "ALTER TABLE know_elsewhere RENAME TO know_moments");
        await Writer(program).WriteOwn();
        var again = await Writer(program).WriteOwn();

        Assert.Equal((false, false, true), (away, still, again));
        Assert.Equal(2L, await Number(database, "SELECT sum(count) FROM know_moments"));
    }

    [Theory, EachDatabase]
    public async Task A_report_whose_commit_nobody_heard_of_counts_once_when_it_comes_again(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine, new FakeTimeProvider(Noon));
        await using var _ = database;
        var store = program.GetRequiredService<MomentStore>();
        var report = new ReportedCounts("blorptang", "node", 1, [new(Shown, 7)]);
        var told = new ToldOutcome([.. Enumerable.Repeat((byte)7, 32)], Hour, Shown with { Event = "outcome", Outcome = "help" }, Good: true);

        var first = await store.Write([report, report], [told, told]);
        var second = await store.Write([report], [told]);

        Assert.Equal([Taken.Counted, Taken.Before], first.Reports);
        Assert.Equal([true, false], first.Outcomes);
        Assert.Equal((Taken.Before, false), (second.Reports[0], second.Outcomes[0]));
        Assert.Equal(8L, await Number(database, "SELECT sum(count) FROM know_moments"));
    }

    [Theory, EachDatabase]
    public async Task Receipts_are_forgotten_after_three_hours_and_silent_senders_after_32_days(Engine engine)
    {
        var time = new FakeTimeProvider(Noon);
        var (database, program) = await TestDatabase.Ready(engine, time);
        await using var _ = database;
        var store = program.GetRequiredService<MomentStore>();
        await store.Write(
            [new("blorptang", "node", 1, [new(Shown, 1)])],
            [new([.. Enumerable.Repeat((byte)7, 32)], Hour, Shown with { Event = "outcome", Outcome = "help" }, Good: true)]);

        async Task<(long Receipts, long Senders)> After(TimeSpan span)
        {
            await store.Clear(Noon + span);
            return (await Number(database, "SELECT count(*) FROM know_receipts"), await Number(database, "SELECT count(*) FROM know_reporters"));
        }

        Assert.Equal((1, 1), await After(TimeSpan.FromHours(3)));
        Assert.Equal((0, 1), await After(TimeSpan.FromHours(4)));
        Assert.Equal((0, 1), await After(TimeSpan.FromDays(32)));
        Assert.Equal((0, 0), await After(TimeSpan.FromDays(33)));
        Assert.Equal(2L, await Number(database, "SELECT sum(count) FROM know_moments"));
    }

    [Theory, EachDatabase]
    public async Task Counts_of_moments_are_printed_for_programs(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var hour = MomentHours.Of(TimeProvider.System.GetUtcNow());
        await program.GetRequiredService<MomentStore>().Write(
            [new("blorptang", "node", 1, [new(Shown with { Hour = hour }, 3), new(Shown with { Hour = hour - 1 }, 4), new(Shown with { Hour = hour, Event = "outcome", Outcome = "help" }, 1)])], []);

        var printed = await CairnProcess.Run(database, "tally", "--moments", "--data", database.Directory);

        Assert.Equal(
            (0, "event\trevision\tarm\tsurface\tlook\tlanguage\toutcome\tcount\nexposure\trev1\tarm-1\tsearch\t1\ten\t\t7\noutcome\trev1\tarm-1\tsearch\t1\ten\thelp\t1\n", ""),
            printed);
    }

    [Theory, EachDatabase]
    public async Task A_killed_server_loses_a_second_of_counts_at_most_and_no_outcome(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var server = CairnProcess.Serve(database, Checkout.Campaign);
        var address = await server.Ready();
        var added = await CairnProcess.Run(database, "platform", "add", "blorptang", "--data", database.Directory);
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", added.Output.Trim());
        var receipt = await Shows(http);

        var told = await Post(http, "/api/v1/outcomes", $$"""{"receipt":"{{receipt}}","outcome":"help"}""");
        await Task.Delay(3000, Cancel);
        await server.Kill();
        await using var next = CairnProcess.Serve(database, Checkout.Campaign);
        using var anew = new HttpClient { BaseAddress = await next.Ready() };
        anew.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        var again = await Post(anew, "/api/v1/outcomes", $$"""{"receipt":"{{receipt}}","outcome":"help"}""");
        await next.Kill();

        Assert.Equal((202, 409), (told.Status, again.Status));
        Assert.Equal(1L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'exposure'"));
        Assert.Equal(1L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'outcome'"));
    }

    // The platform's token may take a second to be known.
    private static async Task<string> Shows(HttpClient http)
    {
        while (true)
        {
            var (status, body) = await Post(http, "/api/v1/moments", """{"surface":"search","signal":"term","language":"en"}""");
            if (status == 200)
                return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("receipt").GetString()!;
            Assert.Equal(401, status);
            await Task.Delay(100, Cancel);
        }
    }

    private static async Task<(int Status, string Body)> Post(HttpClient http, string path, string json)
    {
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(json, System.Text.Encoding.UTF8, "application/json"), Cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static MomentWriter Writer(IServiceProvider program) => program.GetServices<IHostedService>().OfType<MomentWriter>().Single();

    private static async Task<long> Number(TestDatabase database, string sql) => Convert.ToInt64(await database.Sql("know", sql), null);
}
