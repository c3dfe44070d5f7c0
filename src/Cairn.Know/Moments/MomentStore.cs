using Cairn.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Know.Moments;

/// <summary>Writes reports and outcomes in one transaction: which of them are new, and their counts. All of it or nothing, so that each counts once over kills and nodes.</summary>
/// <remarks>Each outcome goes through the same statements whether its receipt is good, was told before or is refused; nobody learns by the clock which it was.</remarks>
internal sealed class MomentStore(IDbContextFactory<KnowDb> databases, TimeProvider time)
{
    private long outcomeStatements;

    /// <summary>Statements sent so far in transactions with outcomes, for the test of the remark above.</summary>
    internal long OutcomeStatements => Interlocked.Read(ref outcomeStatements);

    /// <returns>What became of each, in their order.</returns>
    public async Task<Written> Write(IReadOnlyList<ReportedCounts> reports, IReadOnlyList<ToldOutcome> outcomes)
    {
        var plan = new WritePlan(reports, outcomes, DayOf(time.GetUtcNow()));
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var sent = db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => SqliteMoments.Write(sqlite, plan),
            NpgsqlConnection postgres => await PostgresMoments.Write(postgres, plan),
            _ => throw new InvalidOperationException("Unknown engine."),
        };
        if (plan.HasOutcomes)
            Interlocked.Add(ref outcomeStatements, sent);
        return plan.Written;
    }

    /// <summary>Forgets receipts that are good for nothing any more, and senders that went silent.</summary>
    public async Task Clear(DateTimeOffset now)
    {
        var hour = MomentHours.Of(now) - ReceiptRow.HoursKept;
        var day = DayOf(now.AddDays(-ReporterRow.DaysKept));
        await using var db = await databases.CreateDbContextAsync();
        await db.Receipts.Where(r => r.Hour < hour).ExecuteDeleteAsync();
        await db.Reporters.Where(r => string.Compare(r.Day, day) < 0).ExecuteDeleteAsync();
    }

    private static string DayOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Reports">In the order in which they were given.</param>
/// <param name="Outcomes">True for those that counted.</param>
internal sealed record Written(Taken[] Reports, bool[] Outcomes);
