using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>What the desk said, in the database. Rows are only ever added, numbered from 1 without a gap, and signed with a key that is not in the database.</summary>
internal sealed class NoteStore(IDbContextFactory<HelpDb> databases, Database database, NoteKey key, TimeProvider time)
{
    /// <summary>PostgreSQL: the channel on which nodes learn of a new note. Carries its number only.</summary>
    public const string Channel = "cairn_help";

    // "cairnhel" as a number: nodes that add notes at once take turns, so that numbers become visible in their order.
    private const long PostgresTurn = 0x636169726e68656c;

    private readonly Lock turn = new();

    // What this process has seen: notes cut off at the end are missed at least until it is started again.
    private long seen;

    /// <summary>Every note, or null when the newest is the one named.</summary>
    /// <exception cref="NotesRefusedException">One of them is not the desk's, or one is missing.</exception>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<FieldNotes?> UnlessStillAt(long last, CancellationToken cancel) => Ask(
        async db => (await db.Notes.MaxAsync(n => (long?)n.Number, cancel) ?? 0) == last ? null : new FieldNotes(await Believed(db, cancel)),
        cancel);

    /// <exception cref="NotesRefusedException">The notes before are not all the desk's: another could not be shown.</exception>
    /// <exception cref="StorageException">The database cannot be written; nothing was kept.</exception>
    public Task<long> Add(NewNote note, SignedIn who, CancellationToken cancel) => Ask(
        async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (database is Database.Postgres)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresTurn})", cancel);
            var number = (await Believed(db, cancel)).Count + 1L;
            var row = note.Row(number, who, time.GetUtcNow().ToUnixTimeMilliseconds());
            row.SignWith(key);
            db.Add(row);
            await db.SaveChangesAsync(cancel);
            if (database is Database.Postgres)
                await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {number.ToString(CultureInfo.InvariantCulture)})", cancel);
            await transaction.CommitAsync(cancel);
            Saw(number);
            return number;
        },
        cancel);

    private async Task<List<FieldNote>> Believed(HelpDb db, CancellationToken cancel)
    {
        // Asked before the rows are: what somebody adds in between is no reason to miss a note.
        var expected = Volatile.Read(ref seen);
        var notes = await db.Notes.AsNoTracking().OrderBy(n => n.Number).ToListAsync(cancel);
        for (var i = 0; i < notes.Count; i++)
        {
            if (!notes[i].IsSignedWith(key))
                throw NotesRefusedException.NotOurs(notes[i].Number);
            if (notes[i].Number != i + 1)
                throw NotesRefusedException.Missing(i + 1);
        }

        if (notes.Count < expected)
            throw NotesRefusedException.Missing(notes.Count + 1);
        Saw(notes.Count);
        return notes;
    }

    private void Saw(long number)
    {
        lock (turn)
            seen = Math.Max(seen, number);
    }

    private async Task<T> Ask<T>(Func<HelpDb, Task<T>> question, CancellationToken cancel)
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
}

/// <summary>What a member of staff wants to say, before it has a number.</summary>
/// <param name="Act">One of the words of <see cref="FieldNote"/>.</param>
/// <param name="Day">In the United Kingdom.</param>
internal sealed record NewNote(string Service, string Field, string Act, string Value, LocalDate Day, LocalDate? Expiry = null, string? How = null, Uri? Source = null)
{
    public FieldNote Row(long number, SignedIn who, long at) => new()
    {
        Number = number,
        Service = Service,
        Field = Field,
        Act = Act,
        Value = Value,
        Source = Source?.AbsoluteUri,
        How = How,
        CheckedOn = Iso(Day),
        By = who.Name,
        Called = who.Called,
        ExpiresOn = Expiry is { } day ? Iso(day) : null,
        At = at,
    };

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
