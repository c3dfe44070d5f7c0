using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cairn.Bench.Helpline;

/// <summary>What a durable message can cost at least here: the disk alone, and each engine with nothing around it.</summary>
internal static partial class Floors
{
    private const int RowBytes = 2 * 1024;

    /// <summary>Appends 4 KiB and has it written, one after another.</summary>
    public static double Disk(string folder, double seconds)
    {
        var path = Path.Combine(folder, "disk");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var block = RandomNumberGenerator.GetBytes(4096);
        var per = Count(seconds, () =>
        {
            file.Write(block);
            if (DataSync((int)file.SafeFileHandle.DangerousGetHandle()) != 0)
                throw new IOException("fdatasync failed");
            return 1;
        });
        File.Delete(path);
        return per;
    }

    /// <summary>Rows of 2 KiB under random keys, so many a transaction, each transaction on the disk.</summary>
    public static double Sqlite(string folder, double seconds, int together)
    {
        var path = Path.Combine(folder, "floor.db");
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row VALUES (@id, @sealed)";
        var id = insert.Parameters.Add("@id", SqliteType.Blob);
        insert.Parameters.AddWithValue("@sealed", RandomNumberGenerator.GetBytes(RowBytes));
        var per = Count(seconds, () =>
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = 0; i < together; i++)
            {
                id.Value = RandomNumberGenerator.GetBytes(16);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return together;
        });
        connection.Close();
        foreach (var left in Directory.GetFiles(folder, "floor.db*"))
            File.Delete(left);
        return per;

        void Run(string text)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The same on PostgreSQL, one connection.</summary>
    public static double Postgres(string server, double seconds, int together)
    {
        using var source = NpgsqlDataSource.Create(server);
        using var connection = source.OpenConnection();
        using (var table = new NpgsqlCommand("CREATE TABLE bench_floor (id bytea PRIMARY KEY, sealed bytea NOT NULL)", connection))
            table.ExecuteNonQuery();
        using var insert = new NpgsqlCommand("INSERT INTO bench_floor VALUES ($1, $2)", connection);
        var id = new NpgsqlParameter<byte[]> { TypedValue = new byte[16] };
        insert.Parameters.Add(id);
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = RandomNumberGenerator.GetBytes(RowBytes) });
        insert.Prepare();
        var per = Count(seconds, () =>
        {
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < together; i++)
            {
                id.TypedValue = RandomNumberGenerator.GetBytes(16);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return together;
        });
        using (var table = new NpgsqlCommand("DROP TABLE bench_floor", connection))
            table.ExecuteNonQuery();
        return per;
    }

    /// <summary>Makes or drops a database of ours on a server.</summary>
    public static string Database(string what, string server, string name)
    {
        using var source = NpgsqlDataSource.Create(server);
        using var command = source.CreateCommand(what == "make" ? $"CREATE DATABASE {name}" : $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    private static double Count(double seconds, Func<int> once)
    {
        var (begun, done) = (Stopwatch.GetTimestamp(), 0L);
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
            done += once();
        return done / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int DataSync(int file);
}
