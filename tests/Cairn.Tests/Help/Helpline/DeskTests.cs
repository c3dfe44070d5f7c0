using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cairn.Help;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Helpline;

/// <summary>The desk's routes, used as its script uses them, with keys that the server never sees.</summary>
public sealed class DeskTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_a_seeker_writes_opens_for_the_desk_and_what_the_desk_replies_opens_for_the_seeker(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("half a blorptang", "child");
        await seeker.KeepsTheCode();

        var conversation = await adviser.Takes();
        Assert.Equal("half a blorptang", (await adviser.Reads(conversation))[0]);
        Assert.Equal(HttpStatusCode.OK, await adviser.Replies(conversation, "A zint for you."));
        await seeker.Step("check");

        Assert.Equal("A zint for you.", seeker.Messages[2]);
        Assert.Contains("Robin", seeker.Html, StringComparison.Ordinal);
        Assert.False((bool)(await supervisor.Queue()).Single()["waits"]!);
        using (supervisor)
        using (adviser)
            await seeker.Step("more", ("text", "a vank"));
        Assert.Equal(4, seeker.Messages.Count);
    }

    [Fact]
    public async Task One_adviser_has_a_conversation_in_hand_and_it_is_let_go_five_minutes_after_the_last_sign_of_them()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        await new SeekerByHand(cairn).Writes("blorptang");
        var conversation = await adviser.Takes();

        Assert.Equal(HttpStatusCode.Conflict, await supervisor.Acts("claim", conversation));
        Assert.Equal(HttpStatusCode.Conflict, await supervisor.Acts("open", conversation));
        var sweep = cairn.Services.GetServices<IHostedService>().OfType<DeskSweep>().Single();
        for (var beats = 0; beats < DeskWrites.LeaseBeats - 1; beats++)
            await sweep.Beat(Stop);
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("beat", conversation));
        await sweep.Beat(Stop);
        Assert.Equal(HttpStatusCode.Conflict, await supervisor.Acts("claim", conversation));
        for (var beats = 0; beats < DeskWrites.LeaseBeats; beats++)
            await sweep.Beat(Stop);

        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("claim", conversation));
        Assert.Equal(HttpStatusCode.Conflict, await adviser.Acts("beat", conversation));
    }

    [Fact]
    public async Task A_desk_where_nothing_happens_waits_longer_than_other_pages_may_take_and_a_server_that_stops_does_not_wait_for_it()
    {
        // On a clock that stands still the wait for news ends by itself never.
        await using var cairn = await ARehearsal.Start(new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        var (supervisor, _) = await AdviserByHand.TwoAt(cairn);
        var (version, _) = await supervisor.Watches(null);
        var waiting = supervisor.Watches(version);

        await Task.Delay(TimeSpan.FromSeconds(11), Stop);
        Assert.False(waiting.IsCompleted);
        cairn.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(version, (await waiting).Version);
    }

    [Fact]
    public async Task Two_who_take_the_same_at_once_do_not_both_get_it()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        for (var round = 0; round < 10; round++)
        {
            await new SeekerByHand(cairn).Writes($"blorptang {round}");
            var id = Convert.FromBase64String((string)(await adviser.Queue()).First(c => c["by"] is null)["id"]!);

            var answers = await Task.WhenAll(supervisor.Acts("claim", id), adviser.Acts("claim", id));

            Assert.Single(answers, HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Row_8_a_reply_that_is_sent_ten_times_at_once_is_kept_once_and_one_under_an_old_number_not_at_all()
    {
        await using var cairn = await ARehearsal.Start();
        var (_, adviser) = await AdviserByHand.TwoAt(cairn);
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        await seeker.KeepsTheCode();
        var conversation = await adviser.Takes();
        var submission = RandomNumberGenerator.GetBytes(16);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => adviser.Replies(conversation, "once", submission, sequence: 3)));
        var late = await adviser.Replies(conversation, "late", sequence: 3);
        await seeker.Step("check");

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late);
        Assert.Equal("once", Assert.Single(seeker.Messages.Skip(2)));
    }

    [Theory, EachDatabase]
    public async Task Row_30_whoever_left_the_desk_opens_nothing_that_comes_after_not_even_with_the_whole_database(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("before");
        await seeker.KeepsTheCode();

        await supervisor.TakesOff(adviser);
        var stolen = adviser.Desk.ToDictionary();
        Assert.Equal(1, await supervisor.Renews());
        await seeker.Step("more", ("text", "after"));
        await new SeekerByHand(cairn).Writes("another after");

        using (var refused = await adviser.Gets("/console/desk/queue"))
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        foreach (var act in new[] { "claim", "open", "reply", "close", "flag", "hand-over", "beat", "release" })
            Assert.Equal(HttpStatusCode.Conflict, await adviser.Acts(act, new byte[16]));
        Assert.Equal(["before", null, null], await ByHolderOf(stolen, cairn));
        var mine = Convert.FromBase64String((string)(await supervisor.Queue()).Single(c => (int)c["messages"]! == 3)["id"]!);
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("claim", mine));
        Assert.Equal(["before", "after"], (await supervisor.Reads(mine)).Where((_, i) => i != 1));
        await seeker.Step("check");
        Assert.Equal(3, seeker.Messages.Count);
        Assert.DoesNotContain("has been changed", seeker.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_30_what_a_person_deletes_under_a_red_flag_stays_with_the_desk_until_the_flag_comes_down()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        var code = seeker.Code;
        await seeker.KeepsTheCode();
        var conversation = await adviser.Takes();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await adviser.Acts("flag", conversation, "no such reason"));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("flag", conversation, "child-named"));

        await seeker.Step("delete");
        await seeker.Step("delete-yes");

        var again = new SeekerByHand(cairn);
        await again.Opens();
        await again.Step("enter");
        await again.Step("open", ("code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Answer.StatusCode);
        Assert.Equal("blorptang", (await adviser.Reads(conversation))[0]);
        Assert.Equal(HttpStatusCode.NotFound, await adviser.Acts("lower-flag", conversation));
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("take-flag", conversation));
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("lower-flag", conversation));
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        Assert.Equal((0, 0, 0, 0), (await db.Conversations.CountAsync(Stop), await db.Messages.CountAsync(Stop), await db.Wraps.CountAsync(Stop), await db.Leases.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_hand_over_leaves_a_note_that_the_person_cannot_open_and_the_conversation_waits_again()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        await new SeekerByHand(cairn).Writes("blorptang");
        var conversation = await adviser.Takes();
        Assert.Equal(HttpStatusCode.OK, await adviser.Replies(conversation, "answered"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await adviser.Acts("hand-over", conversation, box: new byte[10]));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("hand-over", conversation, box: adviser.Note(conversation, "ask about the quorv")));

        var waiting = (await supervisor.Queue()).Single();
        Assert.True((bool)waiting["waits"]!);
        Assert.Equal((1, null), ((int)waiting["notes"]!, (string?)waiting["by"]));
        Assert.Equal(HttpStatusCode.Conflict, await adviser.Acts("hand-over", conversation, box: adviser.Note(conversation, "again")));
    }

    [Fact]
    public async Task An_outcome_is_a_count_of_a_day_and_a_supervisor_sees_counts_and_no_words()
    {
        await using var cairn = await ARehearsal.Start();
        var (_, adviser) = await AdviserByHand.TwoAt(cairn);
        await new SeekerByHand(cairn).Writes("blorptang");
        await new SeekerByHand(cairn).Writes("quorv");
        var conversation = await adviser.Takes();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await adviser.Acts("close", conversation, "no such outcome"));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("close", conversation, "helpline"));

        using var analyst = await Staff.Colleague.SignsIn(cairn, "una", Role.Analyst);
        var page = await analyst.Reads("/console/helpline");

        Assert.Contains("Waiting since this hour</th><td class=\"govuk-table__cell desk-count\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("Led to a helpline to call or chat with</th><td class=\"govuk-table__cell desk-count\">1</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blorptang", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_3_what_the_desk_writes_down_near_a_seeker_is_of_the_hour_and_names_no_conversation()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 37, 21, 345, TimeSpan.Zero));
        await using var cairn = await ARehearsal.Start(clock);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        await new SeekerByHand(cairn).Writes("blorptang");
        var conversation = await adviser.Takes();
        await adviser.Reads(conversation);
        Assert.Equal(HttpStatusCode.Conflict, await supervisor.Acts("claim", conversation));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("flag", conversation, "life"));

        await using var staff = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Stop);
        var near = (await staff.Audit.AsNoTracking().ToListAsync(Stop)).Where(a => a.Act.StartsWith("conversation.", StringComparison.Ordinal) || a.Act.StartsWith("flag.", StringComparison.Ordinal)).ToList();

        Assert.Equal(["conversation.open", "conversation.open", "conversation.open.failed", "flag.raise"], near.Select(a => a.Act));
        Assert.All(near, a => Assert.Equal(0, a.At % 3_600_000));
        Assert.All(near, a => Assert.DoesNotContain(Convert.ToHexStringLower(conversation)[..8], a.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_29_a_desk_changes_its_key_under_fifty_writers_and_no_message_is_lost()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        var seekers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var seeker = new SeekerByHand(cairn);
            await seeker.Writes("first");
            await seeker.KeepsTheCode();
            return seeker;
        }));

        using var ending = new CancellationTokenSource();
        var written = seekers.Select(async seeker =>
        {
            var count = 1;
            while (!ending.IsCancellationRequested)
            {
                await seeker.Step("more", ("text", $"message {count}"));
                Assert.Equal(HttpStatusCode.OK, seeker.Answer.StatusCode);
                count++;
            }

            return count;
        }).ToList();
        await supervisor.TakesOff(adviser);
        var renewed = await supervisor.Renews();
        await ending.CancelAsync();
        var counts = await Task.WhenAll(written);

        Assert.Equal(50, renewed);
        for (var i = 0; i < seekers.Length; i++)
        {
            await seekers[i].Step("check");
            Assert.Equal(counts[i], seekers[i].Messages.Count - 1);
        }

        TestContext.Current.SendDiagnosticMessage($"50 writers, {counts.Sum()} messages while the desk's key changed; 50 conversations under new keys");
    }

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public async Task Row_29_ten_thousand_conversations_have_keys_of_their_own_again_within_ten_seconds(Engine engine)
    {
        const int Many = 10_000;
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
        var (conversations, desk) = (cairn.Services.GetRequiredService<Conversations>(), cairn.Services.GetRequiredService<HelplineLine>().State!.Open);
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop }, async (i, stop) =>
            (await conversations.Begin(Threads.Written($"blorptang {i}"), desk, "automatic"u8.ToArray(), stop))!.Dispose());

        await supervisor.TakesOff(adviser);
        var clock = Stopwatch.StartNew();
        var renewed = await supervisor.Renews();
        var took = clock.Elapsed;

        Assert.Equal(Many, renewed);
        Console.WriteLine($"> Row 29: {engine}: {renewed} conversations under new keys {took.TotalSeconds:F1} s after an adviser was taken off");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // Everything in the database, with the keyring, for somebody who kept the desk's old keys.
    private static async Task<IReadOnlyList<string?>> ByHolderOf(Dictionary<int, SecretKey> stolen, RunningCairn cairn)
    {
        var reader = cairn.Services.GetRequiredService<ThreadReader>();
        var epochs = cairn.Services.GetRequiredService<EpochKeys>();
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        var texts = new List<string?>();
        foreach (var row in (await db.Conversations.AsNoTracking().ToListAsync(Stop)).OrderBy(c => -c.Generation))
        {
            var stored = (await reader.ById(row.Id, Stop))!;
            var cover = epochs.Of(row.Epoch)!;
            foreach (var message in stored.Messages.Where(m => m.Sender == (int)Sender.Seeker))
                texts.Add(Opened(message, stored, stolen.Values, cover));
        }

        return texts;
    }

    private static string? Opened(MessageRow message, StoredThread stored, IEnumerable<SecretKey> holders, SecretKey cover)
    {
        foreach (var wrap in stored.Wraps)
        {
            foreach (var holder in holders)
            {
                var context = SealContext.OfWrap(stored.Conversation.Id, wrap.Generation, (BoxKind)wrap.Kind);
                if (Envelope.Uncover(cover, wrap.Box, context) is not { } box || SealedBox.Open(holder, box, context) is not { } secret)
                    continue;
                using var key = SecretKey.From(secret);
                using var opened = MessageSeal.Open(key, message.Nonce, message.Sealed, stored.Conversation.Id, message.Generation, message.Sequence, (Sender)message.Sender);
                if (opened is not null && MessageRecord.TryRead(opened.Span, out var record))
                    return Encoding.UTF8.GetString(record.Text);
            }
        }

        return null;
    }
}
