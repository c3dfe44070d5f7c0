using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Helpline.Threads;

/// <summary>What a conversation is sealed to besides its own code.</summary>
/// <param name="Number">0 or below for a rehearsal.</param>
/// <param name="Generation">Of the desk's key.</param>
/// <param name="Public">The desk's public key.</param>
/// <param name="Recovery">The recovery key on paper, or null where there is none: in a rehearsal that has no desk.</param>
internal sealed record OpenDesk(int Number, int Generation, PublicKey Public, PublicKey? Recovery)
{
    public bool Rehearsal => NewThread.IsRehearsal(Number);
}

/// <summary>What a person wrote, ready to be sealed.</summary>
/// <param name="Submission">16 random bytes of the form.</param>
/// <param name="Text">UTF-8; wiped by whoever made it.</param>
internal sealed record Written(byte[] Submission, ReadOnlyMemory<byte> Text, string Language, string Worry)
{
    /// <summary>What is remembered of the form for 31 days.</summary>
    public byte[] FormHash() => Of("cairn/form/v1"u8, []);

    /// <summary>What is remembered of the form with its words for 31 days.</summary>
    public byte[] Hash() => Of("cairn/submission/v1"u8, Text.Span);

    private byte[] Of(ReadOnlySpan<byte> use, ReadOnlySpan<byte> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(use);
        hash.AppendData(Submission);
        hash.AppendData(words);
        return hash.GetHashAndReset();
    }
}

/// <summary>The seeker's side of conversations: begins them, adds to them, opens and deletes them. Keys and words live in memory as long as a request does.</summary>
internal sealed partial class Conversations(ThreadReader reader, SealedWriter writer, SiteKeys site, EpochKeys epochs, DeskBell bell, TimeProvider time, ILogger<Conversations> log)
{
    /// <summary>How long a conversation is kept after its last message: 30 days.</summary>
    public const long RetentionHours = 30 * 24;

    /// <summary>After how many weeks nothing can be left that a week's key covers: 30 days are reached within the fifth.</summary>
    public const int RetentionWeeks = 5;

    /// <summary>Most messages of a conversation: beyond it something else than a conversation is going on.</summary>
    public const int MostMessages = 500;

    private const int KeyBytes = 32;

