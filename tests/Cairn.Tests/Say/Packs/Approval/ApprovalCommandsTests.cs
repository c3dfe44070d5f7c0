using Cairn.Say.Packs.Publishing;

namespace Cairn.Tests.Say.Packs.Approval;

/// <summary>The real program, as whoever has the machine uses it.</summary>
public sealed class ApprovalCommandsTests : IDisposable
{
    private readonly TemporaryPack pack = Given.AConfirmedPack();

    public void Dispose() => pack.Dispose();

    [Theory, EachDatabase]
    public async Task A_campaign_is_submitted_approved_and_rolled_back_by_people_named_with_as(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var revision = PackFiles.FromFolder(pack.Folder).Revision;

        var unnamed = await Cairn(people, "publish", pack.Folder);
        var tooEarly = await Cairn(people, "approve", revision[..8], "--as", "iain");
        var notAnEditor = await Cairn(people, "publish", pack.Folder, "--as", "iain");
        var named = await Cairn(people, "publish", pack.Folder, "--as", "Morag");
        var own = await Cairn(people, "approve", revision[..8], "--as", "morag");
        var stranger = await Cairn(people, "approve", revision[..8], "--as", "blorptang");
        var waiting = await Cairn(people, "list");
        var approved = await Cairn(people, "approve", revision[..8], "--as", "iain");
        var demonstration = await Cairn(people, "publish", pack.Append("campaign.yaml", "# other\n").Folder, "--approve-as-demo");
        var rollback = await Cairn(people, "rollback", revision[..8]);
        var listed = await Cairn(people, "list");

        Assert.Equal((0, revision + "\n"), (unnamed.Exit, unnamed.Output));
        Assert.Contains("Nobody's name is on it yet", unnamed.People, StringComparison.Ordinal);
        Assert.DoesNotContain("What still keeps it", unnamed.People, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (tooEarly.Exit, notAnEditor.Exit, named.Exit));
        Assert.Contains("role editor", notAnEditor.People, StringComparison.Ordinal);
        Assert.Contains("Nobody has put their name", tooEarly.People, StringComparison.Ordinal);
        Assert.Equal((1, 1), (own.Exit, stranger.Exit));
        Assert.Contains("role approver", own.People, StringComparison.Ordinal);
        Assert.Contains("Nobody on the staff", stranger.People, StringComparison.Ordinal);
        Assert.Equal(["waiting", "morag"], Columns(waiting.Output));
        Assert.Equal((0, revision + "\n"), (approved.Exit, approved.Output));
        Assert.Equal(1, demonstration.Exit);
        Assert.Contains("A campaign is on the air", demonstration.People, StringComparison.Ordinal);
        Assert.Equal(1, rollback.Exit);
        Assert.Contains("--as", rollback.People, StringComparison.Ordinal);
        Assert.Equal(["in force", "morag"], Columns(listed.Output));
        Assert.Equal(["submitted by command line", "submitted by morag", "approved by iain"], await people.History());
        Assert.Contains($"command line pack.submit {revision}", await people.Audit());
        Assert.Contains($"iain pack.approve {revision} by command", await people.Audit());
    }

    [Fact]
    public async Task An_editor_who_is_an_approver_too_cannot_approve_their_own_by_command()
    {
        await using var people = await PeopleAtWork.Start(Engine.Sqlite);
        var revision = PackFiles.FromFolder(pack.Folder).Revision;
        await Cairn(people, "publish", pack.Folder, "--as", "ailsa");

        var refused = await Cairn(people, "approve", revision[..8], "--as", "AILSA");

        Assert.Equal((1, ""), (refused.Exit, refused.Output));
        Assert.Contains("Somebody else has to approve it", refused.People, StringComparison.Ordinal);
        Assert.Equal(["submitted by ailsa"], await people.History());
    }

    private static IEnumerable<string> Columns(string listed)
    {
        var columns = Assert.Single(listed.TrimEnd('\n').Split('\n')).Split('\t');
        return [columns[2], columns[4]];
    }

    private static Task<(int Exit, string Output, string People)> Cairn(PeopleAtWork people, params string[] words) =>
        CairnProcess.RunAt(PeopleAtWork.Address.ToString(), people.Database, ["pack", .. words, "--data", people.Database.Directory]);
}
