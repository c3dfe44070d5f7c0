using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Foundation.Storage;

public sealed class MigratorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Programs_that_start_at_once_on_a_fresh_database_all_come_up(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var programs = Enumerable.Range(0, 5).Select(_ => database.Program()).ToList();

        await Task.WhenAll(programs.Select(p => Task.Run(() => p.GetRequiredService<Migrator>().MigrateAsync(Cancel))));

        Assert.Equal(0L, Convert.ToInt64(await database.Sql("know", "SELECT count(*) FROM know_tally"), null));
        Assert.Equal(0L, Convert.ToInt64(await database.Sql("say", "SELECT count(*) FROM say_revision"), null));
        Assert.Equal(3L, Convert.ToInt64(await database.Sql("know", "SELECT count(*) FROM \"__EFMigrationsHistory\""), null));
    }

    [Theory, EachDatabase]
    public async Task Migrating_again_changes_nothing(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var before = Convert.ToInt64(await database.Sql("say", "SELECT count(*) FROM \"__EFMigrationsHistory\""), null);

        await program.GetRequiredService<Migrator>().MigrateAsync(Cancel);

        Assert.Equal(3L, before);
        Assert.Equal(before, Convert.ToInt64(await database.Sql("say", "SELECT count(*) FROM \"__EFMigrationsHistory\""), null));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_program_does_not_stop_the_next_start()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await database.Sql("know", "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        await database.Program().GetRequiredService<Migrator>().MigrateAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.Equal(0L, await database.Sql("know", "SELECT count(*) FROM know_tally"));
        Assert.Equal(0L, await database.Sql("know", "SELECT count(*) FROM \"__EFMigrationsLock\""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_file_left_half_made_is_finished(int statements)
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await File.WriteAllBytesAsync(((Database.Sqlite)database.Database).FileOf("say"), [], Cancel);
        if (statements > 0)
            await database.Sql("say", "CREATE TABLE \"__EFMigrationsHistory\" (\"migration_id\" TEXT NOT NULL PRIMARY KEY, \"product_version\" TEXT NOT NULL)");

        await database.Program().GetRequiredService<Migrator>().MigrateAsync(Cancel);

        Assert.Equal(0L, await database.Sql("say", "SELECT count(*) FROM say_revision"));
    }

    [Fact]
    public async Task While_one_program_migrates_another_waits_for_its_turn()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var held = await FileTurn.Take(Path.Combine(database.Directory, "migrate.lock"), "Held.", Cancel);

        var waiting = database.Program().GetRequiredService<Migrator>().MigrateAsync(Cancel);
        await Task.Delay(300, Cancel);
        var waited = !waiting.IsCompleted;
        await held.DisposeAsync();
        await waiting;

        Assert.True(waited);
        Assert.Equal(0L, await database.Sql("know", "SELECT count(*) FROM know_tally"));
    }

    [Theory, EachDatabase]
    public async Task A_database_made_by_a_newer_program_is_refused_and_left_alone(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        await database.Sql("know", "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_KnowLater', '99.0.0')");

        var refused = await Assert.ThrowsAsync<StorageException>(() => program.GetRequiredService<Migrator>().MigrateAsync(Cancel));

        Assert.Contains("newer Cairn", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_KnowLater", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_said_in_one_sentence()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var inTheWay = Path.Combine(database.Directory, "a-file");
        await File.WriteAllTextAsync(inTheWay, "not a folder", Cancel);
        await using var program = new ServiceCollection().AddLogging().AddDatabase(new Database.Sqlite(Path.Combine(inTheWay, "data"))).BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<StorageException>(() => program.GetRequiredService<Migrator>().MigrateAsync(Cancel));

        Assert.StartsWith("Cairn cannot write to the data directory", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var file = ((Database.Sqlite)database.Database).FileOf("know");
        var letter = new string('x', 5000);
        await File.WriteAllTextAsync(file, letter, Cancel);

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.Program().GetRequiredService<Migrator>().MigrateAsync(Cancel));

        Assert.Contains("damaged or is no Cairn database", refused.Message, StringComparison.Ordinal);
        Assert.Equal(letter, await File.ReadAllTextAsync(file, Cancel));
    }

    [Theory, OnPostgres]
    public async Task Wrong_connection_strings_are_said_in_one_sentence_without_the_password(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var right = new Npgsql.NpgsqlConnectionStringBuilder(database.CairnDatabase);

        async Task<string> Said(Action<Npgsql.NpgsqlConnectionStringBuilder> change)
        {
            var wrong = new Npgsql.NpgsqlConnectionStringBuilder(right.ConnectionString) { Pooling = false, Timeout = 2 };
            change(wrong);
            await using var program = new ServiceCollection().AddLogging().AddDatabase(Database.Choose(wrong.ConnectionString, "unused")).BuildServiceProvider();
            return (await Assert.ThrowsAsync<StorageException>(() => program.GetRequiredService<Migrator>().MigrateAsync(Cancel))).Message;
        }

        var password = await Said(c => c.Password = "blorptang");
        var name = await Said(c => c.Database = "blorptang");
        var port = await Said(c => c.Port = 1);

        Assert.Equal("PostgreSQL refuses the user name or the password in CAIRN_DATABASE. Check both.", password);
        Assert.StartsWith("The database named in CAIRN_DATABASE does not exist.", name, StringComparison.Ordinal);
        Assert.StartsWith("PostgreSQL does not answer", port, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://cairn:blorptang@db/cairn")]
    [InlineData("blorptang")]
    [InlineData("Host=db;Nonsense=blorptang")]
    [InlineData("Database=cairn;Password=blorptang")]
    public void What_is_no_connection_string_is_refused_and_not_repeated(string text)
    {
        var refused = Assert.Throws<StorageException>(() => Database.Choose(text, "data"));

        Assert.StartsWith("CAIRN_DATABASE is not a PostgreSQL connection string.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("blorptang", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_CAIRN_DATABASE_it_is_SQLite_in_the_data_directory(string? text) =>
        Assert.Equal(Path.GetFullPath(Path.Combine("data", "know.db")), Assert.IsType<Database.Sqlite>(Database.Choose(text, "data")).FileOf("know"));

    [Fact]
    public async Task Counts_keep_no_order_of_arrival_on_SQLite()
    {
        var (database, _) = await TestDatabase.Ready(Engine.Sqlite);
        await using var __ = database;

        var made = await database.Sql("know", "SELECT sql FROM sqlite_master WHERE name = 'know_tally'");

        Assert.EndsWith("WITHOUT ROWID", Assert.IsType<string>(made), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("say", 2L)]
    [InlineData("know", 1L)]
    public async Task SQLite_runs_with_a_write_ahead_log_and_the_durability_of_the_module(string module, long synchronous)
    {
        var (database, program) = await TestDatabase.Ready(Engine.Sqlite);
        await using var _ = database;
        await using var db = program.GetServices<StoredModule>().Single(m => m.Name == module).Open(program);

        async Task<object?> Pragma(string name)
        {
            await db.Database.OpenConnectionAsync(Cancel);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return await command.ExecuteScalarAsync(Cancel);
        }

        Assert.Equal("wal", await Pragma("journal_mode"));
        Assert.Equal(synchronous, await Pragma("synchronous"));
        Assert.Equal(5000L, await Pragma("busy_timeout"));
        Assert.Equal(1L, await Pragma("foreign_keys"));
    }
}
