using System.Diagnostics;
using Cairn.Foundation.Storage;
using Cairn.Know.Moments;
using Cairn.Moment.Decisions;
using Cairn.Say.Moments.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Moments.Serving;

public sealed class OutcomeRouteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_outcome_counts_once_whoever_tells_it_how_often_and_to_whichever_node(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var platform = await APlatform.On(one);
        using var there = await platform.At(two);
        var receipt = await platform.IsShown();

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? platform : there).Tells(receipt)));
        var later = await platform.Tells(receipt, "help");

        Assert.Equal(1, told.Count(s => s == 202));
        Assert.Equal(19, told.Count(s => s == 409));
        Assert.Equal(409, later);
        Assert.Equal(1L, await Sum(database, "outcome"));
    }

    [Theory, EachDatabase]
    public async Task Every_receipt_that_is_not_good_is_refused_in_one_same_way(Engine engine)
    {
        var time = new FakeTimeProvider(Noon);
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database, time: time);
        using var platform = await APlatform.On(cairn);
        var store = cairn.Services.GetRequiredService<MomentStore>();
        var receipt = await platform.IsShown();
        var told = await platform.IsShown();
        Assert.Equal(202, await platform.Tells(told));
        var foreign = Foreign(cairn, time.GetUtcNow());

        async Task<(int, string, long)> Telling(string text)
        {
            var before = store.OutcomeStatements;
            using var answer = await platform.Post("outcomes", $$"""{"receipt":"{{text}}","outcome":"stopped"}""");
            var refusal = answer.StatusCode == System.Net.HttpStatusCode.Accepted ? (202, "") : await APlatform.Refusal(answer);
            return (refusal.Item1, refusal.Item2, store.OutcomeStatements - before);
        }

        var again = await Telling(told);
        var forged = await Telling((receipt[0] == 'A' ? "B" : "A") + receipt[1..]);
        var nonsense = await Telling("blorptang");
        var empty = await Telling("");
        var other = await Telling(foreign);
        var good = await Telling(receipt);
        time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        var expired = await Telling(receipt);

        Assert.Equal((409, 202, 422), (again.Item1, good.Item1, forged.Item1));
        Assert.All([nonsense, empty, other, expired], refused => Assert.Equal(forged, refused));
        // The same statements ran, whichever it was.
        Assert.Equal([forged.Item3, forged.Item3], [good.Item3, again.Item3]);
        Assert.Equal(2L, await Sum(database, "outcome"));
        Assert.Equal(2L, Convert.ToInt64(await database.Sql("know", "SELECT count(*) FROM know_receipts"), null));
    }

    [Fact]
    public async Task The_time_a_refusal_takes_does_not_say_what_was_wrong()
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var receipt = await platform.IsShown();
        var forged = (receipt[0] == 'A' ? "B" : "A") + receipt[1..];
        var foreign = Foreign(cairn, TimeProvider.System.GetUtcNow());
        string[] wrong = [forged, "blorptang", foreign];
        var took = wrong.ToDictionary(w => w, _ => new List<double>());

        for (var round = 0; round < 40; round++)
        {
            foreach (var text in wrong)
            {
                var watch = Stopwatch.GetTimestamp();
                Assert.Equal(422, await platform.Tells(text));
                took[text].Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            }
        }

        // Printed, not judged: this machine has neighbours.
        var medians = wrong.Select(w => took[w].Order().ElementAt(20).ToString("0.00", null)).ToList();
        Console.Out.WriteLine($"> refusing an outcome took {medians[0]} ms for a forged receipt, {medians[1]} ms for nonsense, {medians[2]} ms for one of another campaign (medians of 40)");
    }

    [Theory]
    [InlineData("""{"receipt":"blorptang","outcome":"blorptang"}""", 400)]
    [InlineData("""{"receipt":"blorptang"}""", 400)]
    [InlineData("""{"outcome":"stopped"}""", 400)]
    [InlineData("""{"receipt":1,"outcome":"stopped"}""", 400)]
    [InlineData("""{"receipt":"a","receipt":"b","outcome":"stopped"}""", 400)]
    [InlineData("""{"receipt":"a","outcome":"stopped","who":"blorptang"}""", 400)]
    [InlineData("""{"receipt":"a","outcome":"stopped"}{}""", 400)]
    [InlineData("""["a"]""", 400)]
    [InlineData("", 400)]
    public async Task An_outcome_that_is_not_made_as_promised_is_refused(string body, int status)
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);

        using var answer = await platform.Post("outcomes", body);
        using var form = await platform.Post("outcomes", body, "text/plain");
        using var large = await platform.Post("outcomes", $$"""{"receipt":"{{new string('A', 1024)}}","outcome":"stopped"}""");

        Assert.Equal(status, (await APlatform.Refusal(answer)).Status);
        Assert.Equal(415, (await APlatform.Refusal(form)).Status);
        Assert.Equal(413, (await APlatform.Refusal(large)).Status);
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_was_shown_told_and_followed_is_counted_for_the_arm_that_was_shown(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var platform = await APlatform.On(cairn);
        var shown = await platform.Asks("""{"surface":"upload","signal":"link","language":"en","exposure":1}""");
        var receipt = shown.GetProperty("receipt").GetString()!;
        await platform.Tells(receipt, "dismissed");
        await platform.Asks($$"""{"surface":"search","signal":"term","language":"en","after":"{{receipt}}"}""");

        Assert.True(await cairn.Services.GetServices<IHostedService>().OfType<MomentWriter>().Single().WriteOwn());

        var totals = await cairn.Services.GetRequiredService<MomentReader>().Totals(TimeProvider.System.GetUtcNow().AddHours(-2), Cancel);
        var arm = shown.GetProperty("message").GetProperty("arm").GetString()!;
        var revision = cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle.Revision;
        Assert.Contains(new(new MomentKey(0, "exposure", revision, arm, "upload", 2, "en", ""), 1), totals);
        Assert.Contains(new(new MomentKey(0, "outcome", revision, arm, "upload", 2, "en", "dismissed"), 1), totals);
        Assert.Contains(new(new MomentKey(0, "follow-on", revision, arm, "upload", 2, "en", ""), 1), totals);
        Assert.Equal(4, totals.Sum(t => t.Value));
    }

    private static string Foreign(RunningCairn cairn, DateTimeOffset now)
    {
        var key = cairn.Services.GetRequiredService<ReceiptSecret>().For("another-campaign");
        Span<byte> text = stackalloc byte[Receipt.LongestText];
        var tail = Receipt.Tail(1, new string('0', 64), "en", "blorptang");
        return System.Text.Encoding.ASCII.GetString(text[..Receipt.Write(key, new byte[Receipt.IdLength], Receipt.MinuteOf(now.ToUnixTimeSeconds()), MomentSurface.Search, tail, text)]);
    }

    private static async Task<long> Sum(TestDatabase database, string what) =>
        Convert.ToInt64(await database.Sql("know", $"SELECT sum(count) FROM know_moments WHERE event = '{what}'"), null);
}
