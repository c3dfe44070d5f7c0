using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Cairn.Foundation.Storage;

/// <summary>Brings every module's tables to the shape this program knows, before anything else touches them.</summary>
/// <remarks>Any number of programs may do this at once: one goes first, the others find the work done.</remarks>
public sealed class Migrator
{
    // "cairnmig" as a number: the advisory lock all nodes agree on.
    private const long PostgresLock = 0x636169726e6d6967;

    private readonly Database database;
    private readonly IReadOnlyList<StoredModule> modules;
    private readonly IServiceProvider provider;

    internal Migrator(Database database, IEnumerable<StoredModule> modules, IServiceProvider provider) =>
        (this.database, this.modules, this.provider) = (database, [.. modules], provider);

    /// <summary>The modules' names, in the order in which they are migrated.</summary>
    public IReadOnlyList<string> Modules => [.. modules.Select(m => m.Name)];

    /// <summary>The modules whose tables are not yet of this program's shape. Changes nothing and makes no file.</summary>
    /// <exception cref="StorageException">The database cannot be used, or was made by a newer program.</exception>
    public async Task<IReadOnlyList<PendingModule>> PendingAsync(CancellationToken cancel = default)
    {
        var pending = new List<PendingModule>();
        try
        {
            foreach (var module in modules)
            {
                await using var db = module.Open(provider);
                // Asking a file that is not there would make it.
                if (database is Database.Sqlite sqlite && !File.Exists(sqlite.FileOf(module.Name)))
                    pending.Add(new(module.Name, IsNew: true));
                else if (await Missing(db, module.Name, cancel) is { Count: > 0 } missing)
                    pending.Add(new(module.Name, IsNew: missing.Count == db.Database.GetMigrations().Count()));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }

        return pending;
    }

    /// <exception cref="StorageException">The database cannot be used; says why.</exception>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        try
        {
            await (database switch
            {
                Database.Sqlite sqlite => RunSqlite(sqlite, cancel),
                Database.Postgres postgres => RunPostgres(postgres, cancel),
                _ => throw new InvalidOperationException("Unknown engine."),
            });
        }
        catch (Exception e) when (e is not OperationCanceledException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    private async Task RunSqlite(Database.Sqlite sqlite, CancellationToken cancel)
    {
        Directory.CreateDirectory(sqlite.Directory);
        var file = Path.Combine(sqlite.Directory, "migrate.lock");
        await using var turn = await FileTurn.Take(file, $"Another Cairn has been changing the database for minutes and still holds '{file}'. Wait for it or stop it, then start again.", cancel);
        foreach (var module in modules)
        {
            await using var db = module.Open(provider);
            await db.Database.OpenConnectionAsync(cancel);
            // Write-ahead logging lets pages be read while counts are written. A program killed before it said so is made good here.
            await db.Database.ExecuteSqlRawAsync(FileSettings(db), cancel);
            await ForgetStaleLock(db, cancel);
            await Migrate(db, module.Name, cancel);
        }
    }

    // The size of a page counts for a file that is still to be made.
    private static string FileSettings(ModuleDb db) => string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {db.PageBytes}; PRAGMA journal_mode = WAL;");

    /// <summary>EF leaves a row behind when killed while migrating and then waits for it for ever. Whoever holds the file's turn knows the row is stale.</summary>
    private static async Task ForgetStaleLock(ModuleDb db, CancellationToken cancel)
    {
        var exists = await db.Database
            .SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancel);
        if (exists > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
    }

    private async Task RunPostgres(Database.Postgres postgres, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(postgres.Connection);
        await connection.OpenAsync(cancel);
        // Held by a transaction, not by the session, so that it also works behind a pooler and ends with the connection.
        await using var turn = await connection.BeginTransactionAsync(cancel);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, turn) { Parameters = { new() { Value = PostgresLock } }, CommandTimeout = 300 })
            await wait.ExecuteNonQueryAsync(cancel);

        foreach (var module in modules)
        {
            await using var db = module.Open(provider);
            await Migrate(db, module.Name, cancel);
        }
    }

    private static async Task Migrate(ModuleDb db, string module, CancellationToken cancel)
    {
        // Asking EF to migrate what is up to date costs a third of a start.
        if ((await Missing(db, module, cancel)).Count == 0)
            return;
        // Without its list EF asks for it, fails, and says so on standard error, at every first start.
        if (db.Database.IsNpgsql())
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task<List<string>> Missing(ModuleDb db, string module, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        if (db.Database.IsNpgsql() && !await HasHistory(db, module, cancel))
            return known;

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var newer = applied.Except(known).ToList();
        if (newer.Count > 0)
            throw new StorageException(
                $"The database '{module}' was made by a newer Cairn (it has the step {newer[^1]}). Start that version, or restore a backup made by this one.");
        return [.. known.Except(applied)];
    }

    private static async Task<bool> HasHistory(ModuleDb db, string module, CancellationToken cancel) => await db.Database
        .SqlQuery<long>($"""SELECT count(*) AS "Value" FROM pg_catalog.pg_tables WHERE schemaname = {module} AND tablename = '__EFMigrationsHistory'""")
        .SingleAsync(cancel) > 0;
}

/// <summary>A module whose tables are not of this program's shape.</summary>
/// <param name="IsNew">It has no tables at all yet.</param>
public sealed record PendingModule(string Name, bool IsNew);
