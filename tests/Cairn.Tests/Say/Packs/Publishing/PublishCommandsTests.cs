using Cairn.Foundation.Storage;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Tests.Say.Packs.Publishing;

public sealed class PublishCommandsTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory, EachDatabase]
    public async Task A_pack_is_handed_in_published_listed_rolled_back_and_exported(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var first = Given.TheBundledPack();
        var second = Path.Combine(home, "second");
        PackFiles.FromFolder(first).WriteTo(second);
        File.AppendAllText(Path.Combine(second, "campaign.yaml"), "# second\n");
        var (one, two) = (PackFiles.FromFolder(first).Revision, PackFiles.FromFolder(second).Revision);

        var waits = await Cairn(database, "pack", "publish", first);
        var published = await Cairn(database, "pack", "publish", first, "--approve-as-demo");
        var again = await Cairn(database, "pack", "publish", first, "--approve-as-demo");
        var next = await Cairn(database, "pack", "publish", second, "--approve-as-demo");
        var stranger = await Cairn(database, "pack", "rollback", one[..8], "--as", "A. Editor");
        var rolledBack = await Cairn(database, "pack", "rollback", one[..8]);
        var listed = await Cairn(database, "pack", "list");
        var exported = await Cairn(database, "pack", "export", two, Path.Combine(home, "out"));

        Assert.Equal((0, one + "\n"), (waits.Exit, waits.Output));
        Assert.Contains("waits for approval by a second person", waits.People, StringComparison.Ordinal);
        Assert.Contains("Nobody's name is on it yet", waits.People, StringComparison.Ordinal);
        Assert.Matches("Childline: phone, .*seen, not verified", waits.People);
        Assert.Contains("CAIRN_ADDRESS", waits.People, StringComparison.Ordinal);
        Assert.Equal((0, one + "\n"), (published.Exit, published.Output));
        Assert.StartsWith("Published as a demonstration", published.People, StringComparison.Ordinal);
        Assert.Contains("nothing changed", again.People, StringComparison.Ordinal);
        Assert.Equal((0, two + "\n"), (next.Exit, next.Output));
        Assert.Equal((1, ""), (stranger.Exit, stranger.Output));
        Assert.Contains("Nobody on the staff signs in as 'A. Editor'", stranger.People, StringComparison.Ordinal);
        Assert.Equal((0, one + "\n"), (rolledBack.Exit, rolledBack.Output));
        Assert.Equal([$"{two} not-my-friend approved", $"{one} not-my-friend in force"], listed.Output.TrimEnd('\n').Split('\n').Select(l => string.Join(' ', l.Split('\t')[..3])));
        Assert.Equal(0, exported.Exit);
        Assert.Equal(two, PackFiles.FromFolder(Path.Combine(home, "out")).Revision);
        Assert.Equal(
            ["rolled back by command line", "published by command line", "published by command line", "submitted by command line"],
            (await new OnAirProgram(database).Store.History(TestContext.Current.CancellationToken)).Select(a => $"{a.Act} by {a.By}"));
    }

    [Fact]
    public async Task A_pack_with_errors_is_not_published()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var broken = Path.Combine(home, "broken");
        PackFiles.FromFolder(Given.TheBundledPack()).WriteTo(broken);
        File.AppendAllText(Path.Combine(broken, "campaign.yaml"), "blorptang: true\n");

        var refused = await Cairn(database, "pack", "publish", broken, "--approve-as-demo");
        var listed = await Cairn(database, "pack", "list");

        Assert.Equal((1, ""), (refused.Exit, refused.Output));
        Assert.Matches(@"campaign\.yaml:\d+: error [A-Z]+\d{3} .*blorptang", refused.People);
        Assert.Equal((0, ""), (listed.Exit, listed.Output));
    }

    [Theory]
    [InlineData(2, "pack", "publish")]
    [InlineData(2, "pack", "rollback")]
    [InlineData(2, "pack", "list", "--blorptang")]
    [InlineData(2, "pack", "approve", "abcdef12")]
    [InlineData(2, "pack", "publish", "nowhere", "--approve-as-demo", "--as", "morag")]
    [InlineData(1, "pack", "approve", "abcdef12", "--as", "morag")]
    [InlineData(1, "pack", "rollback", "abc")]
    [InlineData(1, "pack", "rollback", "abcdef12")]
    [InlineData(1, "pack", "export", "abcdef12", "out")]
    [InlineData(1, "pack", "publish", "nowhere")]
    public async Task Wrong_words_are_told_from_what_cannot_be_done(int exit, params string[] words)
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);

        var said = await Cairn(database, words);

        Assert.Equal((exit, ""), (said.Exit, said.Output));
        Assert.NotEqual("", said.People);
        Assert.DoesNotContain("   at ", said.People, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string People)> Cairn(TestDatabase database, params string[] words) =>
        CairnProcess.Run(database, [.. words, .. words.Contains("--blorptang") || words.Length == 2 && words[1] != "list" ? Array.Empty<string>() : ["--data", database.Directory]]);
}
