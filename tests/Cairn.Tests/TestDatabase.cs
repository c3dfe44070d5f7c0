using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Know.Moments;
using Cairn.Know.Tallies;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cairn.Tests;

/// <summary>A fresh database of its own for one test, with a keyring beside it; both are gone afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly List<ServiceProvider> programs = [];

    private readonly bool isOnItsOwnServer;

    private TestDatabase(Database database, string directory, bool isOnItsOwnServer = false) => (Database, Directory, this.isOnItsOwnServer) = (database, directory, isOnItsOwnServer);

    /// <summary>Connection string of a server on which tests may create databases, or null.</summary>
    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("CAIRN_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public Database Database { get; }

    /// <summary>A folder for this test alone; on SQLite it is the data directory.</summary>
    public string Directory { get; }

    public string KeyringDirectory => Path.Combine(Directory, "keyring");

    /// <summary>The value of <c>CAIRN_DATABASE</c> for a program that should use it.</summary>
    public string CairnDatabase => Database is Database.Postgres postgres ? postgres.Connection : "";

    /// <summary>Empty: nothing has been migrated.</summary>
    public static async Task<TestDatabase> Empty(Engine engine)
    {
        if (engine != Engine.Sqlite)
            return await EmptyOn(PostgresServer!, isOnItsOwnServer: false);
        var directory = NewDirectory();
        return new(new Database.Sqlite(directory), directory);
    }

    /// <summary>Empty, on a PostgreSQL server of the test's own, with which it goes away.</summary>
    /// <param name="server">Its connection string.</param>
    public static Task<TestDatabase> EmptyOn(string server) => EmptyOn(server, isOnItsOwnServer: true);

    private static async Task<TestDatabase> EmptyOn(string server, bool isOnItsOwnServer)
    {
        var directory = NewDirectory();
        var name = "cairn_test_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await Run(server, $"CREATE DATABASE {name}");
        // As an operator mounts it for all nodes: on PostgreSQL no server makes the keyring's directory.
        var keyring = System.IO.Directory.CreateDirectory(Path.Combine(directory, "keyring"));
        if (!OperatingSystem.IsWindows())
            keyring.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return new(Database.Choose(new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString, directory), directory, isOnItsOwnServer);
    }

    /// <summary>Migrated, with one program on it.</summary>
    public static async Task<(TestDatabase Database, IServiceProvider Program)> Ready(Engine engine, TimeProvider? time = null)
    {
        var database = await Empty(engine);
        var program = database.Program(time);
        await program.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return (database, program);
    }

    /// <summary>One more program on the same database, as another node or another process would be.</summary>
    public IServiceProvider Program(TimeProvider? time = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(new Keyring(KeyringDirectory));
        more?.Invoke(services);
        services.AddDatabase(Database).AddStaffRecords().AddPackStore().AddDirectoryNotes().AddTallies().AddMomentCounts();
        var program = services.BuildServiceProvider();
        programs.Add(program);
        return program;
    }

    /// <summary>Runs SQL on a module's tables, as somebody with access to the database could.</summary>
    public async Task<object?> Sql(string module, string sql)
    {
        if (Database is Database.Postgres postgres)
        {
            await using var there = new NpgsqlConnection(postgres.Connection + ";Pooling=false");
            await there.OpenAsync();
            await using var command = new NpgsqlCommand($"SET search_path = {module}; {sql}", there);
            return await command.ExecuteScalarAsync();
        }

        await using var here = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={((Database.Sqlite)Database).FileOf(module)};Pooling=False");
        await here.OpenAsync();
        await using var same = here.CreateCommand();
        same.CommandText = sql;
        return await same.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
            await program.DisposeAsync();
        if (Database is Database.Postgres postgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres.Connection));
            if (!isOnItsOwnServer)
                await Run(PostgresServer!, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(postgres.Connection).Database} WITH (FORCE)");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static string NewDirectory() => System.IO.Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
