using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Help.Helpline.Threads;

/// <summary>Says statements over one connection. Each is made once, however often it is said: where a message is a few thousandths of a second's work, making them again was a third of it. Every hole is a parameter.</summary>
internal sealed class Statements : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> made = [];
    private readonly DbConnection connection;
    private readonly IAsyncDisposable? holder;
    private DbTransaction? transaction;

    private Statements(DbConnection connection, IAsyncDisposable? holder, DbTransaction? transaction)
    {
        this.connection = connection;
        this.holder = holder;
        this.transaction = transaction;
    }

    public bool IsPostgres => connection is NpgsqlConnection;

    public NpgsqlConnection? Postgres => connection as NpgsqlConnection;

    /// <summary>Over a connection of their own, which is given back with them.</summary>
    public static async Task<Statements> Open(IDbContextFactory<HelpDb> databases, CancellationToken cancel)
    {
        var db = await databases.CreateDbContextAsync(cancel);
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            return new(db.Database.GetDbConnection(), db, null);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Inside a transaction of somebody else's.</summary>
    public static Statements Within(DbTransaction transaction) => new(transaction.Connection!, null, transaction);

    /// <summary>Begins a transaction that writes.</summary>
    public async Task Begin(CancellationToken cancel) => transaction = await connection.BeginTransactionAsync(cancel);

    /// <summary>Begins a transaction that sees one state, however much is asked in it.</summary>
    public async Task BeginToRead(CancellationToken cancel) => transaction = connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public async Task Commit(CancellationToken cancel)
    {
        await transaction!.CommitAsync(cancel);
        await transaction.DisposeAsync();
        transaction = null;
    }

    /// <returns>How many rows it changed.</returns>
    public Task<int> Run(string text, CancellationToken cancel, params ReadOnlySpan<(string Name, object Value)> holes) => Said(text, holes).ExecuteNonQueryAsync(cancel);

    /// <returns>Whether it finds anything.</returns>
    public Task<bool> Finds(string text, CancellationToken cancel, params ReadOnlySpan<(string Name, object Value)> holes)
    {
        var command = Said(text, holes);
        return Found();

        async Task<bool> Found() => await command.ExecuteScalarAsync(cancel) is not null;
    }

    public Task<List<T>> Read<T>(string text, Func<DbDataReader, T> row, CancellationToken cancel, params ReadOnlySpan<(string Name, object Value)> holes)
    {
        var command = Said(text, holes);
        return Rows();

        async Task<List<T>> Rows()
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                rows.Add(row(reader));
            return rows;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in made.Values)
            await command.DisposeAsync();
        made.Clear();
        if (transaction is not null && holder is not null)
            await transaction.DisposeAsync();
        if (holder is not null)
            await holder.DisposeAsync();
    }

    private DbCommand Said(string text, ReadOnlySpan<(string Name, object Value)> holes)
    {
        if (made.TryGetValue(text, out var command))
        {
            for (var i = 0; i < holes.Length; i++)
                command.Parameters[i].Value = holes[i].Value;
        }
        else
        {
            command = connection.CreateCommand();
            // PostgreSQL keeps a module's tables in its schema.
            command.CommandText = IsPostgres ? text.Replace(" help_", " help.help_", StringComparison.Ordinal) : text;
            foreach (var (name, value) in holes)
                command.Parameters.Add(IsPostgres ? new NpgsqlParameter(name, value) : new SqliteParameter("@" + name, value));
            made.Add(text, command);
        }

        command.Transaction = transaction;
        return command;
    }
}
