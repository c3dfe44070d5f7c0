using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Sealing;

namespace Cairn.Help.Helpline.Threads;

/// <summary>The statements that keep sealed messages; one text an engine where they differ. Every hole is a parameter.</summary>
internal static class ThreadWrites
{
    // What goes with a conversation.
    private static readonly string[] Parts = ["help_message", "help_wrap", "help_note", "help_lease", "help_flag", "help_package"];

    /// <summary>Adds a conversation with its boxes and first messages; nothing at all when its code has one already.</summary>
    public static async Task<Begun> Begin(Statements turn, NewThread thread, CancellationToken cancel)
    {
        var row = thread.Conversation;
        // The form itself is remembered: whatever words it brings, it begins one conversation, also when that was deleted since.
        if (await Submission(turn, thread.Form, row.Hour, cancel) == 0)
            return Begun.Already;
        if (await Run(turn, """
            INSERT INTO help_conversation (id, lookup, seeker_public, opened, desk, generation, epoch, state, code_kept, hour, purge_week, waits, label, recovered)
            VALUES (@id, @lookup, @public, @opened, @desk, @generation, @epoch, @state, 0, @hour, @purge, 1, @label, 0) ON CONFLICT DO NOTHING
            """, cancel, ("id", row.Id), ("lookup", row.Lookup), ("public", row.SeekerPublic), ("opened", row.Opened), ("desk", row.Desk), ("generation", row.Generation),
                ("epoch", row.Epoch), ("state", row.State), ("hour", row.Hour), ("purge", row.PurgeWeek), ("label", row.Label)) == 0)
            return Begun.Already;

        foreach (var wrap in thread.Wraps)
            await Wrap(turn, wrap, cancel);
        foreach (var message in thread.Messages)
            await Message(turn, message, "", cancel);
        await Submission(turn, thread.Submission, row.Hour, cancel);
        await DeskBell.Tell(turn, cancel);
        return Begun.Now;
    }

    /// <summary>Adds a message under the next number, once. The person's makes the conversation wait for an adviser, an adviser's ends that.</summary>
    public static async Task<Appended> Append(Statements turn, MessageRow message, byte[] submission, Recover? recover, CancellationToken cancel)
    {
        // Nobody adds to a conversation that was deleted meanwhile, or under a key that another has replaced.
        if (!await Waits(turn, message, cancel))
            return await Lives(turn, message.Conversation, cancel) ? Appended.Behind : Appended.Gone;
        if (await Exists(turn, submission, cancel))
            return Appended.Already;
        if (!await Message(turn, message, "ON CONFLICT DO NOTHING", cancel))
            return await Exists(turn, submission, cancel) ? Appended.Already : Appended.Behind;
        await Submission(turn, submission, message.Hour, cancel);
        if (recover is not null)
            await Renew(turn, message.Conversation, recover, cancel);
        await DeskBell.Tell(turn, cancel);
        return Appended.Now;
    }

    /// <summary>Keeps how often a conversation was opened with its code, which has been kept then.</summary>
    public static Task<int> Opened(Statements turn, byte[] conversation, byte[] opened, CancellationToken cancel) =>
        Run(turn, "UPDATE help_conversation SET opened = @opened, code_kept = 1 WHERE id = @id", cancel, ("opened", opened), ("id", conversation));

    /// <summary>Keeps that the person has the code.</summary>
    public static Task<int> CodeKept(Statements turn, byte[] conversation, CancellationToken cancel) =>
        Run(turn, "UPDATE help_conversation SET code_kept = 1 WHERE id = @id", cancel, ("id", conversation));

    /// <summary>Deletes a conversation; of one that is flagged the person's key alone, and what a code would find.</summary>
    public static async Task Delete(Statements turn, byte[] conversation, byte[] random, CancellationToken cancel)
    {
        await Lock(turn, "id = @id", cancel, ("id", conversation));
        if (await Run(turn, "UPDATE help_conversation SET lookup = @random WHERE id = @id AND state = @flagged", cancel, ("random", random), ("id", conversation), ("flagged", NewThread.Flagged)) > 0)
        {
            await Run(turn, "DELETE FROM help_wrap WHERE conversation = @id AND kind = 1", cancel, ("id", conversation));
            return;
        }

        foreach (var table in Parts)
            await Run(turn, $"DELETE FROM {table} WHERE conversation = @id", cancel, ("id", conversation));
        await Run(turn, "DELETE FROM help_conversation WHERE id = @id", cancel, ("id", conversation));
        await DeskBell.Tell(turn, cancel);
    }

