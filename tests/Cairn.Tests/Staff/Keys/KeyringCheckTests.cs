using Cairn.Foundation.Storage;
using Cairn.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Staff.Keys;

/// <summary>A server starts with the keyring of its database or not at all.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeyringCheckTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_first_start_gives_the_keyring_a_name_that_the_database_remembers(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);

        await using (await RunningCairn.On(database))
        {
        }

        var id = await File.ReadAllTextAsync(Path.Combine(database.KeyringDirectory, "keyring.id"), Cancel);
        Assert.Matches("^[0-9a-f]{32}\n$", id);
        Assert.Equal(id.TrimEnd(), await database.Sql("staff", "SELECT id FROM staff_keyring"));
        Assert.Equal("keyring.make", await database.Sql("staff", "SELECT act FROM staff_audit ORDER BY number LIMIT 1"));
        Assert.All(Directory.GetFiles(database.KeyringDirectory), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(database.KeyringDirectory));
    }

    [Theory, EachDatabase]
    public async Task Keys_of_an_earlier_version_get_a_name(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var old = new Keyring(database.KeyringDirectory).ReadOrMake("blorptang.key", () => [1, 2, 3]);

        await using (await RunningCairn.On(database))
        {
        }

        Assert.Equal(old, await File.ReadAllBytesAsync(Path.Combine(database.KeyringDirectory, "blorptang.key"), Cancel));
        Assert.NotNull(new Keyring(database.KeyringDirectory).Id());
    }

    [Theory, EachDatabase]
    public async Task A_server_with_another_keyring_is_refused(Engine engine)
    {
        await using var database = await Started(engine);
        var own = new Keyring(database.KeyringDirectory).Id();
        Directory.Delete(database.KeyringDirectory, recursive: true);
        var other = new Keyring(database.KeyringDirectory).IdOrNew();

        var sentence = await IsRefused(database);

        Assert.Contains($"is {other}, and this database belongs to keyring {own}", sentence, StringComparison.Ordinal);
        Assert.Equal(["keyring.id"], Directory.GetFiles(database.KeyringDirectory).Select(Path.GetFileName));
    }

    [Theory, EachDatabase]
    public async Task A_server_without_its_keyring_is_refused_and_makes_none(Engine engine)
    {
        await using var database = await Started(engine);
        Directory.Delete(database.KeyringDirectory, recursive: true);

        var sentence = await IsRefused(database);

        Assert.Contains("There is no keyring at", sentence, StringComparison.Ordinal);
        Assert.Contains("cairn keyring restore FILE", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(database.KeyringDirectory));
    }

    [Theory, EachDatabase]
    public async Task A_keyring_that_lost_its_name_is_refused(Engine engine)
    {
        await using var database = await Started(engine);
        File.Delete(Path.Combine(database.KeyringDirectory, "keyring.id"));

        var sentence = await IsRefused(database);

        Assert.Contains("has no keyring.id", sentence, StringComparison.Ordinal);
        Assert.Null(new Keyring(database.KeyringDirectory).Id());
    }

    [Theory, EachDatabase]
    public async Task A_keyring_that_others_can_look_into_is_refused(Engine engine)
    {
        await using var database = await Started(engine);
        var key = Path.Combine(database.KeyringDirectory, "pack-signing.pem");
        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.GroupRead);

        var sentence = await IsRefused(database);

        Assert.Contains("chmod 600", sentence, StringComparison.Ordinal);
    }

    [Theory, OnPostgres]
    public async Task On_PostgreSQL_no_server_makes_the_directory(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        Directory.Delete(database.KeyringDirectory);

        var sentence = await IsRefused(database);

        Assert.Contains("cairn keyring init", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(database.KeyringDirectory));
        Assert.Equal(0, (await CairnProcess.Run(database, "keyring", "init")).Exit);
        await using var cairn = await RunningCairn.On(database);
        Assert.True(cairn.Http.BaseAddress!.Port > 0);
    }

    [Theory, EachDatabase]
    public async Task A_command_that_signs_asks_for_the_keyring_first(Engine engine)
    {
        await using var database = await Started(engine);
        Directory.Delete(database.KeyringDirectory, recursive: true);

        var (exit, output, people) = await CairnProcess.Run(database, "pack", "publish", Checkout.Campaign, "--approve-as-demo", "--data", database.Directory);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("There is no keyring at", people, StringComparison.Ordinal);
        Assert.False(Directory.Exists(database.KeyringDirectory));
    }

    // The directory of a fresh installation, mounted on every node before anything has been started.
    [Theory, EachDatabase]
    public async Task Nodes_that_start_at_once_agree_on_every_key(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        Directory.CreateDirectory(database.KeyringDirectory, OwnerOnly);

        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunningCairn.On(database), Cancel)));

        try
        {
            var files = Directory.GetFiles(database.KeyringDirectory).Select(f => Path.GetFileName(f)!).Where(f => !f.StartsWith('.')).ToList();
            Assert.Single(files, f => f.StartsWith("cookies-", StringComparison.Ordinal));
            string[] wanted = ["keyring.id", "staff-secrets.key", "audit-signing.pem", "pack-signing.pem"];
            Assert.Empty(wanted.Except(files));
            foreach (var writer in nodes)
            {
                var sealed_one = Protector(writer).Protect("blorptang");
                Assert.All(nodes, reader => Assert.Equal("blorptang", Protector(reader).Unprotect(sealed_one)));
            }

            Assert.Equal(1L, Convert.ToInt64(await database.Sql("staff", "SELECT count(*) FROM staff_audit WHERE act = 'keyring.make'"), System.Globalization.CultureInfo.InvariantCulture));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    [Theory, EachDatabase]
    public async Task Two_programs_that_start_at_once_on_an_empty_directory_both_come_up(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        Directory.CreateDirectory(database.KeyringDirectory, OwnerOnly);

        await using var one = CairnProcess.Serve(database, Checkout.Campaign);
        await using var two = CairnProcess.Serve(database, Checkout.Campaign);
        await Task.WhenAll(one.Ready(), two.Ready());

        Assert.Single(Directory.GetFiles(database.KeyringDirectory, "cookies-*.xml"));
        Assert.Equal(new Keyring(database.KeyringDirectory).Id(), await database.Sql("staff", "SELECT id FROM staff_keyring"));
    }

    private static IDataProtector Protector(RunningCairn node) => node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a cookie");

    private static async Task<TestDatabase> Started(Engine engine)
    {
        var database = await TestDatabase.Empty(engine);
        await using (await RunningCairn.On(database))
        {
        }

        return database;
    }

    /// <summary>The one sentence with which a start ended.</summary>
    private static async Task<string> IsRefused(TestDatabase database)
    {
        var (exit, output, people) = await CairnProcess.Run(database, "serve", "--urls", "http://127.0.0.1:0", "--data", database.Directory, "--campaign", Checkout.Campaign);
        Assert.Equal((1, ""), (exit, output));
        return Assert.Single(people.TrimEnd('\n').Split('\n'));
    }
}
