using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cairn.Foundation.Storage;

/// <summary>Puts what an engine or the file system reports into a sentence for the operator.</summary>
public static class StorageFault
{
    /// <summary>Null when the exception is not about storage.</summary>
    public static StorageException? Explain(Exception fault, Database database)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            var sentence = e switch
            {
                StorageException said => said.Message,
                PostgresException postgres => Sentence(postgres),
                NpgsqlException { InnerException: SocketException } or NpgsqlException { InnerException: TimeoutException } =>
                    "PostgreSQL does not answer at the address in CAIRN_DATABASE. Check that the server runs and that host and port are right.",
                NpgsqlException { InnerException: IOException } => "PostgreSQL ended the connection. Cairn makes a new one by itself; check that the server runs.",
                // Npgsql has tried each, or knows from a moment ago that none will do.
                NpgsqlException { InnerException: null } and not PostgresException when database is Database.Postgres { HasSeveralHosts: true } =>
                    "None of the PostgreSQL servers in CAIRN_DATABASE takes writes. Cairn goes on by itself when one does; check that one of them is the primary.",
                SqliteException sqlite when database is Database.Sqlite here => Sentence(sqlite, here.Directory),
                UnauthorizedAccessException or DirectoryNotFoundException or IOException when database is Database.Sqlite here =>
                    $"Cairn cannot write to the data directory '{here.Directory}'. Give this account the right to write there, or choose another with --data.",
                _ => null,
            };
            if (sentence is not null)
                return e as StorageException ?? new StorageException(sentence, fault);
        }

        return null;
    }

    private static string? Sentence(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "PostgreSQL refuses the user name or the password in CAIRN_DATABASE. Check both.",
        PostgresErrorCodes.InvalidCatalogName => "The database named in CAIRN_DATABASE does not exist. Create it, for example with createdb.",
        PostgresErrorCodes.InsufficientPrivilege => "The PostgreSQL user may not create what Cairn needs. Let it own the database, or grant it CREATE there.",
        PostgresErrorCodes.DiskFull => "The disk of the PostgreSQL server is full. Free space there; nothing written before is lost.",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL has no free connection. Raise max_connections, or lower Maximum Pool Size in CAIRN_DATABASE.",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown => "PostgreSQL is starting or stopping. Try again in a moment.",
        _ => null,
    };

    private static string? Sentence(SqliteException e, string directory) => e.SqliteErrorCode switch
    {
        5 or 6 => $"Another program holds the database in '{directory}' locked. Close it and try again.",
        8 or 14 => $"Cairn cannot write to the data directory '{directory}'. Give this account the right to write there, or choose another with --data.",
        10 => $"The disk under '{directory}' reports an error. Check it, and have a backup at hand.",
        11 or 26 => $"A file in '{directory}' is damaged or is no Cairn database. Move it away, or restore a backup.",
        13 => $"The disk under '{directory}' is full. Free space there; nothing written before is lost.",
        _ => null,
    };
}
