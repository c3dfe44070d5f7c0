using Cairn.Foundation.Storage;
using Cairn.Say.Packs.Publishing;
using Outcome = Cairn.Say.Packs.Publishing.Published;

namespace Cairn.Tests.Say.Packs.Publishing;

public sealed class ImmutableRevisionTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_or_delete_what_was_published(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = await Published(database);
        string[] attempts =
        [
            "UPDATE say_revision SET manifest = 'x'",
            "DELETE FROM say_revision",
            "UPDATE say_approval SET kind = 'person'",
            "DELETE FROM say_approval",
            "UPDATE say_act SET by = 'x'",
            "DELETE FROM say_act",
            engine == Engine.Sqlite
                ? "INSERT OR REPLACE INTO say_act SELECT version, 'x', pack_id, revision, at, by, reason FROM say_act"
                : "TRUNCATE say_act",
        ];

        foreach (var attempt in attempts)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Sql("say", attempt));
            Assert.Contains("is never changed", refused.Message, StringComparison.Ordinal);
        }

        Assert.Single(await server.Store.History(Cancel));
    }

    // What somebody with the rights of the database's owner could do: take the guard away, then write.
    [Theory, EachDatabase]
    public async Task A_revision_changed_behind_our_back_is_never_shown(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var running = await Published(database);
        var shown = running.Packs.Current;
        await Unguarded(database, "say_revision");
        (string Change, string Reason)[] changes =
        [
            ("signature = public_key", "The signature of revision"),
            ("archive = public_key", "damaged"),
            ("manifest = manifest || 'x'", "was changed in the database"),
        ];

        for (var i = 0; i < changes.Length; i++)
        {
            await database.Sql("say", $"UPDATE say_revision SET {changes[i].Change}");
            await database.Sql("say", $"UPDATE say_served SET version = {90 + i}");
            await running.Packs.Reload(Cancel);
            var refused = await Assert.ThrowsAsync<PackRefusedException>(() => new OnAirProgram(database).Start(null));

            Assert.Contains(changes[i].Reason, refused.Message, StringComparison.Ordinal);
            Assert.Same(shown, running.Packs.Current);
            await Restore(database);
        }
    }

    [Theory, EachDatabase]
    public async Task A_demonstration_cannot_be_turned_into_a_campaign_in_the_database(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await Published(database);
        await Unguarded(database, "say_approval");

        await database.Sql("say", "UPDATE say_approval SET kind = 'person'");
        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => new OnAirProgram(database).Start(null));

        Assert.Contains("signature of the approval", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_another_keyring_signed_is_not_shown(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await Published(database);

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => new OnAirProgram(database, new Keyring(Path.Combine(home, "other"))).Start(null));

        Assert.Contains("CAIRN_KEYRING", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_demonstration_whose_very_files_the_server_has_in_hand_needs_no_key(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await Published(database);
        var stranger = new OnAirProgram(database, new Keyring(Path.Combine(home, "other")));

        await stranger.Start(Given.TheBundledPack());

        Assert.Equal(PackFiles.FromFolder(Given.TheBundledPack()).Revision, stranger.Packs.Current!.Revision);
    }

    [Theory, EachDatabase]
    public async Task A_revision_without_approval_waits_and_cannot_come_into_force(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var server = new OnAirProgram(database);
        await server.Migrate();
        var files = PackFiles.FromFolder(Given.TheBundledPack());

        var first = await server.Store.Publish(files, "not-my-friend", asDemonstration: false, PackAct.ByCommand, Cancel);
        var again = await server.Store.Publish(files, "not-my-friend", asDemonstration: false, PackAct.ByCommand, Cancel);
        await Assert.ThrowsAsync<PackRefusedException>(() => server.RollBack(files.Revision));
        var waiting = (await server.Store.List(Cancel)).Single().State;
        var asDemo = await server.Store.Publish(files, "not-my-friend", asDemonstration: true, PackAct.ByCommand, Cancel);

        Assert.Equal((Outcome.Waiting, Outcome.Known, "waiting"), (first, again, waiting));
        Assert.Equal(Outcome.InForce, asDemo);
        Assert.Equal(["published", "submitted"], (await server.Store.History(Cancel)).Select(a => a.Act));
    }

    private static async Task<OnAirProgram> Published(TestDatabase database)
    {
        var server = new OnAirProgram(database);
        await server.Migrate();
        await server.Publish(Given.TheBundledPack());
        await server.Start(null);
        return server;
    }

    private static async Task Restore(TestDatabase database)
    {
        var files = PackFiles.FromFolder(Given.TheBundledPack());
        var sign = new PackSigningKey(new Keyring(database.KeyringDirectory)).Sign(files.Manifest);
        var bytes = database.Database is Database.Postgres ? (Func<byte[], string>)(b => $"'\\x{Convert.ToHexString(b)}'") : b => $"x'{Convert.ToHexString(b)}'";
        await database.Sql("say", $"UPDATE say_revision SET archive = {bytes(files.ToZip())}, signature = {bytes(sign.Signature)}, manifest = '{files.Manifest}'");
    }

    private static async Task Unguarded(TestDatabase database, string table) =>
        await database.Sql("say", database.Database is Database.Postgres
            ? $"ALTER TABLE {table} DISABLE TRIGGER USER"
            : $"DROP TRIGGER {table}_no_update");
}
