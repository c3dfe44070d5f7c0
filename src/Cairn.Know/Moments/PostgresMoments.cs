using Npgsql;
using NpgsqlTypes;

namespace Cairn.Know.Moments;

/// <summary>The transaction on PostgreSQL: five statements at most, however much is written. Rows are locked in the same order on every node.</summary>
internal static class PostgresMoments
{
    private const string Introduce =
        """
        INSERT INTO know.know_reporters (platform, node, newest, before, day)
        SELECT platform, node, 0, 0, $3 FROM unnest($1, $2) AS asked(platform, node)
        ON CONFLICT (platform, node) DO NOTHING
        """;

    private const string Known =
        """
        SELECT kept.platform, kept.node, kept.newest, kept.before
        FROM know.know_reporters AS kept JOIN unnest($1, $2) AS asked(platform, node) ON kept.platform = asked.platform AND kept.node = asked.node
        ORDER BY kept.platform COLLATE "C", kept.node COLLATE "C" FOR UPDATE OF kept
        """;

    private const string Remember =
        """
        UPDATE know.know_reporters AS kept SET newest = now.newest, before = now.before, day = $5
        FROM unnest($1, $2, $3, $4) AS now(platform, node, newest, before)
        WHERE kept.platform = now.platform AND kept.node = now.node
        """;

    private const string Told =
        """
        INSERT INTO know.know_receipts (hash, hour)
        SELECT hash, hour FROM unnest($1, $2, $3) AS told(hash, hour, good) WHERE good
        ON CONFLICT (hash) DO NOTHING RETURNING hash
        """;

    private const string Count =
        """
        INSERT INTO know.know_moments AS kept (hour, event, revision, arm, surface, look, language, outcome, count)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS added(hour, event, revision, arm, surface, look, language, outcome, count) WHERE added.count > 0
        ON CONFLICT (hour, event, revision, arm, surface, look, language, outcome) DO UPDATE SET count = kept.count + excluded.count
        """;

    /// <returns>How many statements were sent.</returns>
    public static async Task<long> Write(NpgsqlConnection connection, WritePlan plan)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var sent = 0L;
        if (plan.Senders.Count > 0)
        {
            var known = await Ask(connection, plan);
            plan.TakeReports(known);
            await Save(connection, plan, known);
            sent += 3;
        }

        if (plan.HasOutcomes)
        {
            plan.TakeOutcomes(await Insert(connection, plan.Receipts));
            sent++;
        }

        await Add(connection, plan.Sums());
        await transaction.CommitAsync();
        return sent + 1;
    }

    private static async Task<Dictionary<Sender, Sequence>> Ask(NpgsqlConnection connection, WritePlan plan)
    {
        await using (var introduce = new NpgsqlCommand(Introduce, connection))
        {
            Hole(introduce, NpgsqlDbType.Text, plan.Senders, s => s.Platform);
            Hole(introduce, NpgsqlDbType.Text, plan.Senders, s => s.Node);
            introduce.Parameters.Add(new NpgsqlParameter<string> { TypedValue = plan.Day });
            await introduce.ExecuteNonQueryAsync();
        }

        await using var ask = new NpgsqlCommand(Known, connection);
        Hole(ask, NpgsqlDbType.Text, plan.Senders, s => s.Platform);
        Hole(ask, NpgsqlDbType.Text, plan.Senders, s => s.Node);
        var known = new Dictionary<Sender, Sequence>();
        await using var rows = await ask.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            known[new(rows.GetString(0), rows.GetString(1))] = new(rows.GetInt64(2), (ulong)rows.GetInt64(3));
        return known;
    }

    private static async Task Save(NpgsqlConnection connection, WritePlan plan, Dictionary<Sender, Sequence> known)
    {
        await using var save = new NpgsqlCommand(Remember, connection);
        Hole(save, NpgsqlDbType.Text, known, k => k.Key.Platform);
        Hole(save, NpgsqlDbType.Text, known, k => k.Key.Node);
        Hole(save, NpgsqlDbType.Bigint, known, k => k.Value.Newest);
        Hole(save, NpgsqlDbType.Bigint, known, k => (long)k.Value.Before);
        save.Parameters.Add(new NpgsqlParameter<string> { TypedValue = plan.Day });
        await save.ExecuteNonQueryAsync();
    }

    private static async Task<HashSet<string>> Insert(NpgsqlConnection connection, IReadOnlyList<ToldReceipt> receipts)
    {
        await using var told = new NpgsqlCommand(Told, connection);
        Hole(told, NpgsqlDbType.Bytea, receipts, r => r.Hash);
        Hole(told, NpgsqlDbType.Integer, receipts, r => r.Hour);
        Hole(told, NpgsqlDbType.Boolean, receipts, r => r.Good);
        var inserted = new HashSet<string>();
        await using var rows = await told.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            inserted.Add(Convert.ToHexString(rows.GetFieldValue<byte[]>(0)));
        return inserted;
    }

    private static async Task Add(NpgsqlConnection connection, List<KeyValuePair<MomentKey, long>> sums)
    {
        await using var add = new NpgsqlCommand(Count, connection);
        Hole(add, NpgsqlDbType.Integer, sums, s => s.Key.Hour);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Event);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Revision);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Arm);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Surface);
        Hole(add, NpgsqlDbType.Integer, sums, s => s.Key.Look);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Language);
        Hole(add, NpgsqlDbType.Text, sums, s => s.Key.Outcome);
        Hole(add, NpgsqlDbType.Bigint, sums, s => s.Value);
        await add.ExecuteNonQueryAsync();
    }

    private static void Hole<TItem, T>(NpgsqlCommand command, NpgsqlDbType type, IEnumerable<TItem> items, Func<TItem, T> column) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. items.Select(column)], NpgsqlDbType = NpgsqlDbType.Array | type });
}
