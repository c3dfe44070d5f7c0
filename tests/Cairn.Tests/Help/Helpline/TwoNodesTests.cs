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
public sealed partial class TwoNodesTests
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
}
