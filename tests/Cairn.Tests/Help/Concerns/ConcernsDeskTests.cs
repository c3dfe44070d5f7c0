using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Help;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Helpline.Threads;
using Cairn.Staff;
using Cairn.Staff.Roles;
using Cairn.Tests.Help.Helpline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cairn.Tests.Help.Concerns;

/// <summary>The concerns desk: its own key and queue, the checklist, red flags that lapse, and hand-overs under two signatures.</summary>
public sealed class ConcernsDeskTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_told_lies_on_the_concerns_desk_alone_and_opens_for_its_members_alone(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (helpline, _) = await AdviserByHand.TwoAt(cairn);
        var (concerns, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns, "una", "rory");
        var child = new SeekerByHand(cairn, line: "report");
        await child.Tells("young", "a blorptang");
        await child.KeepsTheCode();
        await new SeekerByHand(cairn).Writes("a quorv");

        Assert.Single(await helpline.Queue());
        Assert.Single(await concerns.Queue());
        var conversation = await adviser.Takes();
        Assert.Equal("a blorptang", (await adviser.Reads(conversation))[0]);
        Assert.Equal(HttpStatusCode.OK, await adviser.Replies(conversation, "A zint for you."));
        await child.Step("check");
        Assert.Equal("A zint for you.", child.Messages[2]);

        // Somebody of the other desk is none of this one: not by its routes, and not by a conversation's number at their own.
        using (var refused = await helpline.Gets("/console/concerns/queue"))
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("release", conversation));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("claim", conversation));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("flag", conversation, "life"));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("release", conversation));
        foreach (var act in new[] { "claim", "open", "beat", "take-flag", "lower-flag", "renew-flag", "close", "hand-over" })
            Assert.NotEqual(HttpStatusCode.OK, await helpline.Acts(act, conversation, "life", act == "hand-over" ? helpline.Note(conversation, "a vank") : null));
        Assert.Equal(HttpStatusCode.OK, await concerns.Acts("claim", conversation));
    }

    [Fact]
    public async Task The_answers_of_the_checklist_are_a_note_and_the_conversation_stays_in_hand()
    {
        await using var cairn = await ARehearsal.Start();
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);
        await new SeekerByHand(cairn, line: "report").Tells("professional", "a blorptang");
        var conversation = await adviser.Takes();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await adviser.Acts("checklist", conversation, box: new byte[9]));
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("checklist", conversation, box: adviser.Note(conversation, "Checklist.")));

        Assert.Equal(1, (int)(await supervisor.Queue()).Single()["notes"]!);
        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("beat", conversation));
        Assert.Equal(HttpStatusCode.Conflict, await supervisor.Acts("checklist", conversation, box: supervisor.Note(conversation, "Checklist.")));
    }

    [Theory, EachDatabase]
    public async Task A_flag_lapses_after_sixty_days_unless_a_supervisor_renews_it_and_what_was_deleted_under_it_goes_then(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);
        var child = new SeekerByHand(cairn, line: "report");
        await child.Tells("young", "a blorptang");
        await child.KeepsTheCode();
        var conversation = await adviser.Takes();
        await adviser.Acts("flag", conversation, "child-named");
        await child.Step("delete");
        await child.Step("delete-yes");
        var today = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400);
        Assert.Equal(today + 60, await Until(cairn));

        // Its last day is a day on which it holds.
        await database.Sql("help", $"UPDATE help_flag SET until_day = {today}");
        await Sweep(cairn);
        Assert.Equal(today, await Until(cairn));
        Assert.Equal(HttpStatusCode.NotFound, await adviser.Acts("renew-flag", conversation, "child-named"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await supervisor.Acts("renew-flag", conversation, "no such reason"));
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("renew-flag", conversation, "law"));
        Assert.Equal(today + 60, await Until(cairn));
        Assert.Equal("a blorptang", (await adviser.Reads(conversation))[0]);
        // It was renewed after somebody found it lapsed.
        Assert.False(await cairn.Services.GetRequiredService<SealedWriter>().Write((turn, stop) => DeskWrites.LowerFlag(turn, conversation, today, stop), Stop));
        Assert.Equal(today + 60, await Until(cairn));

        await database.Sql("help", $"UPDATE help_flag SET until_day = {today - 1}");
        await Sweep(cairn);

        Assert.Equal((0, 0, 0), await Rows(cairn));
        await using var staff = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Stop);
        var acts = await staff.Audit.AsNoTracking().Where(a => a.Act.StartsWith("flag.")).OrderBy(a => a.Number).Select(a => a.Act).ToListAsync(Stop);
        Assert.Equal(["flag.raise", "flag.renew", "flag.lapse"], acts);
    }

    [Fact]
    public async Task What_a_person_deletes_without_a_flag_is_gone_from_the_desk_too()
    {
        await using var cairn = await ARehearsal.Start();
        var (_, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);
        var child = new SeekerByHand(cairn, line: "report");
        await child.Tells("young", "a blorptang");
        await child.KeepsTheCode();
        var conversation = await adviser.Takes();

        await child.Step("delete");
        await child.Step("delete-yes");

        Assert.Equal(HttpStatusCode.Conflict, await adviser.Acts("open", conversation));
        Assert.Equal((0, 0, 0), await Rows(cairn));
    }

    [Theory, EachDatabase]
    public async Task A_package_needs_two_advisers_who_sign_the_same_and_holds_the_conversation_until_it_is_closed(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);
        var child = new SeekerByHand(cairn, line: "report");
        await child.Tells("young", "a blorptang");
        await child.KeepsTheCode();
        var conversation = await adviser.Takes();
        var (digest, other) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var today = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400);

        // Of a conversation without a flag there is none, nor with messages that are not there, of another day, or under somebody else's signature.
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Ask(adviser, digest, adviser.Signs(digest)));
        await adviser.Acts("flag", conversation, "child-named");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Ask(adviser, digest, supervisor.Signs(digest)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Ask(adviser, digest, adviser.Signs(other)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Ask(adviser, digest, adviser.Signs(digest), day: today - 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Ask(adviser, digest, adviser.Signs(digest), chosen: [2, 1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Ask(adviser, digest, adviser.Signs(digest), chosen: []));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Ask(adviser, digest, adviser.Signs(digest), chosen: [3]));
        Assert.Equal(HttpStatusCode.Conflict, await Ask(supervisor, digest, supervisor.Signs(digest)));
        Assert.Equal(HttpStatusCode.OK, await Ask(adviser, digest, adviser.Signs(digest)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Ask(adviser, other, adviser.Signs(other)));

        // One approver is not enough: the one who asked cannot be the other, and the other signs what was asked for.
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Approve(adviser, digest));
        Assert.Null((string?)(await Package(adviser))!["approver"]);
        Assert.Equal(HttpStatusCode.Conflict, await Approve(supervisor, digest));
        await adviser.Acts("release", conversation);
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("claim", conversation));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Approve(supervisor, other));
        Assert.Equal(HttpStatusCode.OK, await Approve(supervisor, digest));
        var agreed = (await Package(supervisor))!;
        Assert.Equal((adviser.Id, supervisor.Id), ((string)agreed["by"]!, (string?)agreed["approver"]));
        Assert.Equal(digest, Convert.FromBase64String((string)agreed["digest"]!));

        // While it is open nothing lets the conversation go: not the flag's end, not its age, not whoever has the code.
        Assert.Equal(HttpStatusCode.PreconditionFailed, await supervisor.Acts("lower-flag", conversation));
        await child.Step("delete");
        await child.Step("delete-yes");
        await database.Sql("help", $"UPDATE help_flag SET until_day = {today - 1}");
        await database.Sql("help", "UPDATE help_message SET hour = hour - 2000");
        await Sweep(cairn);
        await Purge(cairn);
        Assert.Equal((1, 2, 1), await Rows(cairn));
        Assert.Equal("a blorptang", (await supervisor.Reads(conversation))[0]);

        // Closed, and its time goes on.
        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("package-end", conversation));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await supervisor.Acts("package-end", conversation));
        await using (var staff = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Stop))
        {
            // What was refused stands as refused.
            var acts = await staff.Audit.AsNoTracking().Where(a => a.Act.StartsWith("package.")).OrderBy(a => a.Number).Select(a => a.Act).ToListAsync(Stop);
            Assert.Equal(3, acts.Count(a => !a.EndsWith(".failed", StringComparison.Ordinal)) - acts.Count(a => a.EndsWith(".failed", StringComparison.Ordinal)));
        }

        await Sweep(cairn);
        await Purge(cairn);
        Assert.Equal((0, 0, 0), await Rows(cairn));

        async Task<HttpStatusCode> Ask(AdviserByHand who, byte[] hash, byte[] signature, int? day = null, int[]? chosen = null)
        {
            using var answer = await who.Acts("package", new { conversation, code = "child-named", day = day ?? today, chosen = chosen ?? [1, 2], total = 2, digest = hash, signature });
            return answer.StatusCode;
        }

        async Task<HttpStatusCode> Approve(AdviserByHand who, byte[] hash)
        {
            using var answer = await who.Acts("package-approve", new { conversation, digest = hash, signature = who.Signs(hash) });
            return answer.StatusCode;
        }

        async Task<JsonNode?> Package(AdviserByHand who)
        {
            using var answer = await who.Acts("open", new { conversation });
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["package"];
        }
    }

    [Theory, EachDatabase]
    public async Task Whoever_makes_new_keys_has_nothing_in_hand_any_more_and_what_they_signed_is_asked_for_again(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await ARehearsal.On(database);
        var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);
        await new SeekerByHand(cairn, line: "report").Tells("young", "a blorptang");
        var conversation = await adviser.Takes();
        await adviser.Acts("flag", conversation, "child-named");
        var digest = RandomNumberGenerator.GetBytes(32);
        var today = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86_400);
        using (var asked = await adviser.Acts("package", new { conversation, code = "child-named", day = today, chosen = new[] { 1 }, total = 2, digest, signature = adviser.Signs(digest) }))
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);

        using (var keys = await adviser.Acts("keys", new { keys = new { @public = adviser.Public, verify = new byte[32], salt = new byte[16], wrapped = new byte[105] } }))
            Assert.Equal(HttpStatusCode.OK, keys.StatusCode);

        Assert.Equal(HttpStatusCode.OK, await supervisor.Acts("claim", conversation));
        using var opened = await supervisor.Acts("open", new { conversation });
        Assert.Null(JsonNode.Parse(await opened.Content.ReadAsStringAsync(Stop))!["package"]);
        Assert.True((bool)(await supervisor.Queue()).Single()["flagged"]!);
    }

    [Fact]
    public async Task What_is_in_hand_at_one_desk_is_not_touched_from_the_other_by_whoever_sits_at_both()
    {
        await using var cairn = await ARehearsal.Start();
        var (adviser, _) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns, "una", "rory");
        var helpline = adviser.Beside(AdviserByHand.Talk);
        await helpline.MakesTheDesk();
        await new SeekerByHand(cairn, line: "report").Tells("young", "a blorptang");
        var conversation = await adviser.Takes();

        foreach (var act in new[] { "beat", "release", "open", "hand-over", "checklist", "close", "flag" })
            Assert.Equal(HttpStatusCode.Conflict, await helpline.Acts(act, conversation, act == "close" ? Outcome.All[0].Code : "life", act is "hand-over" or "checklist" ? helpline.Note(conversation, "a vank") : null));

        Assert.Equal(HttpStatusCode.OK, await adviser.Acts("beat", conversation));
        Assert.Equal((1, 2, 0), await Rows(cairn));
    }

    [Theory]
    [InlineData("package", """{"conversation":"AAAAAAAAAAAAAAAAAAAAAA==","chosen":null}""")]
    [InlineData("package", """{"conversation":"AAAAAAAAAAAAAAAAAAAAAA=="}""")]
    [InlineData("claim", """{"conversation":null}""")]
    [InlineData("flag", """{"conversation":"AAAAAAAAAAAAAAAAAAAAAA==","code":null}""")]
    [InlineData("rewrap", """{"rewrapped":[null]}""")]
    [InlineData("rewrap", """{"rewrapped":[{"conversation":"AAAAAAAAAAAAAAAAAAAAAA==","generation":2,"label":null,"seeker":null,"desk":"AA==","recovery":"AA==","deskGeneration":1}]}""")]
    [InlineData("keys", """{"keys":{"public":null,"verify":"AA==","salt":"AA==","wrapped":"AA=="}}""")]
    [InlineData("keys", """{"keys":{}}""")]
    [InlineData("claim", "null")]
    public async Task Json_with_nothing_where_something_should_be_is_not_understood_and_breaks_nothing(string act, string sent)
    {
        await using var cairn = await ARehearsal.Start();
        var (_, adviser) = await AdviserByHand.TwoAt(cairn, AdviserByHand.Concerns);

        using var answer = await adviser.Acts(act, JsonNode.Parse(sent));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private static Task Sweep(RunningCairn cairn) => cairn.Services.GetServices<IHostedService>().OfType<DeskSweep>().Single().Beat(Stop);

    private static Task Purge(RunningCairn cairn) => cairn.Services.GetServices<IHostedService>().OfType<ThreadPurge>().Single().Run(Stop);

    private static async Task<int?> Until(RunningCairn cairn)
    {
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        return (await db.Flags.AsNoTracking().SingleOrDefaultAsync(Stop))?.UntilDay;
    }

    private static async Task<(int Conversations, int Messages, int Flags)> Rows(RunningCairn cairn)
    {
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        return (await db.Conversations.CountAsync(Stop), await db.Messages.CountAsync(Stop), await db.Flags.CountAsync(Stop));
    }
}
