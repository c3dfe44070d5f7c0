using System.Data.Common;
using Cairn.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Cairn.Know.Tallies;

/// <summary>Adds a batch of counts in one transaction: all of it or nothing.</summary>
internal sealed class TallyStore(IDbContextFactory<KnowDb> databases)
{
    private const string Sqlite =
        """
        INSERT INTO know_tally (hour, event, page, language, revision, audience, channel, nation, count)
        VALUES ($hour, $event, $page, $language, $revision, $audience, $channel, $nation, $count)
        ON CONFLICT (hour, event, page, language, revision, audience, channel, nation) DO UPDATE SET count = count + excluded.count
        """;

    private const string Postgres =
        """
        INSERT INTO know.know_tally AS kept (hour, event, page, language, revision, audience, channel, nation, count)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (hour, event, page, language, revision, audience, channel, nation) DO UPDATE SET count = kept.count + excluded.count
        """;

    public async Task Add(IReadOnlyDictionary<TallyKey, long> counts, CancellationToken cancel)
    {
        // In the order of the key: two nodes that lock the same rows in different orders would stop each other,
        // and the order in which rows came says nothing about the order of visits.
        var batch = counts.Where(c => c.Value > 0).OrderBy(c => c.Key, InOrder).ToList();
        if (batch.Count == 0)
            return;

        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        await (db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => AddSqlite(sqlite, batch, cancel),
            NpgsqlConnection postgres => AddPostgres(postgres, batch, cancel),
            _ => throw new InvalidOperationException("Unknown engine."),
        });
    }

    private static async Task AddSqlite(SqliteConnection connection, List<KeyValuePair<TallyKey, long>> batch, CancellationToken cancel)
    {
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Sqlite;
        SqliteParameter Hole(string name, SqliteType type) => command.Parameters.Add(name, type);
        var (hour, what, page, language, revision, audience, channel, nation, count) = (
            Hole("$hour", SqliteType.Integer), Hole("$event", SqliteType.Text), Hole("$page", SqliteType.Text),
            Hole("$language", SqliteType.Text), Hole("$revision", SqliteType.Text), Hole("$audience", SqliteType.Text),
            Hole("$channel", SqliteType.Text), Hole("$nation", SqliteType.Text), Hole("$count", SqliteType.Integer));
        await command.PrepareAsync(cancel);
        foreach (var (key, added) in batch)
        {
            (hour.Value, what.Value, page.Value, language.Value, revision.Value) = (key.Hour, WordOf(key.Event), key.Page, key.Language, key.Revision);
            (audience.Value, channel.Value, nation.Value, count.Value) = (key.Audience, key.Channel, key.Nation, added);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static async Task AddPostgres(NpgsqlConnection connection, List<KeyValuePair<TallyKey, long>> batch, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Postgres, connection);
        void Hole<T>(NpgsqlDbType type, Func<KeyValuePair<TallyKey, long>, T> column) =>
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. batch.Select(column)], NpgsqlDbType = NpgsqlDbType.Array | type });
        Hole(NpgsqlDbType.Integer, c => c.Key.Hour);
        Hole(NpgsqlDbType.Text, c => WordOf(c.Key.Event));
        Hole(NpgsqlDbType.Text, c => c.Key.Page);
        Hole(NpgsqlDbType.Text, c => c.Key.Language);
        Hole(NpgsqlDbType.Text, c => c.Key.Revision);
        Hole(NpgsqlDbType.Text, c => c.Key.Audience);
        Hole(NpgsqlDbType.Text, c => c.Key.Channel);
        Hole(NpgsqlDbType.Text, c => c.Key.Nation);
        Hole(NpgsqlDbType.Bigint, c => c.Value);
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal static string WordOf(TallyEvent what) => what switch
    {
        TallyEvent.View => "view",
        TallyEvent.Arrival => "arrival",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static readonly Comparer<TallyKey> InOrder = Comparer<TallyKey>.Create((a, b) =>
    {
        var order = a.Hour.CompareTo(b.Hour);
        order = order != 0 ? order : a.Event.CompareTo(b.Event);
        order = order != 0 ? order : string.CompareOrdinal(a.Page, b.Page);
        order = order != 0 ? order : string.CompareOrdinal(a.Language, b.Language);
        order = order != 0 ? order : string.CompareOrdinal(a.Revision, b.Revision);
        order = order != 0 ? order : string.CompareOrdinal(a.Audience, b.Audience);
        order = order != 0 ? order : string.CompareOrdinal(a.Channel, b.Channel);
        return order != 0 ? order : string.CompareOrdinal(a.Nation, b.Nation);
    });
}
