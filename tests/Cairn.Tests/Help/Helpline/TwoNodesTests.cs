using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Adviser;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Two nodes of the helpline on two PostgreSQL servers; and row 7 of the test table, where the one that takes writes dies.</summary>
public sealed class TwoNodesTests
{
    private const int Rounds = 100, Seekers = 8;

    private static readonly TimeSpan LongestMedian = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestErrors = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestLive = TimeSpan.FromSeconds(3);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact, Trait("Category", "Nightly")]
    public async Task Two_nodes_a_message_posted_on_A_reaches_an_adviser_on_B_in_under_50_ms_at_the_median()
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair);
        await using var a = await Begun(database, () => ARehearsal.On(database));
        await using var b = await Begun(database, () => ARehearsal.On(database));
        var (supervisor, adviser) = await AdviserByHand.TwoAt(a);
        using var there = adviser.At(b.Address);
        var seeker = await Seeker.Begins(0, [a.Address]);
        var (sinceSent, sinceAnswered) = (new List<double>(), new List<double>());

        for (var round = 0; round < Rounds; round++)
        {
            var arrives = Arrives(there, (await there.Watches(null)).Version, messages: 3 + round);
            // Until the adviser's page waits, as it does nearly always.
            await Task.Delay(30, Stop);
            var sent = Stopwatch.GetTimestamp();
            await seeker.Writes();
            var answered = Stopwatch.GetTimestamp();
            var arrived = await arrives;
            sinceSent.Add(Stopwatch.GetElapsedTime(sent, arrived).TotalMilliseconds);
            sinceAnswered.Add((arrived - answered) * 1000.0 / Stopwatch.Frequency);
        }

        using (supervisor)
        using (adviser)
            Say($"Two nodes: of {Rounds} messages posted on A, an adviser on B had half within {Share(sinceAnswered, 0.5):F1} ms and 95 % within {Share(sinceAnswered, 0.95):F1} ms of their acknowledgement; {Share(sinceSent, 0.5):F1} and {Share(sinceSent, 0.95):F1} ms after they were sent");
        Assert.InRange(Share(sinceAnswered, 0.5), double.MinValue, LongestMedian.TotalMilliseconds);
    }

    [Fact, Trait("Category", "Nightly")]
    public async Task Two_nodes_a_page_of_a_seeker_goes_on_at_either_and_what_is_taken_in_hand_on_one_is_seen_on_the_other()
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair);
        await using var a = await Begun(database, () => ARehearsal.On(database));
        await using var b = await Begun(database, () => ARehearsal.On(database));
        var (supervisor, adviser) = await AdviserByHand.TwoAt(a);
        using var supervisorOnB = supervisor.At(b.Address);
        var seeker = await Seeker.Begins(0, [a.Address, b.Address]);
        for (var message = 0; message < 10; message++)
        {
            seeker.Moves();
            await seeker.Writes();
        }

        var version = (await supervisorOnB.Watches(null)).Version;
        var conversation = await adviser.Takes();
        var seen = await supervisorOnB.Watches(version);
        while (seen.Conversations.Single()["by"] is null)
            seen = await supervisorOnB.Watches(seen.Version);
        using (supervisor)
        using (adviser)
            Assert.Equal(HttpStatusCode.Conflict, await supervisorOnB.Acts("claim", conversation));
        Assert.Equal("Iain", (string?)seen.Conversations.Single()["by"]);
        Assert.Empty(seeker.Failures);
        await seeker.Checks(0);
        Assert.Equal(seeker.Wrote, seeker.Read.Where(m => m.StartsWith("zintel", StringComparison.Ordinal)));
    }

    [Fact, Trait("Category", "Nightly")]
    public async Task Row_33_when_a_node_dies_under_seekers_and_advisers_nothing_acknowledged_is_lost_and_nothing_is_kept_twice()
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair);
        await using var dies = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
        var there = await Begun(database, dies.Ready);
        await using var stays = await Begun(database, () => ARehearsal.On(database));
        await using var load = await Load.On(stays, [there, stays.Address]);

        load.Begins();
        await load.Acknowledges(60);
        var killed = Stopwatch.GetTimestamp();
        await dies.Kill();
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        await load.Ends();

        Say($"Row 33, with the desk: a node of two killed under {Seekers} seekers and 2 advisers; {load.Said(killed)}; everybody wrote again within {load.Gap(killed).TotalMilliseconds:F0} ms");
        await load.MustBeWhole(node: 1);
        Assert.True(load.Failures > 0, "Nobody was at the node that died.");
    }

    [Theory, InlineData(""), InlineData("Host Recheck Seconds=1;"), Trait("Category", "Nightly")]
    public async Task Row_7_when_the_primary_dies_under_load_and_the_standby_is_promoted_nothing_acknowledged_is_lost_and_both_nodes_go_on_by_themselves(string settings)
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair, settings);
        await using var process = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
        var a = await Begun(database, process.Ready);
        await using var b = await Begun(database, () => ARehearsal.On(database));
        await using var load = await Load.On(b, [a, b.Address]);

        load.Begins();
        await load.Acknowledges(60);
        var killed = Stopwatch.GetTimestamp();
        await pair.KillPrimary();
        // As long as whoever watches the servers needs to be sure.
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        await pair.PromoteStandby();
        var promoted = Stopwatch.GetTimestamp();
        await load.Recovers(promoted);
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        await load.Ends();

        var (errors, silence) = (load.LastFailure(promoted), load.Gap(promoted));
        Say($"Row 7{(settings.Length > 0 ? ", with " + settings.TrimEnd(';') : "")}: the primary killed under {Seekers} seekers and 2 advisers, the standby promoted {Stopwatch.GetElapsedTime(killed, promoted).TotalSeconds:F1} s later; {load.Said(killed)}; errors until {errors.TotalSeconds:F1} s after the promotion, everybody wrote again within {silence.TotalSeconds:F1} s of it");
        await load.MustBeWhole(node: 0);
        await load.MustBeWhole(node: 1);
        Assert.All(load.Kinds, k => Assert.Contains(k, new[] { "503", "no answer" }));
        Assert.InRange(errors, TimeSpan.MinValue, LongestErrors);
        Assert.InRange(silence, TimeSpan.Zero, LongestErrors);
        foreach (var (from, to) in new[] { (0, 1), (1, 0) })
        {
            var live = await load.Live(from, to);
            Say($"Row 7: after that a message posted on {"AB"[from]} reached an adviser on {"AB"[to]} {live.TotalMilliseconds:F0} ms after it was sent");
            Assert.InRange(live, TimeSpan.Zero, LongestLive);
        }
    }

    [Fact, Trait("Category", "Nightly")]
    public async Task Without_its_standby_the_primary_acknowledges_nothing_and_what_is_sent_again_later_is_kept_once()
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair, "Command Timeout=2;");
        await using var cairn = await Begun(database, () => ARehearsal.On(database));
        var seeker = await Seeker.Begins(0, [cairn.Address]);
        await pair.KillStandby();

        var (writing, form) = (seeker.Writes(), PostedTalk.NewSubmission());
        for (var time = 0; time < 3; time++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", form))).Status);
        var early = writing.IsCompleted;
        await pair.StartStandby();
        await writing.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        var began = await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", form));

        Assert.False(early);
        Assert.NotEmpty(seeker.Failures);
        Assert.All(seeker.Failures, f => Assert.Equal("503", f.How));
        Assert.Equal(HttpStatusCode.OK, began.Status);
        Assert.Equal(2L, await database.Sql("help", "SELECT COUNT(*) FROM help_conversation"));
        await seeker.Checks(0);
        Assert.Equal(seeker.Wrote, seeker.Read.Where(m => m.StartsWith("zintel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_one_node_has_seen_is_news_at_another()
    {
        var (one, other) = (new DeskBell(), new DeskBell());
        one.Ring();
        other.Ring();

        var asked = other.After(one.Version, TimeSpan.FromMinutes(5), TimeProvider.System, Stop);

        await asked.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        Assert.NotEqual(one.Version, other.Version);
        Assert.InRange(other.Version, 0, 1L << 53);
    }

    [Fact, Trait("Category", "Nightly")]
    public async Task A_backup_is_taken_of_whichever_of_two_servers_takes_writes()
    {
        await using var pair = await PostgresPair.Start();
        await using var database = await Migrated(pair);

        var before = await CairnProcess.Run(database, "backup", Path.Combine(database.Directory, "before"));
        await pair.KillPrimary();
        await pair.PromoteStandby();
        var after = await CairnProcess.Run(database, "backup", Path.Combine(database.Directory, "after"));

        Assert.True(before.Exit == 0, before.People);
        Assert.True(after.Exit == 0, after.People);
    }

    private static async Task<TestDatabase> Migrated(PostgresPair pair, string settings = "")
    {
        var database = await TestDatabase.EmptyOn(pair.Connection(settings));
        await database.Program().GetRequiredService<Migrator>().MigrateAsync(Stop);
        return database;
    }

    // A node forgets every rehearsal soon after its start, also those of other nodes: what people write must come later.
    private static async Task<T> Begun<T>(TestDatabase database, Func<Task<T>> start)
    {
        await database.Sql("help", """
            INSERT INTO help_conversation (id, lookup, seeker_public, opened, desk, generation, epoch, state, code_kept, hour, purge_week)
            VALUES ('\x00000000000000000000000000000000', '\x00000000000000000000000000000000', '\x00', '\x00', 0, 1, 0, 0, 0, 0, 0)
            """);
        var started = await start();
        while (Convert.ToInt64(await database.Sql("help", "SELECT COUNT(*) FROM help_conversation"), CultureInfo.InvariantCulture) > 0)
            await Task.Delay(20, Stop);
        return started;
    }

    private static async Task<long> Arrives(AdviserByHand adviser, long version, int messages)
    {
        while (true)
        {
            var seen = await adviser.Watches(version);
            if (seen.Conversations.Any(c => (int)c["messages"]! >= messages))
                return Stopwatch.GetTimestamp();
            version = seen.Version;
        }
    }

    private static double Share(List<double> of, double share) => of.Order().ElementAt((int)(share * (of.Count - 1)));

    private static void Say(string line)
    {
        TestContext.Current.SendDiagnosticMessage(line);
        // ./check repeats such lines.
        Console.WriteLine("> " + line);
    }

    /// <summary>Who writes, and goes on at the other node with the same when one does not answer or does not keep it.</summary>
    private abstract class Writer(int number, int nodes)
    {
        protected int Node { get; private set; } = number % nodes;

        /// <summary>When a try failed, and how.</summary>
        public ConcurrentQueue<(long At, string How)> Failures { get; } = [];

        /// <summary>When something was acknowledged.</summary>
        public ConcurrentQueue<long> Told { get; } = [];

        public void Moves() => Node = (Node + 1) % nodes;

        /// <param name="tries">Null when it was acknowledged, else how it failed.</param>
        protected async Task Insists(Func<Task<string?>> tries)
        {
            while (true)
            {
                var how = await Said(tries);
                if (how is null)
                {
                    Told.Enqueue(Stopwatch.GetTimestamp());
                    return;
                }

                Failures.Enqueue((Stopwatch.GetTimestamp(), how));
                Moves();
                await Task.Delay(100, Stop);
            }
        }

        private static async Task<string?> Said(Func<Task<string?>> tries)
        {
            try
            {
                return await tries();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                return "no answer";
            }
        }
    }

    private sealed class Seeker : Writer
    {
        private readonly int number;
        private readonly HttpClient[] http;
        private TalkAnswer last = null!;

        private Seeker(int number, Uri[] nodes) : base(number, nodes.Length) =>
            (this.number, http) = (number, [.. nodes.Select(n => new HttpClient { BaseAddress = n })]);

        public List<string> Wrote { get; } = [];

        public IReadOnlyList<string> Read => last.Messages;

        public static string First(int number) => $"zintel {number} 0";

        public static async Task<Seeker> Begins(int number, Uri[] nodes)
        {
            var seeker = new Seeker(number, nodes);
            seeker.Wrote.Add(First(number));
            var code = await seeker.http[seeker.Node].Talk("send", ("text", First(number)), ("submission", PostedTalk.NewSubmission()));
            seeker.last = await seeker.http[seeker.Node].Talk("kept", ("token", code.Token), ("group", code.Group));
            Assert.Equal("Your conversation", seeker.last.Heading);
            return seeker;
        }

        public async Task Writes()
        {
            var (words, submission) = ($"zintel {number} {Wrote.Count}", PostedTalk.NewSubmission());
            await Insists(async () =>
            {
                var answer = await http[Node].Talk("more", ("token", last.Token), ("text", words), ("submission", submission));
                if (answer.Status != HttpStatusCode.OK)
                    return $"{(int)answer.Status}";
                last = answer;
                return null;
            });
            Wrote.Add(words);
        }

        public async Task Checks(int node) => last = await http[node].Talk("check", ("token", last.Token));

        public async Task WritesOn(int node)
        {
            while (Node != node)
                Moves();
            await Writes();
        }
    }

    private sealed class Adviser(int number, AdviserByHand[] nodes) : Writer(number, nodes.Length)
    {
        public List<(byte[] Conversation, int Seeker, List<string> Wrote)> InHand { get; } = [];

        public AdviserByHand On(int node) => nodes[node];

        public async Task Takes()
        {
            var free = (await nodes[Node].Queue()).First(c => c["by"] is null);
            var id = Convert.FromBase64String((string)free["id"]!);
            Assert.Equal(HttpStatusCode.OK, await nodes[Node].Acts("claim", id));
            var first = (await nodes[Node].Reads(id))[0]!;
            InHand.Add((id, int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture), []));
        }

        public async Task Writes(int turn)
        {
            var (conversation, seeker, wrote) = InHand[turn % InHand.Count];
            var (words, submission) = ($"vank {seeker} {wrote.Count}", RandomNumberGenerator.GetBytes(16));
            await Insists(async () =>
            {
                var answer = await nodes[Node].Replies(conversation, words, submission);
                return answer == HttpStatusCode.OK ? null : $"{(int)answer}";
            });
            wrote.Add(words);
        }
    }

    /// <summary>Seekers and two advisers who write on both nodes until they are told to stop.</summary>
    private sealed class Load(Seeker[] seekers, Adviser[] advisers) : IAsyncDisposable
    {
        private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        private Task writing = Task.CompletedTask;

        // That somebody wrote meanwhile is no failure of the program.
        private IEnumerable<(long At, string How)> Failed => Writers.SelectMany(w => w.Failures).Where(f => f.How != "412");

        public int Failures => Failed.Count();

        public IEnumerable<string> Kinds => Failed.Select(f => f.How).Distinct();

        private IEnumerable<Writer> Writers => [.. seekers, .. advisers];

        public static async Task<Load> On(RunningCairn cairn, Uri[] nodes)
        {
            var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
            Adviser[] advisers = [.. new[] { supervisor, adviser }.Select((a, i) => new Adviser(i, [.. nodes.Select(a.At)]))];
            List<Seeker> seekers = [];
            for (var i = 0; i < Seekers; i++)
            {
                seekers.Add(await Seeker.Begins(i, nodes));
                await advisers[i % 2].Takes();
            }

            return new([.. seekers], advisers);
        }

        public void Begins() => writing = Task.WhenAll([
            .. seekers.Select(s => Until(async _ => await s.Writes(), 150)),
            .. advisers.Select(a => Until(a.Writes, 60))]);

        public async Task Acknowledges(int messages)
        {
            while (Writers.Sum(w => w.Told.Count) < messages)
                await Task.Delay(5, Stop);
        }

        /// <summary>Until everybody was told since.</summary>
        public async Task Recovers(long since)
        {
            while (Writers.Any(w => w.Told.All(t => t < since)) && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2))
                await Task.Delay(50, Stop);
        }

        public async Task Ends()
        {
            await ending.CancelAsync();
            await writing.WaitAsync(TimeSpan.FromMinutes(2), Stop);
        }

        /// <summary>How long after a moment the last of them was told that something is kept.</summary>
        public TimeSpan Gap(long since) => Writers.Max(w => w.Told.Any(t => t >= since) ? Stopwatch.GetElapsedTime(since, w.Told.First(t => t >= since)) : TimeSpan.MaxValue);

        public TimeSpan LastFailure(long since) => Stopwatch.GetElapsedTime(since, Failed.Select(f => f.At).Append(since).Max());

        public string Said(long killed)
        {
            var kinds = Failed.GroupBy(f => f.How).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} x {g.Key}");
            return $"{Writers.Sum(w => w.Told.Count(t => t < killed))} messages acknowledged before, {Writers.Sum(w => w.Told.Count(t => t >= killed))} after, {Failures} tries failed ({string.Join(", ", kinds)})";
        }

        /// <summary>Each finds what was acknowledged, once, in its order, and nothing else.</summary>
        public async Task MustBeWhole(int node)
        {
            for (var i = 0; i < seekers.Length; i++)
            {
                var replies = advisers.SelectMany(a => a.InHand).Single(h => h.Seeker == i);
                await seekers[i].Checks(node);
                Assert.Equal(seekers[i].Wrote, seekers[i].Read.Where(m => m.StartsWith("zintel", StringComparison.Ordinal)));
                Assert.Equal(replies.Wrote, seekers[i].Read.Where(m => m.StartsWith("vank", StringComparison.Ordinal)));
                var read = await advisers.Single(a => a.InHand.Contains(replies)).On(node).Reads(replies.Conversation);
                Assert.Equal(seekers[i].Read.Count, read.Count);
                Assert.DoesNotContain(null, read);
            }
        }

        /// <summary>How long after it was sent on one node a message is with an adviser who waits at another.</summary>
        public async Task<TimeSpan> Live(int from, int to)
        {
            var there = advisers[0].On(to);
            var before = await there.Watches(null);
            var most = before.Conversations.Max(c => (int)c["messages"]!);
            var longest = advisers.SelectMany(a => a.InHand).Single(h => h.Conversation.SequenceEqual(Convert.FromBase64String((string)before.Conversations.MaxBy(c => (int)c["messages"]!)!["id"]!)));
            var arrives = Arrives(there, before.Version, most + 1);
            await Task.Delay(100, Stop);
            var sent = Stopwatch.GetTimestamp();
            await seekers[longest.Seeker].WritesOn(from);
            return Stopwatch.GetElapsedTime(sent, await arrives);
        }

        public async ValueTask DisposeAsync()
        {
            await Ends();
            ending.Dispose();
        }

        private async Task Until(Func<int, Task> writes, int pause)
        {
            for (var turn = 0; !ending.IsCancellationRequested; turn++)
            {
                await writes(turn);
                await Task.Delay(pause, Stop);
            }
        }
    }
}