    public static Task<int> End(Statements turn, byte[] session, long hour, CancellationToken cancel) =>
        Run(turn, "INSERT INTO help_ended (hash, hour) VALUES (@hash, @hour) ON CONFLICT DO NOTHING", cancel, ("hash", session), ("hour", hour));

    /// <summary>Deletes what has had its time.</summary>
    /// <param name="hour">The hour now; submissions live a day longer than a conversation, ended sessions as long as a session could.</param>
    public static async Task<int> Purge(Statements turn, long hour, CancellationToken cancel)
    {
        await Run(turn, "DELETE FROM help_submission WHERE hour < @before", cancel, ("before", hour - Conversations.RetentionHours - 24));
        await Run(turn, "DELETE FROM help_ended WHERE hour < @before", cancel, ("before", hour - 3));
        return await DeleteThose(
            turn, $"state = {NewThread.Open} AND NOT EXISTS (SELECT 1 FROM help_message m WHERE m.conversation = help_conversation.id AND m.hour >= @limit)", hour - Conversations.RetentionHours, cancel);
    }

    /// <summary>Deletes every rehearsal there was.</summary>
    public static async Task<int> ForgetRehearsals(Statements turn, CancellationToken cancel)
    {
        foreach (var table in new[] { "help_desk", "help_desk_key", "help_desk_box", "help_recovery", "help_outcome" })
            await Run(turn, $"DELETE FROM {table} WHERE desk <= @limit", cancel, ("limit", 0));
        return await DeleteThose(turn, "desk <= @limit", 0, cancel);
    }

    /// <summary>Keeps a box of a conversation's key.</summary>
    public static Task<int> Wrap(Statements turn, WrapRow wrap, CancellationToken cancel) =>
        Run(turn, "INSERT INTO help_wrap (conversation, kind, generation, desk_generation, box) VALUES (@conversation, @kind, @generation, @desk, @box) ON CONFLICT DO NOTHING", cancel,
            ("conversation", wrap.Conversation), ("kind", wrap.Kind), ("generation", wrap.Generation), ("desk", wrap.DeskGeneration), ("box", wrap.Box));

    private static async Task<int> DeleteThose(Statements turn, string which, long limit, CancellationToken cancel)
    {
        // Asked once: what falls under it a moment later keeps all of its parts until the next time.
        var ids = await turn.Read($"SELECT id FROM help_conversation WHERE {which}{(turn.IsPostgres ? " FOR UPDATE" : "")}", row => row.GetFieldValue<byte[]>(0), cancel, ("limit", limit));
        foreach (var id in ids)
        {
            foreach (var table in Parts)
                await Run(turn, $"DELETE FROM {table} WHERE conversation = @id", cancel, ("id", id));
            await Run(turn, "DELETE FROM help_conversation WHERE id = @id", cancel, ("id", id));
        }

        return ids.Count;
    }

    // On PostgreSQL another node may be adding to it: whoever comes second sees what the first has done. On SQLite a transaction has the whole file.
    private static async Task Lock(Statements turn, string which, CancellationToken cancel, (string Name, object Value) hole)
    {
        if (turn.IsPostgres)
            await Run(turn, $"SELECT 1 FROM help_conversation WHERE {which} FOR UPDATE", cancel, hole);
    }

    private static async Task<bool> Message(Statements turn, MessageRow message, string otherwise, CancellationToken cancel) => await Run(turn, $"""
        INSERT INTO help_message (conversation, sequence, sender, hour, generation, nonce, sealed)
        VALUES (@conversation, @sequence, @sender, @hour, @generation, @nonce, @sealed) {otherwise}
        """, cancel, ("conversation", message.Conversation), ("sequence", message.Sequence), ("sender", message.Sender), ("hour", message.Hour), ("generation", message.Generation),
            ("nonce", message.Nonce), ("sealed", message.Sealed)) > 0;

    internal static Task<int> Submission(Statements turn, byte[] hash, long hour, CancellationToken cancel) =>
        Run(turn, "INSERT INTO help_submission (hash, hour) VALUES (@hash, @hour) ON CONFLICT DO NOTHING", cancel, ("hash", hash), ("hour", hour));

