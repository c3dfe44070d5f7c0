using System.IO.Compression;
using Cairn.Foundation.Storage;

namespace Cairn.Tests.Operating;

public sealed class BackupCommandsTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(home, "cairn.zip");

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory, EachDatabase]
    public async Task A_backup_is_made_while_the_server_runs_and_holds_no_key(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);

        var made = await CairnProcess.Run(database, "backup", Copy, "--data", database.Directory);

        Assert.Equal(0, made.Exit);
        using var zip = await ZipFile.OpenReadAsync(Copy, Cancel);
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Equal(engine == Engine.Sqlite ? ["manifest.json", "help.db", "know.db", "say.db", "staff.db"] : ["manifest.json", "postgresql.dump"], names);
        using var manifest = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(Cancel));
        Assert.Contains(new Keyring(database.KeyringDirectory).Id()!, await manifest.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal([Copy], Directory.GetFileSystemEntries(home));
        Assert.Equal("backup.make cairn.zip", await database.Sql("staff", "SELECT act || ' ' || subject FROM staff_audit ORDER BY number DESC LIMIT 1"));
    }

    [Theory, EachDatabase]
    public async Task A_backup_is_put_back_and_the_record_says_so(Engine engine)
    {
        await using var database = await Backed(engine);
        await using var empty = await EmptyOne(engine, database);

        var restored = await CairnProcess.Run(empty, "restore", Copy, "--data", Data(empty));
        var verdict = await CairnProcess.Run(empty, "audit", "verify", "--data", Data(empty));

        Assert.Equal((0, 0), (restored.Exit, verdict.Exit));
        await using var cairn = await RunningCairn.At(Data(empty), empty.KeyringDirectory, empty.CairnDatabase, campaign: null);
        Assert.Equal(200, (int)(await cairn.Http.GetAsync("/healthz/ready", Cancel)).StatusCode);
    }

    // The keyring remembers days that the copy does not know. Whoever holds the keyring may put a copy back; the record then begins to be remembered anew.
    [Theory, EachDatabase]
    public async Task A_copy_of_another_day_leaves_a_record_that_is_whole(Engine engine)
    {
        await using var database = await Backed(engine);
        await using var empty = await EmptyOne(engine, database);
        new Keyring(empty.KeyringDirectory).ReadOrMake("audit-2031-01-01.head", () => "90 0123\n"u8.ToArray());

        var restored = await CairnProcess.Run(empty, "restore", Copy, "--data", Data(empty));
        var verdict = await CairnProcess.Run(empty, "audit", "verify", "--data", Data(empty));

        Assert.Equal((0, 0), (restored.Exit, verdict.Exit));
        Assert.Contains("audit-2031-01-01.head.put-aside", new Keyring(empty.KeyringDirectory).Names());
    }

    [Theory, EachDatabase]
    public async Task A_backup_is_not_put_back_without_its_keyring(Engine engine)
    {
        await using var database = await Backed(engine);
        await using var empty = await EmptyOne(engine, database);
        Directory.Delete(empty.KeyringDirectory, recursive: true);

        var refused = await CairnProcess.Run(empty, "restore", Copy, "--data", Data(empty));

        Assert.Equal(1, refused.Exit);
        Assert.Contains("cairn keyring restore FILE", Assert.Single(refused.People.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data(empty)));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_put_back_over_data(Engine engine)
    {
        await using var database = await Backed(engine);

        var refused = await CairnProcess.Run(database, "restore", Copy, "--data", database.Directory);

        Assert.Equal(1, refused.Exit);
        Assert.Contains(engine == Engine.Sqlite ? "There is something in" : "holds Cairn's tables already", refused.People, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_damaged_backup_is_refused_whole(Engine engine)
    {
        await using var database = await Backed(engine);
        await using var empty = await EmptyOne(engine, database);
        using (var zip = await ZipFile.OpenAsync(Copy, ZipArchiveMode.Update, Cancel))
        {
            var name = engine == Engine.Sqlite ? "staff.db" : "postgresql.dump";
            zip.GetEntry(name)!.Delete();
            await using var other = await zip.CreateEntry(name).OpenAsync(Cancel);
            await other.WriteAsync("blorptang"u8.ToArray(), Cancel);
        }

        var refused = await CairnProcess.Run(empty, "restore", Copy, "--data", Data(empty));

        Assert.Equal(1, refused.Exit);
        Assert.Contains("is damaged", refused.People, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data(empty)));
        Assert.Equal(["keyring"], Directory.GetFileSystemEntries(empty.Directory).Select(Path.GetFileName));
    }

    [Theory, EachDatabase]
    public async Task The_doctor_finds_nothing_on_a_healthy_server_and_a_lost_keyring_at_once(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var migrated = await CairnProcess.Run(database, "migrate", "--data", database.Directory);
        await using (await RunningCairn.On(database))
        {
        }

        var healthy = await CairnProcess.Run(database, "doctor", "--data", database.Directory);
        Directory.Delete(database.KeyringDirectory, recursive: true);
        var ill = await CairnProcess.Run(database, "doctor", "--data", database.Directory);

        Assert.Equal((0, 0, 1), (migrated.Exit, healthy.Exit, ill.Exit));
        Assert.DoesNotContain("finding", healthy.Output, StringComparison.Ordinal);
        Assert.Contains("finding\tkeyring\tThere is no keyring at", ill.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(database.KeyringDirectory));
    }

    [Theory, OnPostgres]
    public async Task The_doctor_finds_a_server_that_writes_down_too_much(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using (await RunningCairn.On(database))
        {
        }

        var name = new Npgsql.NpgsqlConnectionStringBuilder(database.CairnDatabase).Database;
        await database.Sql("staff", $"ALTER DATABASE {name} SET log_min_duration_statement = 0");
        await database.Sql("staff", $"ALTER DATABASE {name} SET log_statement = 'all'");
        var ill = await CairnProcess.Run(database, "doctor");

        Assert.Equal(1, ill.Exit);
        Assert.Contains("log_statement is all and must be none", ill.Output, StringComparison.Ordinal);
        Assert.Contains("log_min_duration_statement is 0 and must be -1", ill.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://blorptang.example", true)]
    [InlineData("https://blorptang.example/", true)]
    [InlineData("http://blorptang.example", false)]
    [InlineData("blorptang.example", false)]
    [InlineData("https://blorptang.example/en", false)]
    [InlineData("https://a@blorptang.example", false)]
    public void The_public_address_is_https_without_a_path(string? address, bool fine)
    {
        var found = Cairn.Operating.Doctor.Address(address);

        Assert.Equal(fine, found.Count == 0);
    }

    private static string Data(TestDatabase database) => Path.Combine(database.Directory, "data");

    private async Task<TestDatabase> Backed(Engine engine)
    {
        var database = await TestDatabase.Empty(engine);
        await using (await RunningCairn.On(database))
        {
        }

        Assert.Equal(0, (await CairnProcess.Run(database, "backup", Copy, "--data", database.Directory)).Exit);
        return database;
    }

    /// <summary>Another machine: an empty database, and the keyring carried there.</summary>
    private static async Task<TestDatabase> EmptyOne(Engine engine, TestDatabase from)
    {
        var empty = await TestDatabase.Empty(engine);
        var keyring = new Keyring(from.KeyringDirectory);
        foreach (var name in keyring.Names())
            new Keyring(empty.KeyringDirectory).ReadOrMake(name, () => keyring.Read(name)!);
        return empty;
    }
}
