using System.Net;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Cairn.Staff.Invitations;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Staff;

/// <summary>Links that let somebody in: once, for a while, and only their hash is kept.</summary>
public sealed class InvitationTests
{
    private static readonly DateTimeOffset Morning = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, EachDatabase]
    public async Task Of_many_who_use_a_link_at_once_one_gets_in(Engine engine)
    {
        var (book, database) = await Book(engine);
        await using var _ = database;
        var number = await book.For("morag", "Morag", [Role.Editor], Actor.CommandLine, TestContext.Current.CancellationToken);
        var found = await book.Find(number, TestContext.Current.CancellationToken);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => book.Use(found!, TestContext.Current.CancellationToken))));

        Assert.Single(used, u => u);
        Assert.Null(await book.Find(number, TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task A_set_up_link_ends_after_an_hour_an_invitation_after_a_day(Engine engine)
    {
        var clock = new FakeTimeProvider(Morning);
        var (book, database) = await Book(engine, clock);
        await using var _ = database;
        var setUp = (await book.ForFirstAdministrator(TestContext.Current.CancellationToken))!;
        var invitation = await book.For("morag", "Morag", [Role.Editor], Actor.CommandLine, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(59));
        var early = (await book.Find(setUp, TestContext.Current.CancellationToken), await book.Find(invitation, TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromMinutes(2));
        var later = (await book.Find(setUp, TestContext.Current.CancellationToken), await book.Find(invitation, TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromHours(24));
        var latest = await book.Find(invitation, TestContext.Current.CancellationToken);

        Assert.True(early is (not null, not null));
        Assert.True(later is (null, not null));
        Assert.Null(latest);
    }

    [Theory, EachDatabase]
    public async Task The_database_holds_the_links_hash_and_not_the_link(Engine engine)
    {
        var (book, database) = await Book(engine);
        await using var _ = database;

        var number = await book.For("morag", "Morag", [Role.Editor], Actor.CommandLine, TestContext.Current.CancellationToken);

        var kept = (string?)await database.Sql("staff", "SELECT id FROM staff_invitation");
        Assert.Equal(InvitationBook.HashOf(number), kept);
        Assert.NotEqual(number, kept);
    }

    [Fact]
    public async Task Once_there_is_an_administrator_every_set_up_link_is_void()
    {
        await using var cairn = await RunningCairn.Start();
        var book = cairn.Services.GetRequiredService<InvitationBook>();
        var link = (await book.ForFirstAdministrator(TestContext.Current.CancellationToken))!;

        await WithCodes.Joins(cairn, "ada", Role.Administrator);

        Assert.Null(await book.Find(link, TestContext.Current.CancellationToken));
        Assert.Null(await book.ForFirstAdministrator(TestContext.Current.CancellationToken));
        using var browser = Colleague.Nobody(cairn);
        Assert.Equal(HttpStatusCode.Gone, (await browser.Gets("/console/set-up/" + link)).StatusCode);
    }

    [Fact]
    public async Task Who_comes_back_by_invitation_has_the_new_keys_only_and_is_signed_out_elsewhere()
    {
        await using var cairn = await RunningCairn.Start();
        var before = await WithCodes.Joins(cairn, "morag", Role.Editor);
        using var elsewhere = await Colleague.SignsIn(cairn, "morag", Role.Editor);

        var after = await WithCodes.Joins(cairn, "morag", Role.Adviser);

        using var browser = Colleague.Nobody(cairn);
        Assert.False(WithCodes.IsIn(await before.SignsIn(browser, before.Code(DateTimeOffset.UtcNow))));
        Assert.True(WithCodes.IsIn(await after.SignsIn(browser, after.Code(DateTimeOffset.UtcNow))));
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_by_command_is_a_link_that_opens_the_welcome_page()
    {
        var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var _ = database;

        var (exit, output, people) = await CairnProcess.Run(database, "staff", "invite", "morag", "--called", "Morag Reid", "--role", "editor", "--role", "adviser", "--data", database.Directory);
        var wrong = await CairnProcess.Run(database, "staff", "invite", "morag", "--role", "king", "--data", database.Directory);
        var noRole = await CairnProcess.Run(database, "staff", "invite", "ewan", "--data", database.Directory);

        Assert.Equal((0, 2, 1), (exit, wrong.Exit, noRole.Exit));
        Assert.Matches("^http://localhost:5080/console/invitation/[0-9a-f]{64}\n$", output);
        Assert.Contains("works once", people, StringComparison.Ordinal);
        await using var cairn = await RunningCairn.On(database);
        using var browser = Colleague.Nobody(cairn);
        var page = await browser.Reads(new Uri(output.Trim()).AbsolutePath);
        Assert.Contains("<strong>editor, adviser</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>morag</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_changes_their_own_account_by_the_staff_page()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Administrator);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);

        var own = await ada.Posts("/console/staff/ada/roles", ("role", "approver"));
        var none = await ada.Posts("/console/staff/morag/roles");
        var changed = await ada.Posts("/console/staff/morag/roles", ("role", "approver"), ("role", "analyst"));
        var removed = await ada.Posts("/console/staff/morag/remove");

        Assert.Equal([409, 409, 303, 303], new[] { own, none, changed, removed }.Select(a => (int)a.StatusCode));
        Assert.Equal(HttpStatusCode.SeeOther, (await morag.Gets("/console")).StatusCode);
        var lines = await ada.Reads("/console/audit");
        Assert.Contains("morag as approver analyst", lines, StringComparison.Ordinal);
        Assert.Contains("staff.remove", lines, StringComparison.Ordinal);
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.NotNull((await db.Members.SingleAsync(m => m.UserName == "morag", TestContext.Current.CancellationToken)).RemovedAt);
        await using var scope = cairn.Services.CreateAsyncScope();
        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<StaffDesk>().Remove(Actor.CommandLine, "ada", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("mar\u212A")]
    [InlineData("MARK")]
    [InlineData("mark")]
    public async Task Nobody_changes_their_own_roles_by_writing_their_name_in_other_letters(string written)
    {
        await using var cairn = await RunningCairn.Start();
        using var mark = await Colleague.SignsIn(cairn, "mark", Role.Administrator);

        var answer = await mark.Posts($"/console/staff/{Uri.EscapeDataString(written)}/roles", ("role", "administrator"), ("role", "approver"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.DoesNotContain("administrator, approver", await mark.Reads("/console/staff"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await mark.Gets("/console/packs")).StatusCode);
    }

    [Fact]
    public async Task A_link_ends_when_it_is_withdrawn_when_roles_change_and_when_its_maker_leaves()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Administrator);
        using var bob = await Colleague.SignsIn(cairn, "bob", Role.Administrator);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var book = cairn.Services.GetRequiredService<InvitationBook>();
        var links = new[] { await Link("ewan", "editor"), await Link("morag", "approver"), await Link("fay", "analyst") };

        var before = await Task.WhenAll(links.Select(l => book.Find(l, TestContext.Current.CancellationToken)));
        await ada.Posts("/console/staff/ewan/withdraw");
        await ada.Posts("/console/staff/morag/roles", ("role", "editor"));
        await ada.Posts("/console/staff/bob/remove");

        var after = await Task.WhenAll(links.Select(l => book.Find(l, TestContext.Current.CancellationToken)));
        Assert.All(before, Assert.NotNull);
        Assert.All(after, Assert.Null);

        async Task<string> Link(string name, string role)
        {
            var page = await (await bob.Posts("/console/staff/invite", ("name", name), ("called", name), ("role", role))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return System.Text.RegularExpressions.Regex.Match(page, "/console/invitation/([0-9a-f]{64})").Groups[1].Value;
        }
    }

    [Fact]
    public async Task Somebody_who_is_signed_in_cannot_answer_an_invitation_in_anothers_name()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Administrator);
        var number = await cairn.Services.GetRequiredService<InvitationBook>().For("morag", "Morag", [Role.Editor], new Actor("ada"), TestContext.Current.CancellationToken);

        var answer = await ada.Posts("/console/invitation/" + number, ("called", "Morag"), ("passphrase", "seven quiet stones by the water"), ("code", "123456"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("not your invitation", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<(InvitationBook Book, TestDatabase Database)> Book(Engine engine, TimeProvider? time = null)
    {
        var (database, program) = await TestDatabase.Ready(engine, time);
        return (new InvitationBook(program.GetRequiredService<IDbContextFactory<StaffDb>>(), time ?? TimeProvider.System), database);
    }
}