    // Somebody else wrote meanwhile, each time: a person and an adviser cannot do that often.
    private const int MostTries = 5;

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Begins a conversation, or finds the one that this form began before.</summary>
    /// <param name="automatic">The program's own answer, in the person's language.</param>
    /// <returns>A stay in it, with its code; null when the code was kept already or the conversation deleted: a form that is sent again shows neither.</returns>
    /// <exception cref="Foundation.Storage.StorageException">It was not kept.</exception>
    public async Task<Session?> Begin(Written written, OpenDesk desk, byte[] automatic, CancellationToken cancel)
    {
        var code = site.CodeOf(written.Submission);
        var (lookup, seed) = Derived(code);
        try
        {
            var thread = NewThread(written, desk, automatic, lookup, seed);
            var begun = await writer.Write((turn, stop) => ThreadWrites.Begin(turn, thread, stop), cancel);
            if (begun == Begun.Now)
            {
                bell.Ring();
                return Session.Begin(thread.Conversation.Id, seed, code);
            }

            return await Again(written, code, lookup, seed, cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Finds the conversation that a form began before, where none can be begun.</summary>
    /// <returns>Null when it began none, or as of <see cref="Begin"/>.</returns>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be used.</exception>
    public async Task<Session?> BegunBefore(Written written, CancellationToken cancel)
    {
        var code = site.CodeOf(written.Submission);
        var (lookup, seed) = Derived(code);
        try
        {
            return await Again(written, code, lookup, seed, cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    // The same form again. Other words in it are a second message.
    private async Task<Session?> Again(Written written, SeekerCode code, byte[] lookup, byte[] seed, CancellationToken cancel)
    {
        if (await reader.ByLookup(lookup, cancel) is not { } before || !LeadsBack(before))
            return null;
        var session = Session.Begin(before.Conversation.Id, seed, code);
        using var second = await Append(before, session, written, cancel);
        return session;
    }

    // Until the code was kept, and for an hour or two, a form leads where it led before.
    private bool LeadsBack(StoredThread before) => before.Conversation is { CodeKept: 0 } row && row.Hour >= Hour - 1;

    /// <summary>Whether a form began a conversation that its pages may show no more: its code was kept, its time is over, or it was deleted.</summary>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be asked.</exception>
    public async Task<bool> IsOver(byte[] submission, CancellationToken cancel)
    {
        var hash = new Written(submission, default, "", "").FormHash();
        if (!await reader.Ask(db => db.Submissions.AnyAsync(s => s.Hash == hash, cancel), cancel))
            return false;
        var (lookup, seed) = Derived(site.CodeOf(submission));
        CryptographicOperations.ZeroMemory(seed);
        return await reader.ByLookup(lookup, cancel) is not { } before || !LeadsBack(before);
    }

    /// <summary>Opens a conversation with its code, counts that if the database can be written, and begins a stay in it.</summary>
    /// <returns>Null when no conversation opens with this code.</returns>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be asked.</exception>
    public async Task<Session?> Enter(SeekerCode code, CancellationToken cancel)
    {
        var (lookup, seed) = Derived(code);
        try
        {
            if (await reader.ByLookup(lookup, cancel) is not { } stored)
                return null;
            var session = Session.Begin(stored.Conversation.Id, seed);
            if (Keys(stored, session) is not { } keys)
            {
                session.Dispose();
                return null;
            }

            using (keys)
            {
                var opened = OpenedMark.Read(stored.Conversation, keys).Again(Today);
                await Count(stored.Conversation.Id, opened.Seal(stored.Conversation.Id, keys.Latest), cancel);
            }

            return session;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Opens what a stay may read.</summary>
    /// <returns>Null when the conversation is gone.</returns>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be asked.</exception>
    public async Task<OpenedThread?> Read(Session session, CancellationToken cancel)
    {
        if (await Stored(session, cancel) is not { } stored || Keys(stored, session) is not { } keys)
            return null;
        using (keys)
            return OpenedThread.Of(stored, keys);
    }

    /// <summary>Adds a message, and opens the conversation as it stands with it. What was sent before is not kept twice.</summary>
    /// <returns>Null when the conversation is gone.</returns>
    /// <exception cref="Foundation.Storage.StorageException">It was not kept.</exception>
    public async Task<OpenedThread?> Add(Session session, Written written, CancellationToken cancel) =>
        await Stored(session, cancel) is { } stored ? await Append(stored, session, written, cancel) : null;

    /// <summary>Deletes it, at once.</summary>
    /// <exception cref="Foundation.Storage.StorageException">It was not deleted.</exception>
    public async Task Delete(Session session, CancellationToken cancel)
    {
        await writer.Write(async (turn, stop) =>
        {
            await ThreadWrites.Delete(turn, session.Conversation, RandomNumberGenerator.GetBytes(SiteKeys.LookupBytes), stop);
            await ThreadWrites.End(turn, session.Ended(), Hour, stop);
            return true;
        }, cancel);
        bell.Ring();
    }

    /// <summary>Ends a stay: its pages show the code prompt from now on.</summary>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be written.</exception>
    public Task Leave(Session session, CancellationToken cancel) => writer.Write(async (turn, stop) =>
    {
        await ThreadWrites.CodeKept(turn, session.Conversation, stop);
        return await ThreadWrites.End(turn, session.Ended(), Hour, stop);
    }, cancel);

    /// <summary>Keeps that the person has the code.</summary>
    /// <exception cref="Foundation.Storage.StorageException">The database cannot be written.</exception>
    public Task CodeKept(Session session, CancellationToken cancel) => writer.Write((turn, stop) => ThreadWrites.CodeKept(turn, session.Conversation, stop), cancel);

    // On a full disk a reply can still be read, which matters more than the count.
    private async Task Count(byte[] conversation, byte[] opened, CancellationToken cancel)
    {
        try
        {
            await writer.Write((turn, stop) => ThreadWrites.Opened(turn, conversation, opened, stop), cancel);
        }
        catch (Foundation.Storage.StorageException failed)
        {
            LogUncounted(log, failed.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "That a conversation was opened could not be counted. {Reason}")]
    private static partial void LogUncounted(ILogger log, string reason);

    private long Hour => Now.ToUnixTimeSeconds() / 3600;

    private int Today => (int)(Now.ToUnixTimeSeconds() / 86_400);

    private (byte[] Lookup, byte[] Seed) Derived(SeekerCode code)
    {
        var (lookup, seed) = (new byte[SiteKeys.LookupBytes], new byte[SeekerKeys.SeedBytes]);
        SeekerKeys.Derive(code, site, lookup, seed);
        return (lookup, seed);
    }

    private NewThread NewThread(Written written, OpenDesk desk, byte[] automatic, byte[] lookup, byte[] seed)
    {
        var id = RandomNumberGenerator.GetBytes(SealContext.IdBytes);
        var secret = RandomNumberGenerator.GetBytes(KeyBytes);
        using var key = SecretKey.From(secret);
        using var seeker = SecretKey.From(seed);
        var epoch = Epoch.Of(Now);
        var cover = epochs.For(epoch);
        List<WrapRow> wraps = [Wrap(BoxKind.Seeker, seeker.PublicKey), Wrap(BoxKind.Desk, desk.Public, desk.Generation)];
        if (desk.Recovery is { } recovery)
            wraps.Add(Wrap(BoxKind.Recovery, recovery));
        CryptographicOperations.ZeroMemory(secret);
        var conversation = new ConversationRow
        {
            Id = id,
            Lookup = lookup,
            SeekerPublic = Envelope.Cover(cover, seeker.PublicKey.Span, SealContext.OfSeeker(id)),
            Opened = new OpenedMark(1, Today).Seal(id, key),
            Desk = desk.Number,
            Generation = 1,
            Epoch = epoch,
            State = Threads.NewThread.Open,
            Waits = 1,
            Label = Label.Seal(id, key, written.Language, written.Worry),
            Hour = Hour,
            PurgeWeek = epoch + RetentionWeeks + 1,
        };
        return new(
            conversation, wraps,
            [Message(id, 1, 1, Sender.Seeker, key, written.Text.Span, written), Message(id, 1, 2, Sender.Automatic, key, automatic, written)],
            written.FormHash(), written.Hash());

        WrapRow Wrap(BoxKind kind, PublicKey to, int deskGeneration = 0)
        {
            var context = SealContext.OfWrap(id, 1, kind);
            return new() { Conversation = id, Kind = (int)kind, Generation = 1, DeskGeneration = deskGeneration, Box = Envelope.Cover(cover, SealedBox.Seal(to, secret, context), context) };
        }
    }

    private async Task<OpenedThread?> Append(StoredThread stored, Session session, Written written, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (Keys(stored, session) is not { } keys)
                return null;
            using (keys)
            {
                if (stored.Messages.Count >= MostMessages)
                    throw new Foundation.Storage.StorageException("A conversation has as many messages as one may have.");
                var row = stored.Conversation;
                var message = Message(row.Id, row.Generation, stored.Messages.Select(m => m.Sequence).DefaultIfEmpty().Max() + 1, Sender.Seeker, keys.Latest, written.Text.Span, written);
                var renewed = Renewed(stored);
                switch (await writer.Write((turn, stop) => ThreadWrites.Append(turn, message, written.Hash(), renewed, stop), cancel))
                {
                    case Appended.Now:
                        bell.Ring();
                        // It took the next number, so nobody else has written since: reading it all again would open the same boxes twice.
                        return OpenedThread.Of(stored with { Messages = [.. stored.Messages, message] }, keys);
                    case Appended.Already:
                        return await reader.ById(row.Id, cancel) is { } kept ? OpenedThread.Of(kept, keys) : null;
                    case Appended.Gone:
                        return null;
                }
            }

            if (await Stored(session, cancel) is not { } again)
                return null;
            stored = again;
        }

        throw new Foundation.Storage.StorageException("A conversation was written to by others each time.");
    }

    // In a new week everything is covered by the new week's key: the old one is deleted when its time comes.
    private Recover? Renewed(StoredThread stored) => Renewed(stored, epochs, Epoch.Of(Now));

    /// <summary>A conversation's boxes under the key of a later week.</summary>
    /// <returns>Null when they are, or when their week's key is gone.</returns>
    internal static Recover? Renewed(StoredThread stored, EpochKeys epochs, int epoch)
    {
        var row = stored.Conversation;
        if (epoch <= row.Epoch || epochs.Of(row.Epoch) is not { } old)
            return null;
        var cover = epochs.For(epoch);
        byte[]? Again(byte[] covered, byte[] context) => Envelope.Uncover(old, covered, context) is { } inner ? Envelope.Cover(cover, inner, context) : null;
        if (Again(row.SeekerPublic, SealContext.OfSeeker(row.Id)) is not { } seeker)
            return null;
        var wraps = stored.Wraps.Select(w => Again(w.Box, SealContext.OfWrap(row.Id, w.Generation, (BoxKind)w.Kind)) is { } box
            ? new WrapRow { Conversation = w.Conversation, Kind = w.Kind, Generation = w.Generation, Box = box }
            : null).ToList();
        var notes = stored.Notes.Select(n => Again(n.Box, SealContext.OfNote(n.Conversation)) is { } box ? new NoteRow { Conversation = n.Conversation, Sequence = n.Sequence, Box = box } : null).ToList();
        return wraps.All(w => w is not null) && notes.All(n => n is not null) ? new(epoch, epoch + RetentionWeeks + 1, seeker, wraps!, notes!) : null;
    }

    private MessageRow Message(byte[] conversation, int generation, int sequence, Sender sender, SecretKey key, ReadOnlySpan<byte> text, Written written)
    {
        var worry = sender == Sender.Seeker ? written.Worry : "";
        using var record = new WipedBytes(MessageRecord.LengthOf("", written.Language, worry, text.Length));
        MessageRecord.Write(record.Span, Today, "", written.Language, worry, text);
        var (nonce, stored) = MessageSeal.Seal(key, record.Span, conversation, generation, sequence, sender);
        return new() { Conversation = conversation, Sequence = sequence, Sender = (int)sender, Hour = Hour, Generation = generation, Nonce = nonce, Sealed = stored };
    }

    // With the conversation's key in hand its boxes are read when they are to be covered anew.
    private Task<StoredThread?> Stored(Session session, CancellationToken cancel)
    {
        var epoch = Epoch.Of(Now);
        return reader.ById(session.Conversation, cancel, row => InHand(row, session) is null || row.Epoch < epoch);
    }

    // Of a flagged one the person's box alone says whether they have deleted it: the desk's copy stays.
    private static SecretKey? InHand(ConversationRow row, Session session) => row is { Generation: 1, State: Threads.NewThread.Open } ? session.Key : null;

    /// <summary>The keys of every generation, in hand or opened with the person's own.</summary>
    private ConversationKeys? Keys(StoredThread stored, Session session)
    {
        if (epochs.Of(stored.Conversation.Epoch) is not { } cover)
            return null;
        if (InHand(stored.Conversation, session) is { } key)
            return ConversationKeys.Of(key);
        if (ConversationKeys.Open(stored, BoxKind.Seeker, session.Seed, cover) is not { } opened)
            return null;
        if (stored.Conversation.Generation == 1)
            session.Know(SecretKey.From(opened.Latest.Span));
        return opened;
    }
}

/// <summary>How often a conversation was opened with its code, and on which day last.</summary>
/// <param name="Count">From 1: whoever began it had it open.</param>
/// <param name="Day">Days since 1970.</param>
internal readonly record struct OpenedMark(int Count, int Day)
{
    public OpenedMark Again(int day) => new(Count == int.MaxValue ? Count : Count + 1, day);

    public byte[] Seal(byte[] conversation, SecretKey key)
    {
        Span<byte> plain = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(plain, Count);
        BinaryPrimitives.WriteInt32BigEndian(plain[4..], Day);
        return Envelope.Cover(key, plain, Context(conversation));
    }

    /// <summary>It may be sealed under the key before the latest. What is damaged counts as never opened.</summary>
    public static OpenedMark Read(ConversationRow row, ConversationKeys keys) => keys.All.Select(k => Envelope.Uncover(k, row.Opened, Context(row.Id))).FirstOrDefault(p => p is { Length: 8 }) is { } plain
        ? new(BinaryPrimitives.ReadInt32BigEndian(plain), BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(4)))
        : new(0, 0);

    private static byte[] Context(byte[] conversation) => [.. "help_opened\0"u8, .. conversation];
}

/// <summary>What advisers sort by: a language and a worry, always 24 bytes.</summary>
internal static class Label
{
    /// <summary>As it is stored.</summary>
    public const int Bytes = Envelope.Overhead + LanguageBytes + WorryBytes;

    private const int LanguageBytes = 8, WorryBytes = 16;

    public static byte[] Seal(byte[] conversation, SecretKey key, string language, string worry)
    {
        Span<byte> plain = stackalloc byte[LanguageBytes + WorryBytes];
        plain.Clear();
        System.Text.Encoding.ASCII.GetBytes(language, plain);
        System.Text.Encoding.ASCII.GetBytes(worry, plain[LanguageBytes..]);
        return Envelope.Cover(key, plain, [.. "help_label\0"u8, .. conversation]);
    }
}
