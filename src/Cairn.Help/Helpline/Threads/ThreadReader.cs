using System.Collections.Concurrent;
using System.Data.Common;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Adviser;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A conversation as it stands in the database.</summary>
internal sealed record StoredThread(ConversationRow Conversation, IReadOnlyList<WrapRow> Wraps, IReadOnlyList<MessageRow> Messages, IReadOnlyList<NoteRow> Notes);

/// <summary>Finds conversations. One that is not there costs the same as one that is: one look at an index.</summary>
internal sealed class ThreadReader(IDbContextFactory<HelpDb> databases, Database database) : IAsyncDisposable
{
    // Of SQLite's connections, which are this process's own; PostgreSQL's go back to where they are checked.
    private const int MostKept = 8;

    private readonly ConcurrentBag<Statements> idle = [];

    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<StoredThread?> ByLookup(byte[] lookup, CancellationToken cancel) => Find("lookup = @key", lookup, _ => true, cancel);

    /// <param name="boxes">Whether its boxes and notes are wanted too; they are if this is not said.</param>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<StoredThread?> ById(byte[] id, CancellationToken cancel, Func<ConversationRow, bool>? boxes = null) => Find("id = @key", id, boxes ?? (_ => true), cancel);

    /// <summary>Conversations with their boxes and without what was said: for whoever gives them other keys. One that is gone is left out.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task<IReadOnlyList<StoredThread>> Boxes(IReadOnlyList<byte[]> ids, CancellationToken cancel)
    {
        // In one statement, which sees one state: a conversation that is covered anew in between would not open.
        var rows = await Ask(db => (
            from c in db.Conversations.AsNoTracking()
            from w in db.Wraps.Where(w => w.Conversation == c.Id)
            where ids.Contains(c.Id)
            select new { Row = c, Wrap = w }).ToListAsync(cancel), cancel);
        return [.. rows.GroupBy(r => Convert.ToHexStringLower(r.Row.Id)).Select(c => new StoredThread(c.First().Row, [.. c.Select(r => r.Wrap)], [], []))];
    }

    /// <summary>Whether a session was ended by leaving.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<bool> HasEnded(byte[] session, CancellationToken cancel) => Say(said => said.Finds("SELECT 1 FROM help_ended WHERE hash = @hash", cancel, ("hash", session)), cancel);

    /// <summary>Flagged conversations that an earlier week's key covers.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<List<byte[]>> FlaggedBefore(int epoch, CancellationToken cancel) =>
        Ask(db => db.Conversations.AsNoTracking().Where(c => c.State == NewThread.Flagged && c.Epoch < epoch).Select(c => c.Id).ToListAsync(cancel), cancel);

    /// <summary>Conversations, with their desks, whose flag has had its days, and of which no hand-over is open.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task<IReadOnlyList<(byte[] Id, int Desk)>> FlagsLapsedBefore(int day, CancellationToken cancel) =>
        [.. (await Ask(db => (
            from f in db.Flags.AsNoTracking()
            join c in db.Conversations.AsNoTracking() on f.Conversation equals c.Id
            where f.UntilDay < day && !db.Packages.Any(p => p.Conversation == c.Id)
            select new { c.Id, c.Desk }).ToListAsync(cancel), cancel)).Select(f => (f.Id, f.Desk))];

    /// <summary>Asks something about conversations.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<T> Ask<T>(Func<HelpDb, Task<T>> question, CancellationToken cancel) => Told(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await question(db);
    });

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var said))
            await said.DisposeAsync();
    }

    // The reads see one state: a conversation that is covered anew in between would not open.
    private Task<StoredThread?> Find(string which, byte[] key, Func<ConversationRow, bool> boxes, CancellationToken cancel) => Say(async said =>
    {
        await said.BeginToRead(cancel);
        var found = await said.Read($"""
            SELECT id, lookup, seeker_public, opened, desk, generation, epoch, state, waits, label, recovered, code_kept, hour, purge_week FROM help_conversation WHERE {which}
            """, Conversation, cancel, ("key", key));
        if (found is not [var row])
        {
            await said.Commit(cancel);
            return null;
        }

        var messages = await said.Read("SELECT sequence, sender, hour, generation, nonce, sealed FROM help_message WHERE conversation = @id ORDER BY sequence", r => Message(row.Id, r), cancel, ("id", row.Id));
        var (wraps, notes) = boxes(row)
            ? (await said.Read("SELECT kind, generation, desk_generation, box FROM help_wrap WHERE conversation = @id", r => Wrap(row.Id, r), cancel, ("id", row.Id)),
               await said.Read("SELECT sequence, hour, box FROM help_note WHERE conversation = @id ORDER BY sequence", r => Note(row.Id, r), cancel, ("id", row.Id)))
            : ([], []);
        await said.Commit(cancel);
        return new StoredThread(row, wraps, messages, notes);
    }, cancel);

    private Task<T> Say<T>(Func<Statements, Task<T>> question, CancellationToken cancel) => Told(async () =>
    {
        var said = idle.TryTake(out var kept) ? kept : await Statements.Open(databases, cancel);
        var whole = false;
        try
        {
            var answer = await question(said);
            whole = true;
            return answer;
        }
        finally
        {
            if (whole && !said.IsPostgres && idle.Count < MostKept)
                idle.Add(said);
            else
                await said.DisposeAsync();
        }
    });

    private async Task<T> Told<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not StorageException)
        {
            // Its message may quote a parameter.
            throw new StorageException(StorageFault.Explain(fault, database)?.Message ?? $"Conversations cannot be read ({fault.GetType().Name}).");
        }
    }

    private static ConversationRow Conversation(DbDataReader row) => new()
    {
        Id = Bytes(row, 0),
        Lookup = Bytes(row, 1),
        SeekerPublic = Bytes(row, 2),
        Opened = Bytes(row, 3),
        Desk = row.GetInt32(4),
        Generation = row.GetInt32(5),
        Epoch = row.GetInt32(6),
        State = row.GetInt32(7),
        Waits = row.GetInt32(8),
        Label = Bytes(row, 9),
        Recovered = row.GetInt32(10),
        CodeKept = row.GetInt32(11),
        Hour = row.GetInt64(12),
        PurgeWeek = row.GetInt32(13),
    };

    private static MessageRow Message(byte[] conversation, DbDataReader row) => new()
    {
        Conversation = conversation,
        Sequence = row.GetInt32(0),
        Sender = row.GetInt32(1),
        Hour = row.GetInt64(2),
        Generation = row.GetInt32(3),
        Nonce = Bytes(row, 4),
        Sealed = Bytes(row, 5),
    };

    private static WrapRow Wrap(byte[] conversation, DbDataReader row) => new()
    {
        Conversation = conversation,
        Kind = row.GetInt32(0),
        Generation = row.GetInt32(1),
        DeskGeneration = row.GetInt32(2),
        Box = Bytes(row, 3),
    };

    private static NoteRow Note(byte[] conversation, DbDataReader row) => new()
    {
        Conversation = conversation,
        Sequence = row.GetInt32(0),
        Hour = row.GetInt64(1),
        Box = Bytes(row, 2),
    };

    private static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
