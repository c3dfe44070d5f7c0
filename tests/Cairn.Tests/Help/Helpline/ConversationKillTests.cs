using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Cairn.Help;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 5 of the test table: the plug is pulled while people write.</summary>
public sealed class ConversationKillTests
{
    private const int LeastAcknowledged = 10;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(3);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Row_5_killed_while_people_write_it_loses_nothing_it_acknowledged_and_keeps_no_half_conversation(Engine engine) => Assert.NotEqual(TimeSpan.Zero, await Killed(engine, 20));

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public async Task Row_5_killed_two_hundred_times_while_people_write_it_loses_nothing_and_is_back_within_three_seconds(Engine engine)
    {
        var slowest = await Killed(engine, 200);

        Assert.InRange(slowest, TimeSpan.Zero, LongestStart);
    }

    /// <returns>The longest that it took to be back.</returns>
    private static async Task<TimeSpan> Killed(Engine engine, int kills)
    {
        await using var database = await TestDatabase.Empty(engine);
        var (acknowledged, kept) = (0, 0);
        var starts = new List<TimeSpan>();
        for (var kill = 0; kill < kills; kill++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
            using var http = new HttpClient { BaseAddress = await Ready(cairn, kill) };
            if (kill > 0)
                starts.Add(Stopwatch.GetElapsedTime(started));
            var told = new ConcurrentBag<byte[]>();
            using var ending = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 4).Select(_ => Write(http, told, ending.Token)).ToList();

            // However slow the machine is, there is something to lose by then.
            while (told.Count < LeastAcknowledged)
                await Task.Delay(5, Stop);
            await Task.Delay(RandomNumberGenerator.GetInt32(400), Stop);
            await cairn.Kill();
            await ending.CancelAsync();
            await Task.WhenAll(writers);

            // Looked at before another start, which forgets a rehearsal.
            var program = database.Program(null, s => s.AddConversations());
            var site = program.GetRequiredService<SiteKeys>();
            var reader = program.GetRequiredService<ThreadReader>();
            await using var db = await program.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
            foreach (var submission in told)
                Assert.Equal(submission, await FirstWords(reader, program, site.CodeOf(submission)));
            var conversations = await db.Conversations.AsNoTracking().ToListAsync(Stop);
            Assert.All(conversations, c => Assert.Equal((2, 2), (db.Messages.Count(m => m.Conversation == c.Id), db.Wraps.Count(w => w.Conversation == c.Id))));
            Assert.InRange(conversations.Count, told.Count, told.Count + 4);
            if (engine == Engine.Sqlite)
                Assert.Equal("ok", await database.Sql("help", "PRAGMA integrity_check"));
            acknowledged += told.Count;
            kept += conversations.Count;
        }

        starts.Sort();
        Console.WriteLine($"> Row 5: {engine}: {kills} kills, {acknowledged} conversations acknowledged, 0 of them lost, {kept} kept, 0 half; back within {starts[^1].TotalSeconds:F1} s, half of the times within {starts[starts.Count / 2].TotalSeconds:F1} s");
        return starts[^1];
    }

    private static async Task<Uri> Ready(CairnProcess cairn, int kill)
    {
        try
        {
            return await cairn.Ready();
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"After kill {kill} it did not come back. It said: {cairn.Said}", late);
        }
    }

    // Each says the submission it was sent with, so that it can be told which one was kept.
    private static async Task Write(HttpClient http, ConcurrentBag<byte[]> told, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            var submission = RandomNumberGenerator.GetBytes(16);
            var words = Convert.ToHexStringLower(submission);
            try
            {
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "send"), KeyValuePair.Create("text", words), KeyValuePair.Create("submission", words)]);
                using var answer = await http.PostAsync(submission[0] % 2 == 0 ? "/en/talk" : "/en/report", form, ending);
                if (answer.IsSuccessStatusCode)
                    told.Add(submission);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private static async Task<byte[]> FirstWords(ThreadReader reader, IServiceProvider program, SeekerCode code)
    {
        var (lookup, seed) = (new byte[16], new byte[32]);
        SeekerKeys.Derive(code, program.GetRequiredService<SiteKeys>(), lookup, seed);
        var stored = (await reader.ByLookup(lookup, Stop))!;
        using var holder = SecretKey.From(seed);
        using var keys = ConversationKeys.Open(stored, BoxKind.Seeker, holder, program.GetRequiredService<EpochKeys>().Of(stored.Conversation.Epoch)!)!;
        using var thread = OpenedThread.Of(stored, keys);
        Assert.True(thread.Whole);
        Assert.True(MessageRecord.TryRead(thread.Messages[0].Record!.Value.Span, out var record));
        return Convert.FromHexString(System.Text.Encoding.ASCII.GetString(record.Text));
    }
}
