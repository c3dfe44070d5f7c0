using Microsoft.Data.Sqlite;

namespace Cairn.Know.Moments;

/// <summary>The transaction on SQLite.</summary>
internal static class SqliteMoments
{
    private const string Known = "SELECT newest, before FROM know_reporters WHERE platform = $platform AND node = $node";

    private const string Remember =
        """
        INSERT INTO know_reporters (platform, node, newest, before, day) VALUES ($platform, $node, $newest, $before, $day)
        ON CONFLICT (platform, node) DO UPDATE SET newest = excluded.newest, before = excluded.before, day = excluded.day
        """;

    private const string Told = "INSERT INTO know_receipts (hash, hour) SELECT $hash, $hour WHERE $good ON CONFLICT (hash) DO NOTHING";

    private const string Count =
        """
        INSERT INTO know_moments (hour, event, revision, arm, surface, look, language, outcome, count)
        SELECT $hour, $event, $revision, $arm, $surface, $look, $language, $outcome, $count WHERE $count > 0
        ON CONFLICT (hour, event, revision, arm, surface, look, language, outcome) DO UPDATE SET count = count + excluded.count
        """;

    /// <returns>How many statements were sent.</returns>
    public static long Write(SqliteConnection connection, WritePlan plan)
    {
        using var transaction = connection.BeginTransaction();
        var sent = 0L;
        var known = new Dictionary<Sender, Sequence>();
        using (var ask = Statement(connection, transaction, Known, "$platform", "$node"))
        {
            foreach (var sender in plan.Senders)
            {
                (ask.Parameters[0].Value, ask.Parameters[1].Value) = (sender.Platform, sender.Node);
                using var row = ask.ExecuteReader();
                known[sender] = row.Read() ? new(row.GetInt64(0), (ulong)row.GetInt64(1)) : default;
                sent++;
            }
        }

        plan.TakeReports(known);
        using (var remember = Statement(connection, transaction, Remember, "$platform", "$node", "$newest", "$before", "$day"))
        {
            foreach (var (sender, sequence) in known)
                sent += Run(remember, sender.Platform, sender.Node, sequence.Newest, (long)sequence.Before, plan.Day).Sent;
        }

        var inserted = new HashSet<string>();
        using (var told = Statement(connection, transaction, Told, "$hash", "$hour", "$good"))
        {
            foreach (var receipt in plan.Receipts)
            {
                var ran = Run(told, receipt.Hash, receipt.Hour, receipt.Good);
                sent += ran.Sent;
                if (ran.Changed > 0)
                    inserted.Add(Convert.ToHexString(receipt.Hash));
            }
        }

        plan.TakeOutcomes(inserted);
        using (var count = Statement(connection, transaction, Count, "$hour", "$event", "$revision", "$arm", "$surface", "$look", "$language", "$outcome", "$count"))
        {
            foreach (var (key, times) in plan.Sums())
                sent += Run(count, key.Hour, key.Event, key.Revision, key.Arm, key.Surface, key.Look, key.Language, key.Outcome, times).Sent;
        }

        transaction.Commit();
        return sent;
    }

    private static SqliteCommand Statement(SqliteConnection connection, SqliteTransaction transaction, string text, params string[] holes)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var hole in holes)
            command.Parameters.Add(new SqliteParameter { ParameterName = hole });
        return command;
    }

    private static (long Sent, int Changed) Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return (1, command.ExecuteNonQuery());
    }
}
