using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Revisions, approvals, what is in force, and the history of acts.</summary>
internal sealed class PackStore(IDbContextFactory<SayDb> databases, Database database, PackSigningKey key, TimeProvider time)
{
    /// <summary>PostgreSQL: the channel on which nodes learn that something else is in force. Carries a version number only.</summary>
    public const string Channel = "cairn_say";

    // "cairnsay" as a number: publishing nodes take turns.
    private const long PostgresTurn = 0x636169726e736179;

    /// <summary>What the site shows: of all packs, the one put in force last. Null when nothing is published.</summary>
    public Task<ServedRevision?> InForce(CancellationToken cancel) => Ask(db => InForce(db, cancel), cancel);

    public Task<StoredRevision?> Revision(string revision, CancellationToken cancel) =>
        Ask(db => db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.Revision == revision, cancel), cancel);

    public Task<StoredApproval?> Approval(string revision, CancellationToken cancel) =>
        Ask(db => db.Approvals.AsNoTracking().Where(a => a.Revision == revision).OrderBy(a => a.Kind).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>The acts, newest first.</summary>
    public Task<List<PackAct>> History(CancellationToken cancel) =>
        Ask(db => db.Acts.AsNoTracking().OrderByDescending(a => a.Version).ToListAsync(cancel), cancel);

    /// <summary>Every revision without its files, newest first.</summary>
    public Task<List<RevisionLine>> List(CancellationToken cancel) => Ask(
        async db =>
        {
            var shown = (await InForce(db, cancel))?.Revision;
            var lines = await db.Revisions
                .OrderByDescending(r => r.PublishedAt)
                .Select(r => new { r.Revision, r.PackId, r.PublishedAt, r.PublishedBy, Approved = db.Approvals.Any(a => a.Revision == r.Revision) })
                .ToListAsync(cancel);
            return lines.ConvertAll(r => new RevisionLine(
                r.Revision, r.PackId, r.Revision == shown ? "in force" : r.Approved ? "approved" : "waiting",
                DateTimeOffset.FromUnixTimeMilliseconds(r.PublishedAt), r.PublishedBy));
        },
        cancel);

    /// <summary>The one revision whose name begins so.</summary>
    /// <exception cref="PackRefusedException">None does, or several do.</exception>
    public async Task<string> Named(string prefix, CancellationToken cancel)
    {
        if (prefix.Length is < 6 or > 64 || !prefix.All(char.IsAsciiHexDigit))
            throw new PackRefusedException($"A revision is named by at least 6 of its 64 hexadecimal digits. 'cairn pack list' shows them.");

        var lower = prefix.ToLowerInvariant();
        var found = await Ask(db => db.Revisions.Where(r => r.Revision.StartsWith(lower)).Select(r => r.Revision).Take(2).ToListAsync(cancel), cancel);
        return found switch
        {
            [var one] => one,
            [] => throw new PackRefusedException($"No revision begins with {lower}. 'cairn pack list' shows those there are."),
            _ => throw new PackRefusedException($"Several revisions begin with {lower}. Give more digits."),
        };
    }

    /// <summary>Keeps the files as a revision. As a demonstration it comes into force at once; otherwise it waits for approval.</summary>
    /// <returns>What came of it.</returns>
    public Task<Published> Publish(PackFiles files, string packId, bool asDemonstration, string by, CancellationToken cancel) => InTurn(
        async db =>
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var signer = await db.Revisions.Where(r => r.Revision == files.Revision).Select(r => r.PublicKey).SingleOrDefaultAsync(cancel);
            var fresh = signer is null;
            if (signer is not null && by != PackAct.AtStart && !key.Owns(signer))
                throw new PackRefusedException(
                    $"These files are kept already, signed with a key that is not in the keyring '{key.KeyringDirectory}'. Name the keyring they were published with in CAIRN_KEYRING, or change a file.");
            if (fresh)
            {
                var (signature, publicKey) = key.Sign(files.Manifest);
                db.Add(new StoredRevision
                {
                    Revision = files.Revision,
                    PackId = packId,
                    Manifest = files.Manifest,
                    Archive = files.ToZip(),
                    Signature = signature,
                    PublicKey = publicKey,
                    PublishedAt = now,
                    PublishedBy = by,
                });
            }

            if (!asDemonstration)
            {
                if (fresh)
                    db.Add(new PackAct { Version = await NextVersion(db, cancel), Act = PackAct.Submitted, PackId = packId, Revision = files.Revision, At = now, By = by });
                return fresh ? Published.Waiting : Published.Known;
            }

            if (!await db.Approvals.AnyAsync(a => a.Revision == files.Revision && a.Kind == StoredApproval.AsDemonstration, cancel))
            {
                var (signature, publicKey) = key.Sign(StoredApproval.Statement(files.Revision, StoredApproval.AsDemonstration));
                db.Add(new StoredApproval
                {
                    Revision = files.Revision,
                    Kind = StoredApproval.AsDemonstration,
                    ApprovedAt = now,
                    ApprovedBy = by,
                    Signature = signature,
                    PublicKey = publicKey,
                });
            }

            if ((await InForce(db, cancel))?.Revision == files.Revision)
                return Published.Known;

            await PutInForce(db, PackAct.Published, packId, files.Revision, now, by, cancel);
            return Published.InForce;
        },
        cancel);

    /// <summary>Puts an older approved revision in force again. False when it already is.</summary>
    public Task<bool> Rollback(string revision, string by, CancellationToken cancel) => InTurn(
        async db =>
        {
            var packId = await db.Revisions.Where(r => r.Revision == revision).Select(r => r.PackId).SingleAsync(cancel);
            if (!await db.Approvals.AnyAsync(a => a.Revision == revision, cancel))
                throw new PackRefusedException($"Revision {revision[..12]} still waits for approval, so it cannot come into force.");
            if ((await InForce(db, cancel))?.Revision == revision)
                return false;

            await PutInForce(db, PackAct.RolledBack, packId, revision, time.GetUtcNow().ToUnixTimeMilliseconds(), by, cancel);
            return true;
        },
        cancel);

    private static Task<ServedRevision?> InForce(SayDb db, CancellationToken cancel) =>
        db.Served.AsNoTracking().OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);

    private static async Task<long> NextVersion(SayDb db, CancellationToken cancel) => (await db.Acts.MaxAsync(a => (long?)a.Version, cancel) ?? 0) + 1;

    private async Task PutInForce(SayDb db, string act, string packId, string revision, long now, string by, CancellationToken cancel)
    {
        var version = await NextVersion(db, cancel);
        db.Add(new PackAct { Version = version, Act = act, PackId = packId, Revision = revision, At = now, By = by });
        if (await db.Served.SingleOrDefaultAsync(s => s.PackId == packId, cancel) is { } served)
            (served.Revision, served.Version, served.Since) = (revision, version, now);
        else
            db.Add(new ServedRevision { PackId = packId, Revision = revision, Version = version, Since = now });

        if (database is Database.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {version.ToString(System.Globalization.CultureInfo.InvariantCulture)})", cancel);
    }

    private async Task<T> Ask<T>(Func<SayDb, Task<T>> question, CancellationToken cancel)
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

    /// <summary>All of it or nothing, and one publisher at a time: SQLite begins as the writer, PostgreSQL takes an advisory lock.</summary>
    private Task<T> InTurn<T>(Func<SayDb, Task<T>> act, CancellationToken cancel) => Ask(
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
}

/// <summary>What came of publishing.</summary>
internal enum Published
{
    /// <summary>The site shows it from now on.</summary>
    InForce,

    /// <summary>Kept, and shown only after a second person approves it.</summary>
    Waiting,

    /// <summary>The same files were there already; nothing changed.</summary>
    Known,
}

/// <param name="State"><c>in force</c>, <c>approved</c> or <c>waiting</c>.</param>
internal sealed record RevisionLine(string Revision, string PackId, string State, DateTimeOffset PublishedAt, string PublishedBy);