    // On SQLite a transaction has the whole file, and a page that says what it said is not written again; on PostgreSQL the row is held against whoever would delete it meanwhile.
    private static async Task<bool> Waits(Statements turn, MessageRow message, CancellationToken cancel)
    {
        var waits = message.Sender == (int)Sender.Seeker ? 1 : 0;
        var unless = turn.IsPostgres ? "" : " AND waits <> @waits";
        return await Run(turn, $"UPDATE help_conversation SET waits = @waits WHERE id = @id AND generation = @generation{unless}", cancel,
                ("waits", waits), ("id", message.Conversation), ("generation", message.Generation)) > 0
            || !turn.IsPostgres && await turn.Finds("SELECT 1 FROM help_conversation WHERE id = @id AND generation = @generation", cancel, ("id", message.Conversation), ("generation", message.Generation));
    }

    private static Task<bool> Lives(Statements turn, byte[] conversation, CancellationToken cancel) => turn.Finds("SELECT 1 FROM help_conversation WHERE id = @id", cancel, ("id", conversation));

    internal static Task<bool> Exists(Statements turn, byte[] submission, CancellationToken cancel) => turn.Finds("SELECT 1 FROM help_submission WHERE hash = @hash", cancel, ("hash", submission));

    internal static async Task Renew(Statements turn, byte[] conversation, Recover recover, CancellationToken cancel)
    {
        await Run(turn, "UPDATE help_conversation SET epoch = @epoch, purge_week = @purge, seeker_public = @public WHERE id = @id", cancel,
            ("epoch", recover.Epoch), ("purge", recover.PurgeWeek), ("public", recover.SeekerPublic), ("id", conversation));
        foreach (var wrap in recover.Wraps)
            await Run(turn, "UPDATE help_wrap SET box = @box WHERE conversation = @conversation AND kind = @kind AND generation = @generation", cancel,
                ("box", wrap.Box), ("conversation", wrap.Conversation), ("kind", wrap.Kind), ("generation", wrap.Generation));
        foreach (var note in recover.Notes)
            await Run(turn, "UPDATE help_note SET box = @box WHERE conversation = @conversation AND sequence = @sequence", cancel, ("box", note.Box), ("conversation", note.Conversation), ("sequence", note.Sequence));
    }

    internal static Task<int> Run(Statements turn, string text, CancellationToken cancel, params ReadOnlySpan<(string Name, object Value)> holes) => turn.Run(text, cancel, holes);
}

/// <summary>How a beginning ended.</summary>
internal enum Begun
{
    /// <summary>It is kept.</summary>
    Now,

    /// <summary>The same form began one before.</summary>
    Already,
}

/// <summary>How an append ended.</summary>
internal enum Appended
{
    /// <summary>It is kept.</summary>
    Now,

    /// <summary>It was kept before.</summary>
    Already,

    /// <summary>Somebody else wrote meanwhile: seal it again under the next number.</summary>
    Behind,

    /// <summary>The conversation is no longer there.</summary>
    Gone,
}

/// <summary>A conversation to be kept.</summary>
/// <param name="Form">What is remembered of the form, see <see cref="Written.FormHash"/>.</param>
/// <param name="Submission">What is remembered of the form with its words, see <see cref="Written.Hash"/>.</param>
internal sealed record NewThread(ConversationRow Conversation, IReadOnlyList<WrapRow> Wraps, IReadOnlyList<MessageRow> Messages, byte[] Form, byte[] Submission)
{
    private const int Talk = 1, Report = 2;

    /// <summary>0 and below: a rehearsal's.</summary>
    public static int DeskOf(LineKind kind, bool rehearsal) => (kind, rehearsal) switch
    {
        (LineKind.Talk, false) => Talk,
        (_, false) => Report,
        (LineKind.Talk, true) => 0,
        _ => -1,
    };

    public static bool IsRehearsal(int desk) => desk <= 0;

    public const int Open = 0;
    public const int Flagged = 1;
}

/// <summary>What must be covered anew in the week of a new message.</summary>
internal sealed record Recover(int Epoch, int PurgeWeek, byte[] SeekerPublic, IReadOnlyList<WrapRow> Wraps, IReadOnlyList<NoteRow> Notes);
