using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cairn.Foundation.Storage;

/// <summary>Settings that SQLite keeps per connection, so they are said on each opening.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const int BusySeconds = 5;

    private static readonly SqlitePragmas Full = new("FULL");
    private static readonly SqlitePragmas Normal = new("NORMAL");

    private readonly string text;

    private SqlitePragmas(string synchronous) =>
        text = $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";

    public static SqlitePragmas For(Durability durability) => durability == Durability.Full ? Full : Normal;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Say(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The library has no truly asynchronous calls.
        Say(connection);
        return Task.CompletedTask;
    }

    private void Say(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
