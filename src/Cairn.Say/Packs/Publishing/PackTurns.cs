using System.Globalization;
using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Every question to the published packs, and every change of them: one at a time, whole or not at all.</summary>
internal sealed class PackTurns(IDbContextFactory<SayDb> databases, Database database, TimeProvider time)
{
    // "cairnsay" as a number: publishing nodes take turns.
    private const long PostgresTurn = 0x636169726e736179;

    public async Task<T> Ask<T>(Func<SayDb, Task<T>> question, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await question(db);
        }
        catch (Exception e) when (e is not OperationCanceledException and not StorageException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>SQLite begins as the writer, PostgreSQL takes an advisory lock. What is read in a turn still holds when it ends.</summary>
    public Task<T> InTurn<T>(Func<SayDb, Task<T>> act, CancellationToken cancel) => Ask(
        async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (database is Database.Postgres)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresTurn})", cancel);
            var result = await act(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result;
        },
        cancel);

    public static Task<ServedRevision?> InForce(SayDb db, CancellationToken cancel) =>
        db.Served.AsNoTracking().OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);

    /// <summary>Writes one act into the history.</summary>
    /// <returns>The act, with its version.</returns>
    public async Task<PackAct> Note(SayDb db, string act, string packId, string revision, string by, string? reason, CancellationToken cancel)
    {
        var noted = new PackAct
        {
            Version = (await db.Acts.MaxAsync(a => (long?)a.Version, cancel) ?? 0) + 1,
            Act = act,
            PackId = packId,
            Revision = revision,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            By = by,
            Reason = reason,
        };
        db.Add(noted);
        return noted;
    }

    /// <summary>Writes the act, and from now on the site shows the revision.</summary>
    public async Task<PackAct> PutInForce(SayDb db, string act, string packId, string revision, string by, CancellationToken cancel)
    {
        var noted = await Note(db, act, packId, revision, by, null, cancel);
        if (await db.Served.SingleOrDefaultAsync(s => s.PackId == packId, cancel) is { } served)
            (served.Revision, served.Version, served.Since) = (revision, noted.Version, noted.At);
        else
            db.Add(new ServedRevision { PackId = packId, Revision = revision, Version = noted.Version, Since = noted.At });

        if (database is Database.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PackStore.Channel}, {noted.Version.ToString(CultureInfo.InvariantCulture)})", cancel);
        return noted;
    }
}
