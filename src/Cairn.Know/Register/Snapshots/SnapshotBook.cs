using System.Globalization;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Know.Disclosure;
using Cairn.Know.Register.Tables;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Know.Register.Snapshots;

/// <summary>What was read of a file.</summary>
/// <param name="Id">Of the snapshot that is kept; null when the file was refused.</param>
/// <param name="Refusals">Why it was refused: no word of the file's content.</param>
internal sealed record SnapshotAnswer(string? Id, KeptTable? Table, IReadOnlyList<string> Refusals);

/// <summary>Reads tables in, protects them, and lets a second person publish them. The rules are asked inside the turn, so of two decisions at once one wins.</summary>
/// <remarks>Every method throws a <see cref="SnapshotRefusedException"/> when it changed nothing, and a <see cref="StorageException"/> when the database cannot be used.</remarks>
internal sealed class SnapshotBook(IDbContextFactory<KnowDb> databases, Database database, AuditTrail audit, SnapshotBell bell, TimeProvider time)
{
    // "cairnreg" as a number: of two decisions at once, on whichever nodes, one waits.
    private const long PostgresTurn = 0x636169726e726567;
    private const int IdBytes = 6, LongestReason = 1000;
    private const string NoSuch = "There is no such table.";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Reads a file in. Of one that is refused nothing is kept, not even that it was there.</summary>
    public async Task<SnapshotAnswer> Read(ReadOnlyMemory<byte> file, string? mapping, SnapshotFacts facts, Actor by, CancellationToken cancel)
    {
        if (SnapshotRules.AgainstFacts(facts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is { } wrong)
            return new(null, null, [wrong]);
        var reading = TableImport.Read(file, mapping);
        if (reading is TableReading.Refused refused)
            return new(null, null, [.. refused.Problems.Select(p => p.ToString())]);

        var read = (TableReading.Read)reading;
        if (facts.ByGroup && read.Table.Axis(AxisKind.OffenceGroup) is null)
            return new(null, null, ["The table has no axis of offences that could be put into groups."]);
        var table = SnapshotReading.Of(read.Table, read.Preview, facts, read.MadeOf);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        await audit.Doing(by, Acts.TableRead, $"{id}, {facts.Series} of {facts.AsOf}", () => Turn(db =>
        {
            db.Add(new SnapshotRow
            {
                Id = id,
                Series = facts.Series,
                AsOf = facts.AsOf,
                Title = facts.Title,
                Source = facts.Source,
                Demonstration = facts.Demonstration ? 1 : 0,
                State = SnapshotState.Read,
                ReadAt = Now,
                ReadBy = by.Name,
                Threshold = DisclosureRules.DefaultThreshold,
                Way = ProtectionWay.Blanks,
                Printed = table.Write(),
            });
            return Task.FromResult(true);
        }, cancel), cancel);
        return new(id, table, []);
    }

    /// <summary>Protects it, or protects it anew under other rules. Whoever put their name to it before has to do so again.</summary>
    /// <param name="smallChanges">Whether a small change from one table of the series to the next may be seen.</param>
    public async Task Protect(string id, string way, int threshold, bool smallChanges, Actor by, CancellationToken cancel)
    {
        if (threshold is < 2 or > 1000 || !ProtectionWay.Knows(way))
            throw new SnapshotRefusedException("A table has blanks or is rounded, and the number is from 2 to 1,000.");
        var found = await Find(id, cancel) ?? throw new SnapshotRefusedException(NoSuch);
        SnapshotRules.RefuseDecided(found);
        var read = KeptTable.Read(found.Printed);
        if (read.Hindrance is { } hindrance)
            throw new SnapshotRefusedException(hindrance);
        // It takes seconds, for which nobody who counts a visit should wait: what was read in never changes, so it is worked on outside the turn.
        var made = await Task.Run(() => Protected(read, way, threshold, smallChanges), cancel);
        await Change(id, by, Acts.TableProtected, (_, row) =>
        {
            SnapshotRules.RefuseDecided(row);
            (row.Threshold, row.Way, row.Shown, row.Revision) = (threshold, way, made.Shown.Write(), ReleasedTables.Of(made.Shown).Revision);
            (row.State, row.SubmittedBy) = (SnapshotState.Read, null);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Puts a name to what would be published.</summary>
    public Task Submit(string id, SignedIn who, CancellationToken cancel) => Change(id, who, Acts.TableSubmitted, (_, row) =>
    {
        SnapshotRules.RefuseDecided(row);
        if (row.Shown.Length == 0)
            throw new SnapshotRefusedException("It is not protected yet. Nothing was changed.");
        (row.State, row.SubmittedBy) = (SnapshotState.Submitted, who.Name);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Publishes what somebody else put their name to. What was read in stays until the next of its series is published, which is attacked beside it.</summary>
    /// <param name="revision">What the approver looked at.</param>
    /// <param name="smallChanges">The approver knows that small changes may be seen; asked for where they may.</param>
    public Task Publish(string id, string revision, bool smallChanges, SignedIn who, CancellationToken cancel) => Publish(id, row =>
    {
        SnapshotRules.RefusePublishing(row, revision, who.Name);
        if (!smallChanges && KeptTable.Read(row.Shown).SmallChanges)
            throw new SnapshotRefusedException("Small changes may be seen in it. Say on the form that you know that, or send it back.");
    }, who, cancel);

    /// <summary>Publishes a table of invented counts. No second person has to look: there is nobody in it to protect, and it says so wherever it stands.</summary>
    public Task PublishInvented(string id, Actor by, CancellationToken cancel) => Publish(id, SnapshotRules.RefuseUnlessInvented, by, cancel);

    private async Task Publish(string id, Action<SnapshotRow> refuse, Actor by, CancellationToken cancel)
    {
        var found = await Find(id, cancel) ?? throw new SnapshotRefusedException(NoSuch);
        refuse(found);
        var near = await Near(found, cancel);
        var before = near.Where(o => o.State == SnapshotState.Published).ToList();
        // What is attacked is what is published, as it lies in the database. It takes seconds, outside the turn.
        await Task.Run(() => Attack(found, before, near), cancel);
        await Change(id, by, Acts.TablePublished, async (db, row) =>
        {
            refuse(row);
            var others = await Beside(db, row).Where(s => s.State == SnapshotState.Published).ToListAsync(cancel);
            if (!others.Select(o => o.Id).ToHashSet().SetEquals(before.Select(o => o.Id)))
                throw new SnapshotRefusedException("Another table that this one has to be attacked beside was published meanwhile. Nothing was changed. Try again.");
            // The newest day of a series alone keeps its counts, for the next to be attacked beside it.
            foreach (var other in others.Where(o => o.Series == row.Series))
                other.Printed = [];
            (row.State, row.DecidedAt, row.DecidedBy) = (SnapshotState.Published, Now, by.Name);
            await bell.Tell(db, cancel);
        }, cancel);
        await bell.Ring(cancel);
    }

    /// <summary>Sends it back. What was read in is gone, and so is what would have been published.</summary>
    public Task SendBack(string id, string reason, SignedIn who, CancellationToken cancel) => Change(id, who, Acts.TableSentBack, (_, row) =>
    {
        SnapshotRules.RefuseDecided(row);
        if (reason.Trim().Length is 0 or > LongestReason)
            throw new SnapshotRefusedException($"Say why, in at most {LongestReason} letters.");
        (row.State, row.DecidedAt, row.DecidedBy, row.Reason, row.Printed, row.Shown) = (SnapshotState.SentBack, Now, who.Name, reason.Trim(), [], []);
        return Task.CompletedTask;
    }, cancel);

    public Task<SnapshotRow?> Find(string id, CancellationToken cancel) => Ask(db => db.Snapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel), cancel);

    /// <summary>Every snapshot without its counts, what waits first, then the newest.</summary>
    public Task<List<SnapshotLine>> All(CancellationToken cancel) => Ask(
        async db => (await db.Snapshots.AsNoTracking().Select(s => new SnapshotLine(s.Id, s.Series, s.Title, s.AsOf, s.State, s.ReadBy, s.ReadAt, s.DecidedBy, s.DecidedAt, s.Revision)).ToListAsync(cancel))
            .OrderBy(s => s.DecidedAt > 0).ThenByDescending(s => s.ReadAt).ThenBy(s => s.Id, StringComparer.Ordinal).ToList(), cancel);

    private static Protected Protected(KeptTable read, string way, int threshold, bool smallChanges)
    {
        try
        {
            return Protection.Of(read, way, threshold, smallChanges);
        }
        catch (InvalidOperationException)
        {
            // A fault of the program. What it says names a small count, which belongs into no log.
            throw new SnapshotRefusedException("The attack on the result came closer to a count than the rules allow, so it was not kept. Try another threshold, or rounding.");
        }
    }

    /// <summary>What it is attacked beside: every table of its series, and of the others those of about the same day.</summary>
    public Task<List<SnapshotRow>> Near(SnapshotRow row, CancellationToken cancel) => Ask(db => Beside(db, row).AsNoTracking().ToListAsync(cancel), cancel);

    private static IQueryable<SnapshotRow> Beside(KnowDb db, SnapshotRow row)
    {
        var day = DateOnly.Parse(row.AsOf, CultureInfo.InvariantCulture);
        var (from, to) = (Written(day.AddDays(-BesideOthers.MostDaysApart)), Written(day.AddDays(BesideOthers.MostDaysApart)));
        return db.Snapshots.Where(s => s.Id != row.Id && s.State != SnapshotState.SentBack && (s.Series == row.Series || (s.AsOf.CompareTo(from) >= 0 && s.AsOf.CompareTo(to) <= 0)));

        static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static void Attack(SnapshotRow row, List<SnapshotRow> published, List<SnapshotRow> near)
    {
        var others = published.Where(o => o.Series == row.Series).ToList();
        if (others.Exists(o => string.CompareOrdinal(o.AsOf, row.AsOf) > 0))
            throw new SnapshotRefusedException("A table of a later day is published in this series, and the counts that this one would have to be attacked beside are gone. Publish it as a series of its own.");
        var (read, shown) = (KeptTable.Read(row.Printed), KeptTable.Read(row.Shown));
        if (!Protection.StillHolds(read, shown, row.Way, row.Threshold))
            throw new SnapshotRefusedException("The attack on it found a cell closer than the rules allow. It has to be protected again.");
        foreach (var other in others.Where(o => o.Printed.Length > 0))
        {
            if (Protection.GivenAway(read, shown, row.Threshold, KeptTable.Read(other.Printed), KeptTable.Read(other.Shown)) is { Count: > 0 } given)
                throw new SnapshotRefusedException($"Beside the table of {other.AsOf} it would give away more than the rules allow. Nothing was changed. {First(given)}");
        }

        if (BesideOthers.GivenAway(new(read, shown), row.Threshold, BesideTable.Of(near, row)) is { Count: > 0 } overlapping)
            throw new SnapshotRefusedException($"Beside tables of other series over the same areas it would give away more than the rules allow. Nothing was changed. {First(overlapping)}");

        static string First(IReadOnlyList<string> given) => string.Join(' ', given.Take(5)) + (given.Count > 5 ? $" And {given.Count - 5} more." : "");
    }

    private Task Change(string id, Actor by, string act, Func<KnowDb, SnapshotRow, Task> change, CancellationToken cancel) => audit.Doing(by, act, id, () => Turn(async db =>
    {
        var row = await db.Snapshots.SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw new SnapshotRefusedException(NoSuch);
        await change(db, row);
        return true;
    }, cancel), cancel);

    private Task<bool> Turn(Func<KnowDb, Task<bool>> act, CancellationToken cancel) => Ask(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (database is Database.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresTurn})", cancel);
        var done = await act(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }, cancel);

    private async Task<T> Ask<T>(Func<KnowDb, Task<T>> question, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await question(db);
        }
        catch (Exception e) when (e is not OperationCanceledException and not StorageException and not SnapshotRefusedException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }
}

/// <summary>A snapshot in a list.</summary>
internal sealed record SnapshotLine(string Id, string Series, string Title, string AsOf, string State, string ReadBy, long ReadAt, string? DecidedBy, long DecidedAt, string Revision);
