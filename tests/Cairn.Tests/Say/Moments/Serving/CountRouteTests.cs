using System.Text.Json;
using Cairn.Foundation.Storage;
using Cairn.Moment.Counting;
using Cairn.Say.Moments.Platforms;
using Cairn.Say.Moments.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments.Serving;

public sealed class CountRouteTests
{
    private const string Elsewhere = "abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcd";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Hour => (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600);

    private static CountLine Shown => new("exposure", "blorptang-one", "search", 1, "en", null, 5);

    private static CountReport Report => new("node-1", 1, Elsewhere, Hour, [Shown, Shown with { Event = "outcome", Outcome = "stopped", Count = 2 }]);

    public static TheoryData<string, string, int> Wrong
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            void Add(string what, CountReport report, int status = 400) => data.Add(what, Json(report), status);
            Add("a node with a blank", Report with { Node = "node 1" });
            Add("a node too long", Report with { Node = new string('n', 65) });
            Add("an empty node", Report with { Node = "" });
            Add("sequence nought", Report with { Sequence = 0 });
            Add("a sequence beyond what JSON holds", Report with { Sequence = 1L << 53 });
            Add("a revision too short", Report with { Revision = "abc" });
            Add("a revision in capitals", Report with { Revision = Elsewhere.ToUpperInvariant() });
            Add("no lines", Report with { Counts = [] });
            Add("too many lines", Report with { Counts = [.. Enumerable.Repeat(new CountLine("exposure", "a", "page", 1, "en", null, 1), CountReport.MostLines + 1)] });
            Add("an event of its own", Report with { Counts = [Shown with { Event = "blorptang" }] });
            Add("an event in capitals", Report with { Counts = [Shown with { Event = "Exposure" }] });
            Add("a surface of its own", Report with { Counts = [Shown with { Surface = "blorptang" }] });
            Add("an outcome of its own", Report with { Counts = [Shown with { Event = "outcome", Outcome = "blorptang" }] });
            Add("an outcome without one", Report with { Counts = [Shown with { Event = "outcome" }] });
            Add("an exposure with an outcome", Report with { Counts = [Shown with { Outcome = "stopped" }] });
            Add("an arm with a blank", Report with { Counts = [Shown with { Arm = "blorptang one" }] });
            Add("a language too long", Report with { Counts = [Shown with { Language = "blorptang" }] });
            Add("look nought", Report with { Counts = [Shown with { Look = 0 }] });
            Add("count nought", Report with { Counts = [Shown with { Count = 0 }] });
            Add("a count beyond belief", Report with { Counts = [Shown with { Count = 1_000_000_001 }] });
            Add("an hour too long ago", Report with { Hour = Hour - 722 }, 422);
            Add("an hour to come", Report with { Hour = Hour + 3 }, 422);
            data.Add("not JSON", "blorptang", 400);
            data.Add("null", "null", 400);
            data.Add("a member missing", """{"node":"a","sequence":1}""", 400);
            data.Add("an unknown member", Json(Report).Replace("\"node\"", "\"who\":\"blorptang\",\"node\"", StringComparison.Ordinal), 400);
            data.Add("a member twice", Json(Report).Replace("\"node\"", "\"node\":\"other\",\"node\"", StringComparison.Ordinal), 400);
            data.Add("a null line", Json(Report with { Counts = [] }).Replace("[]", "[null]", StringComparison.Ordinal), 400);
            data.Add("a text for a number", Json(Report).Replace("\"sequence\":1", "\"sequence\":\"1\"", StringComparison.Ordinal), 400);
            data.Add("a body too long", Json(Report).Replace("\"node-1\"", $"\"{new string('x', 1024 * 1024)}\"", StringComparison.Ordinal), 413);
            return data;
        }
    }

    [Fact]
    public async Task What_is_not_on_the_lists_is_refused_whole_and_repeated_nowhere()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await RunningCairn.On(database);
        using var platform = await APlatform.On(cairn);

        foreach (var row in Wrong)
        {
            var (what, body, status) = row.Data;
            using var answer = await platform.Post("counts", body);

            var refusal = await APlatform.Refusal(answer);
            Assert.Equal((what, status), (what, refusal.Status));
            Assert.DoesNotContain("blorptang", refusal.Sentence, StringComparison.Ordinal);
        }

        Assert.Equal(0L, await Number(database, "SELECT count(*) FROM know_moments"));
    }

    [Fact]
    public async Task Of_a_revision_that_is_served_only_its_arms_languages_and_looks_are_counted()
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var content = cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle.Content;
        var known = Report with { Revision = content.Revision };
        var line = Shown with { Arm = content.Arms[0].Id };

        var good = await Status(platform, known with { Counts = [line] });
        var arm = await Status(platform, known with { Sequence = 2, Counts = [line, Shown] });
        var language = await Status(platform, known with { Sequence = 2, Counts = [line with { Language = "zzz" }] });
        var look = await Status(platform, known with { Sequence = 2, Counts = [line with { Look = content.Looks + 1 }] });

        Assert.Equal((202, 422, 422, 422), (good, arm, language, look));
    }

    [Theory, EachDatabase]
    public async Task A_report_counts_once_though_it_is_sent_twenty_times_at_once_to_two_nodes(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var platform = await APlatform.On(one);
        using var there = await platform.At(two);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Status(i % 2 == 0 ? platform : there, Report)));
        var later = await Status(there, Report);

        Assert.All(statuses, s => Assert.Equal(202, s));
        Assert.Equal(202, later);
        Assert.Equal(5L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'exposure'"));
        Assert.Equal(2L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'outcome'"));
    }

    [Theory, EachDatabase]
    public async Task Many_senders_at_once_at_two_nodes_are_all_counted(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var platform = await APlatform.On(one);
        using var there = await platform.At(two);
        // Every sender names the same rows, in an order of its own.
        CountLine[] lines = [.. Enumerable.Range(0, 30).Select(i => Shown with { Arm = $"arm-{i}", Count = 1 })];

        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Status(
            i % 2 == 0 ? platform : there, Report with { Node = $"node-{i / 2}", Sequence = 1 + (i % 2), Counts = [.. lines.OrderBy(l => (l.Arm.GetHashCode(StringComparison.Ordinal) * 31) ^ i)] })));

        Assert.All(statuses, s => Assert.Equal(202, s));
        Assert.Equal(3000L, await Number(database, "SELECT sum(count) FROM know_moments"));
        Assert.Equal(50L, await Number(database, "SELECT count(*) FROM know_reporters WHERE platform <> ''"));
    }

    [Theory, EachDatabase]
    public async Task Two_platforms_may_name_the_same_node_and_a_new_token_of_one_changes_nothing(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var mine = await APlatform.On(cairn, name: "one");
        using var theirs = await APlatform.On(cairn, name: "two");

        await Status(mine, Report);
        await Status(theirs, Report);
        await cairn.Services.GetRequiredService<PlatformStore>().Revoke("one", Cancel);
        using var renewed = await APlatform.On(cairn, name: "one");
        await Status(renewed, Report);

        Assert.Equal(10L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'exposure'"));
    }

    [Theory, EachDatabase]
    public async Task A_number_that_was_passed_over_still_counts_until_it_lies_too_far_back(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var platform = await APlatform.On(cairn);

        int[] statuses =
        [
            await Status(platform, Report with { Sequence = 100 }),
            await Status(platform, Report with { Sequence = 40 }),
            await Status(platform, Report with { Sequence = 40 }),
            await Status(platform, Report with { Sequence = 36 }),
            await Status(platform, Report with { Sequence = 35 }),
        ];

        Assert.Equal([202, 202, 202, 202, 409], statuses);
        Assert.Equal(15L, await Number(database, "SELECT sum(count) FROM know_moments WHERE event = 'exposure'"));
    }

    private static string Json(CountReport report) => JsonSerializer.Serialize(report, CountJson.Default.CountReport);

    private static async Task<int> Status(APlatform platform, CountReport report)
    {
        using var answer = await platform.Post("counts", Json(report));
        return (int)answer.StatusCode;
    }

    private static async Task<long> Number(TestDatabase database, string sql) => Convert.ToInt64(await database.Sql("know", sql), null);
}
