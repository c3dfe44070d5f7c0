using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cairn.Help;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 12 of the test table: a code that never was, one whose conversation was deleted, and one whose conversation had its time are told apart by nothing.</summary>
public sealed class CodeTimingTests
{
    // As dudect takes it: beyond it two times are not the same.
    private const double Same = 4.5;

    // What other programs do in between lies in the slowest tenth.
    private const double Kept = 0.9;

    // A machine that others use may be busy for the length of a whole run; a difference that is really there is there each time.
    private const int Runs = 3;

    private const int Codes = 40;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly string[] Kinds = ["unknown", "deleted", "purged"];

    [Theory, EachDatabase]
    public Task Row_12_unknown_deleted_and_purged_codes_take_the_same_time_and_answer_with_the_same_page(Engine engine) => Told(engine, 200);

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public Task Row_12_two_thousand_unknown_deleted_and_purged_codes_take_the_same_time(Engine engine) => Told(engine, 2_000);

    private static async Task Told(Engine engine, int each)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database, instead: s => s.AddSingleton(new Rehearsal(true)));
        var codes = await Given(cairn);
        var right = await Begin(cairn);
        await Measure(cairn, codes, right, 30);

        var best = double.PositiveInfinity;
        var said = "";
        for (var run = 0; run < Runs && best >= Same; run++)
        {
            var times = await Measure(cairn, codes, right, each);
            var (deleted, purged) = (Welch(times["unknown"], times["deleted"]), Welch(times["unknown"], times["purged"]));
            if (Math.Max(Math.Abs(deleted), Math.Abs(purged)) >= best)
                continue;
            best = Math.Max(Math.Abs(deleted), Math.Abs(purged));
            said = $"t {deleted:F2} for deleted and {purged:F2} for purged against unknown; medians {string.Join(", ", times.Select(k => $"{k.Key} {Median(k.Value):F2} ms"))}";
        }

        Console.WriteLine($"> Row 12: {engine}: {each} of each, {said}");
        Assert.True(best < Same, said);
    }

    // One after the other in a new order each time, so that whatever the machine does meets all alike.
    private static async Task<Dictionary<string, double[]>> Measure(RunningCairn cairn, Dictionary<string, string[]> codes, string right, int each)
    {
        var times = Kinds.Append("right").ToDictionary(k => k, _ => new List<double>());
        var page = "";
        for (var i = 0; i < each; i++)
        {
            var order = times.Keys.ToArray();
            RandomNumberGenerator.Shuffle(order.AsSpan());
            foreach (var kind in order)
            {
                var code = kind == "right" ? right : codes[kind][i % Codes];
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "open"), KeyValuePair.Create("code", code)]);
                var from = Stopwatch.GetTimestamp();
                using var answer = await cairn.Http.PostAsync("/en/talk", form, Stop);
                var html = await answer.Content.ReadAsStringAsync(Stop);
                times[kind].Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (kind == "right")
                {
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    continue;
                }

                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
                page = page.Length == 0 ? html : page;
                Assert.Equal(page, html);
            }
        }

        return times.ToDictionary(k => k.Key, k => k.Value.ToArray());
    }

    private static async Task<Dictionary<string, string[]>> Given(RunningCairn cairn)
    {
        var unknown = Enumerable.Range(0, Codes).Select(_ => Shown(SeekerCode.From(RandomNumberGenerator.GetBytes(16)))).ToArray();
        var (deleted, purged) = (new string[Codes], new string[Codes]);
        for (var i = 0; i < Codes; i++)
        {
            purged[i] = await Begin(cairn);
        }

        // As the hour comes in which they have had their time.
        var writer = cairn.Services.GetRequiredService<SealedWriter>();
        var later = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 + Conversations.RetentionHours + 1;
        Assert.Equal(Codes, await writer.Write((turn, stop) => ThreadWrites.Purge(turn, later, stop), Stop));
        for (var i = 0; i < Codes; i++)
        {
            var code = await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()));
            deleted[i] = code.Code;
            var thread = await cairn.Http.Talk("kept", ("token", code.Token), ("group", code.Group));
            Assert.Equal("It is deleted", (await cairn.Http.Talk("delete-yes", ("token", thread.Token))).Heading);
        }

        return new() { ["unknown"] = unknown, ["deleted"] = deleted, ["purged"] = purged };
    }

    private static async Task<string> Begin(RunningCairn cairn) => (await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()))).Code;

    private static string Shown(SeekerCode code)
    {
        var letters = new byte[SeekerCode.GroupLength];
        return string.Join('-', Enumerable.Range(0, SeekerCode.Groups).Select(g =>
        {
            code.WriteGroup(g, letters);
            return Encoding.ASCII.GetString(letters);
        }));
    }

    // Both are cut at one point, the slowest tenth of both together.
    private static double Welch(double[] a, double[] b)
    {
        var cut = a.Concat(b).Order().ElementAt((int)((a.Length + b.Length) * Kept) - 1);
        var (x, y) = (a.Where(t => t <= cut).ToArray(), b.Where(t => t <= cut).ToArray());
        return (x.Average() - y.Average()) / Math.Sqrt(Variance(x) / x.Length + Variance(y) / y.Length);
    }

    private static double Variance(double[] x)
    {
        var mean = x.Average();
        return x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
    }

    private static double Median(double[] x) => x.Order().ElementAt(x.Length / 2);
}
