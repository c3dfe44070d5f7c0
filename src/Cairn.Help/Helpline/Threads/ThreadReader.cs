using System.Data;
using System.Data.Common;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Adviser;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A conversation as it stands in the database.</summary>
internal sealed record StoredThread(ConversationRow Conversation, IReadOnlyList<WrapRow> Wraps, IReadOnlyList<MessageRow> Messages, IReadOnlyList<NoteRow> Notes);

/// <summary>Finds conversations. One that is not there costs the same as one that is: one look at an index.</summary>
internal sealed class ThreadReader(IDbContextFactory<HelpDb> databases, Database database)
{
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<StoredThread?> ByLookup(byte[] lookup, CancellationToken cancel) => Find(db => db.Conversations.Where(c => c.Lookup == lookup), cancel);

    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<StoredThread?> ById(byte[] id, CancellationToken cancel) => Find(db => db.Conversations.Where(c => c.Id == id), cancel);

    /// <summary>Whether a session was ended by leaving.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<bool> HasEnded(byte[] session, CancellationToken cancel) => Ask(db => db.Ended.AsNoTracking().AnyAsync(e => e.Hash == session, cancel), cancel);

    /// <summary>Flagged conversations that an earlier week's key covers.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<List<byte[]>> FlaggedBefore(int epoch, CancellationToken cancel) =>
        Ask(db => db.Conversations.AsNoTracking().Where(c => c.State == NewThread.Flagged && c.Epoch < epoch).Select(c => c.Id).ToListAsync(cancel), cancel);

    // The reads see one state: a conversation that is covered anew in between would not open.
    private Task<StoredThread?> Find(Func<HelpDb, IQueryable<ConversationRow>> which, CancellationToken cancel) => Ask(async db =>
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using DbTransaction snapshot = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(snapshot, cancel);
        if (await which(db).AsNoTracking().SingleOrDefaultAsync(cancel) is not { } row)
            return null;
        var wraps = await db.Wraps.AsNoTracking().Where(w => w.Conversation == row.Id).ToListAsync(cancel);
        var messages = await db.Messages.AsNoTracking().Where(m => m.Conversation == row.Id).OrderBy(m => m.Sequence).ToListAsync(cancel);
        var notes = await db.HandOvers.AsNoTracking().Where(n => n.Conversation == row.Id).OrderBy(n => n.Sequence).ToListAsync(cancel);
        return new StoredThread(row, wraps, messages, notes);
    }, cancel);

    /// <summary>Asks something about conversations.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task<T> Ask<T>(Func<HelpDb, Task<T>> question, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return await question(db);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not StorageException)
        {
            // Its message may quote a parameter.
            throw new StorageException(StorageFault.Explain(fault, database)?.Message ?? $"Conversations cannot be read ({fault.GetType().Name}).");
        }
    }
}
