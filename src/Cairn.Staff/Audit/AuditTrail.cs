using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Audit;

/// <summary>The record of what staff did. Each row carries the hash of the one before it, and each day's end is signed with a key that is not in the database.</summary>
/// <remarks>An act is written down before it is done: what is done is always in the record, and what then failed gets a second row.</remarks>
public sealed class AuditTrail
{
    /// <summary>The hash that the first row is chained to.</summary>
    internal const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    // "cairnaud" as a number: nodes that write at once take turns.
    private const long PostgresTurn = 0x636169726e617564;
    private const int LongestSubject = 200;

    private readonly IDbContextFactory<StaffDb> databases;
    private readonly Database database;
    private readonly AuditKey key;
    private readonly TimeProvider time;

    internal AuditTrail(IDbContextFactory<StaffDb> databases, Database database, AuditKey key, TimeProvider time) =>
        (this.databases, this.database, this.key, this.time) = (databases, database, key, time);

    /// <summary>Writes the act down, does it, and writes down when it could not be done.</summary>
    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="subject">On what, by its name or number; never content, never a visitor. At most 200 characters.</param>
    public async Task<T> Doing<T>(Actor actor, string act, string subject, Func<Task<T>> work, CancellationToken cancel = default)
    {
        await Record(actor, act, subject, cancel);
        try
        {
            return await work();
        }
        catch (Exception)
        {
            await Record(actor, act + Acts.Failed, subject, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Writes the act down, does it, and writes down when it was refused or could not be done.</summary>
    /// <param name="work">False when it was refused.</param>
    public async Task<bool> Trying(Actor actor, string act, string subject, Func<Task<bool>> work, CancellationToken cancel = default)
    {
        var done = await Doing(actor, act, subject, work, cancel);
        if (!done)
            await Record(actor, act + Acts.Failed, subject, CancellationToken.None);
        return done;
    }

    /// <summary>Writes down what has just been done, or is about to be.</summary>
    /// <exception cref="StorageException">The database cannot be used: then the act must not go on.</exception>
    public async Task Record(Actor actor, string act, string subject, CancellationToken cancel = default)
    {
        if (!Acts.All.Contains(Word(act)))
            throw new ArgumentException("Not an act of the list.", nameof(act));
        if (subject.Length > LongestSubject || subject.Any(char.IsControl))
            throw new ArgumentException("A subject is one short line.", nameof(subject));

        await Write(db => Append(db, actor.Name, act, subject, cancel), cancel);
    }

    private static string Word(string act) => act.EndsWith(Acts.Failed, StringComparison.Ordinal) ? act[..^Acts.Failed.Length] : act;

    /// <summary>Signs the end of the record with today's date when nobody did anything today. Nothing to do while the record is empty.</summary>
    internal Task SignToday(CancellationToken cancel) => Write(
        async db =>
        {
            var last = await db.Audit.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancel);
            var newest = await NewestDay(db, cancel);
            return last is null || string.CompareOrdinal(newest, Today()) >= 0 ? null : await Sign(db, Today(), last.Number, last.Hash, cancel);
        },
        cancel);

    /// <summary>Forgets, outside the database, the ends that lie after the last row: a backup has been put back on purpose, with the keyring at hand.</summary>
    internal async Task AcceptEnd(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        key.SetAside(await db.Audit.MaxAsync(a => (long?)a.Number, cancel) ?? 0);
    }

    /// <summary>The newest acts, newest first.</summary>
    /// <param name="before">Only acts with a smaller number; null for the newest of all.</param>
    internal async Task<List<AuditEntry>> Newest(int count, long? before, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Audit.AsNoTracking().Where(a => before == null || a.Number < before).OrderByDescending(a => a.Number).Take(count).ToListAsync(cancel);
    }

    /// <summary>The chain as it stands, oldest first, with the signed ends of the days.</summary>
    internal async Task<AuditVerdict> Verify(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var heads = await db.AuditHeads.AsNoTracking().ToListAsync(cancel);
        return await AuditVerdict.Of(db.Audit.AsNoTracking().OrderBy(a => a.Number).AsAsyncEnumerable(), [.. heads.OrderBy(h => h.Day, StringComparer.Ordinal)], key, cancel);
    }

    /// <summary>SHA-256 over the hash before and the row, each part preceded by its length so that no two rows can read alike.</summary>
    internal static string HashOf(string before, long number, long at, string actor, string act, string subject)
    {
        var text = new StringBuilder("cairn audit row 1\n");
        foreach (var part in new[] { before, number.ToString(CultureInfo.InvariantCulture), at.ToString(CultureInfo.InvariantCulture), actor, act, subject })
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private async Task<AuditHead?> Append(StaffDb db, string actor, string act, string subject, CancellationToken cancel)
    {
        var last = await db.Audit.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancel);
        var number = (last?.Number ?? 0) + 1;
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (Acts.OnTheHour.Contains(Word(act)))
            at -= at % (long)TimeSpan.FromHours(1).TotalMilliseconds;
        var hash = HashOf(last?.Hash ?? Start, number, at, actor, act, subject);
        db.Add(new AuditEntry { Number = number, At = at, Actor = actor, Act = act, Subject = subject, Hash = hash });

        // The clock of another node may lag: a day's end never moves back behind a later day's.
        var day = Today();
        var newest = await NewestDay(db, cancel);
        return await Sign(db, string.CompareOrdinal(newest, day) > 0 ? newest! : day, number, hash, cancel);
    }

    private async Task<AuditHead> Sign(StaffDb db, string day, long number, string hash, CancellationToken cancel)
    {
        var signature = key.Sign(AuditHead.Statement(day, number, hash)).Signature;
        if (await db.AuditHeads.SingleOrDefaultAsync(h => h.Day == day, cancel) is { } head)
            (head.Number, head.Hash, head.Signature) = (number, hash, signature);
        else
            db.Add(head = new AuditHead { Day = day, Number = number, Hash = hash, Signature = signature });
        return head;
    }

    /// <summary>One writer at a time, on all nodes.</summary>
    /// <param name="change">Returns the end it signed, or null when there was nothing to do.</param>
    private async Task Write(Func<StaffDb, Task<AuditHead?>> change, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (database is Database.Postgres)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresTurn})", cancel);
            var head = await change(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            // Only what is in the database is remembered: a note of a row that was never written would accuse an honest record.
            if (head is not null)
                key.Remember(head.Day, head.Number, head.Hash);
        }
        catch (Exception e) when (e is not OperationCanceledException and not StorageException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    private string Today() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string?> NewestDay(StaffDb db, CancellationToken cancel) => (await db.AuditHeads.Select(h => h.Day).ToListAsync(cancel)).Max(StringComparer.Ordinal);
}
