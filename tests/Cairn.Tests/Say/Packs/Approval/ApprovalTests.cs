using Cairn.Say.Packs.Publishing;

namespace Cairn.Tests.Say.Packs.Approval;

public sealed class ApprovalTests : IDisposable
{
    private readonly TemporaryPack pack = Given.AConfirmedPack();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => pack.Dispose();

    [Theory, EachDatabase]
    public async Task What_an_editor_submits_another_person_puts_on_the_air(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");

        await people.Approves("iain", revision);

        Assert.Equal("in force", await people.StateOf(revision));
        Assert.Equal(["submitted by morag", "approved by iain"], await people.History());
        Assert.False((await people.Vault.Open(revision, Cancel)).Demonstration);
        Assert.Equal([$"iain pack.approve {revision} by command"], await people.Audit());
    }

    [Theory, EachDatabase]
    public async Task Whoever_submitted_a_revision_cannot_approve_it(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");
        await people.Submits("ailsa", revision);

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("AILSA", revision));
        await people.Approves("iain", revision);

        Assert.Contains("Somebody else has to approve it", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["submitted by morag", "submitted by ailsa", "approved by iain"], await people.History());
        Assert.Contains($"ailsa pack.approve.failed {revision} by command", await people.Audit());
    }

    [Theory, EachDatabase]
    public async Task A_revision_with_nobodys_name_on_it_is_not_approved(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, PackAct.ByCommand);

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("iain", revision));
        await people.Submits("morag", revision);
        await people.Approves("iain", revision);

        Assert.Contains("Nobody has put their name", refused.Message, StringComparison.Ordinal);
        Assert.Equal("in force", await people.StateOf(revision));
    }

    [Theory, EachDatabase]
    public async Task A_revision_sent_back_with_a_reason_waits_until_it_is_submitted_again(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");

        await people.SendsBack("iain", revision, "  The blorptang is wrong.  ");
        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("una", revision));
        var twice = await Assert.ThrowsAsync<PackRefusedException>(() => people.SendsBack("una", revision, "Again."));
        var sentBack = await people.StateOf(revision);
        await people.Hands(pack.Folder, "morag");
        await people.Approves("una", revision);

        Assert.Contains("was sent back", refused.Message, StringComparison.Ordinal);
        Assert.Contains("sent back already", twice.Message, StringComparison.Ordinal);
        Assert.Equal("sent back", sentBack);
        Assert.Equal(["submitted by morag", "sent back by iain", "submitted by morag", "approved by una"], await people.History());
        Assert.Equal("The blorptang is wrong.", (await people.Store.History(Cancel)).Single(a => a.Act == PackAct.SentBack).Reason);
        Assert.DoesNotContain(await people.Audit(), a => a.Contains("blorptang", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Sent_back_and_handed_in_by_nobody_it_still_wants_a_name(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");
        await people.SendsBack("iain", revision, "Not yet.");

        await people.Hands(pack.Folder, PackAct.ByCommand);
        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("iain", revision));

        Assert.Contains("Nobody has put their name", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData(null)]
    public async Task Nothing_is_sent_back_without_a_reason_or_with_an_endless_one(string? reason)
    {
        await using var people = await PeopleAtWork.Start(Engine.Sqlite);
        var revision = await people.Hands(pack.Folder, "morag");

        await Assert.ThrowsAsync<PackRefusedException>(() => people.SendsBack("iain", revision, reason ?? new string('b', 1001)));

        Assert.Equal("waiting", await people.StateOf(revision));
        Assert.Empty(await people.Audit());
    }

    [Theory]
    [InlineData("morag")]
    [InlineData("ewan")]
    public async Task An_editor_decides_nothing_as_an_approver_would(string editor)
    {
        await using var people = await PeopleAtWork.Start(Engine.Sqlite);
        var revision = await people.Hands(pack.Folder, "morag");

        foreach (var attempt in new Func<Task>[] { () => people.Approves(editor, revision), () => people.SendsBack(editor, revision, "No."), () => people.RollsBack(editor, revision) })
            await Assert.ThrowsAsync<PackRefusedException>(attempt);
        var approver = await Assert.ThrowsAsync<PackRefusedException>(() => people.Submits("iain", revision));

        Assert.Contains("role editor", approver.Message, StringComparison.Ordinal);
        Assert.Equal(["submitted by morag"], await people.History());
    }

    [Theory, EachDatabase]
    public async Task Of_two_approvers_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");

        var said = await Task.WhenAll(Try(() => people.Approves("iain", revision)), Try(() => people.Approves("una", revision)));

        Assert.Single(said, s => s is null);
        Assert.Contains("is approved already", said.Single(s => s is not null), StringComparison.Ordinal);
        Assert.Equal(2, (await people.History()).Count());
    }

    [Theory, EachDatabase]
    public async Task Approved_and_sent_back_at_once_only_one_of_them_happens(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");

        var said = await Task.WhenAll(Try(() => people.Approves("iain", revision)), Try(() => people.SendsBack("una", revision, "Not like this.")));

        Assert.Single(said, s => s is null);
        Assert.Equal(2, (await people.History()).Count());
        Assert.Equal(said[0] is null ? "in force" : "sent back", await people.StateOf(revision));
    }

    [Theory, EachDatabase]
    public async Task An_approved_revision_takes_no_further_name_and_is_not_sent_back(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");
        await people.Approves("iain", revision);

        await Assert.ThrowsAsync<PackRefusedException>(() => people.Submits("ewan", revision));
        await Assert.ThrowsAsync<PackRefusedException>(() => people.SendsBack("una", revision, "Too late."));
        await people.Hands(pack.Folder, "ewan");

        Assert.Equal(["submitted by morag", "approved by iain"], await people.History());
        await people.Vault.Open(revision, Cancel);
    }

    // What somebody with the rights of the database's owner could do: take the guard away, then write.
    [Theory, EachDatabase]
    public async Task A_changed_submitter_or_approver_is_found_out(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = await people.Hands(pack.Folder, "morag");
        await people.Approves("iain", revision);
        foreach (var table in new[] { "say_act", "say_approval" })
        {
            await people.Database.Sql("say", engine == Engine.Postgres ? $"ALTER TABLE {table} DISABLE TRIGGER USER" : $"DROP TRIGGER {table}_no_update");
        }

        foreach (var (change, back) in new[]
        {
            ("UPDATE say_act SET by = 'ewan' WHERE act = 'submitted'", "UPDATE say_act SET by = 'morag' WHERE act = 'submitted'"),
            ("UPDATE say_act SET by = 'una' WHERE act = 'approved'", "UPDATE say_act SET by = 'iain' WHERE act = 'approved'"),
            ("UPDATE say_approval SET approved_by = 'una'", "UPDATE say_approval SET approved_by = 'iain'"),
            ("UPDATE say_approval SET approved_at = approved_at + 1", "UPDATE say_approval SET approved_at = approved_at - 1"),
            ("UPDATE say_act SET act = 'published' WHERE act = 'submitted'", "UPDATE say_act SET act = 'submitted' WHERE act = 'published'"),
        })
        {
            await people.Vault.Open(revision, Cancel);
            await people.Database.Sql("say", change);
            var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Vault.Open(revision, Cancel));
            await people.Database.Sql("say", back);

            Assert.Contains("signature of the approval", refused.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<string?> Try(Func<Task> act)
    {
        try
        {
            await Task.Run(act, Cancel);
            return null;
        }
        catch (PackRefusedException refused)
        {
            return refused.Message;
        }
    }
}
