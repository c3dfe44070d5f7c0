using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments.Platforms;

public sealed class PlatformCommandTests
{
    [Theory, EachDatabase]
    public async Task A_token_is_shown_once_kept_as_a_hash_and_recorded(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;

        var added = await Platform(database, "add", "example-search", "--scope", "moments,bundles", "--rate", "50");
        var again = await Platform(database, "add", "example-search");
        var listed = await Platform(database, "list");
        var revoked = await Platform(database, "revoke", "example-search");
        var twice = await Platform(database, "revoke", "example-search");
        var anew = await Platform(database, "add", "example-search");

        Assert.Equal(0, added.Exit);
        var token = added.Output.TrimEnd('\n');
        Assert.Matches("^cairn_p_[A-Za-z0-9_-]{43}$", token);
        Assert.Equal((1, ""), (again.Exit, again.Output));
        Assert.Matches("^example-search\tmoments,bundles\t50\t20[0-9]{2}-[0-9]{2}-[0-9]{2}\t-\n$", listed.Output);
        Assert.Equal((0, 1, 0), (revoked.Exit, twice.Exit, anew.Exit));
        Assert.NotEqual(token, anew.Output.TrimEnd('\n'));
        var hashes = await database.Sql("say", "SELECT count(*) FROM say_platforms WHERE length(hash) = 32");
        Assert.Equal(2L, Convert.ToInt64(hashes, null));
        var kept = SHA256.HashData(Encoding.ASCII.GetBytes(token));
        Assert.Contains(await program.GetRequiredService<Cairn.Say.Moments.Platforms.PlatformStore>().All(TestContext.Current.CancellationToken), p => p.Hash.AsSpan().SequenceEqual(kept) && p.Revoked is not null);
        Assert.Equal(
            "platform.add example-search/platform.add example-search/platform.add.failed example-search/platform.revoke example-search/platform.revoke example-search/platform.revoke.failed example-search/platform.add example-search",
            await database.Sql("staff", engine == Engine.Sqlite
                ? "SELECT group_concat(act || ' ' || subject, '/') FROM (SELECT * FROM staff_audit WHERE act LIKE 'platform%' ORDER BY number)"
                : "SELECT string_agg(act || ' ' || subject, '/' ORDER BY number) FROM staff_audit WHERE act LIKE 'platform%'"));
    }

    [Fact]
    public async Task Words_that_cannot_be_meant_are_refused()
    {
        var (database, _) = await TestDatabase.Ready(Engine.Sqlite);
        await using var __ = database;

        var name = await Platform(database, "add", "Example Search");
        var scope = await Platform(database, "add", "example", "--scope", "everything");
        var rate = await Platform(database, "add", "example", "--rate", "0");

        Assert.Equal((1, ""), (name.Exit, name.Output));
        Assert.Contains("small letters", name.People, StringComparison.Ordinal);
        Assert.Equal((2, 2), (scope.Exit, rate.Exit));
        Assert.Equal(0L, Convert.ToInt64(await database.Sql("say", "SELECT count(*) FROM say_platforms"), null));
    }

    private static Task<(int Exit, string Output, string People)> Platform(TestDatabase database, string word, params string[] more) =>
        CairnProcess.Run(database, ["platform", word, .. more, "--data", database.Directory]);
}
