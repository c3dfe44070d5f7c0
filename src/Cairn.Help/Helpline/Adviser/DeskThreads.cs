using System.Collections.Concurrent;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>The adviser's side of conversations. Words and keys pass through here sealed; the covers of the weeks are all that is taken off and put on.</summary>
internal sealed class DeskThreads(
    ThreadReader reader, SealedWriter writer, EpochKeys epochs, SiteKeys site, HelplineLine line, DeskBell bell, StaffBook staff, AuditTrail audit,
    TimeProvider time)
{
    /// <summary>Most conversations that a queue shows at once.</summary>
    public const int MostQueued = 200;

    /// <summary>Days that a red flag holds a conversation, counted from the day it was raised or renewed.</summary>
    public const int FlagDays = 60;

    private static readonly int[] MessageSizes = [1024 + 16, 4096 + 16, 16_384 + 16, 65_536 + 16];
    private static readonly int[] NoteSizes = [1024 + SealedBox.Overhead, 4096 + SealedBox.Overhead, 16_384 + SealedBox.Overhead, 65_536 + SealedBox.Overhead];

    // In which order they came as far as this node saw; the database keeps hours alone.
    private readonly ConcurrentDictionary<string, long> arrivals = new();
    private long arrived;

    private long Hour => time.GetUtcNow().ToUnixTimeSeconds() / 3600;

    private int Today => (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400);

    /// <summary>What waits, what is flagged, and what somebody has in hand.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public async Task<DeskQueue> Queue(SignedIn who, CancellationToken cancel)
    {
        var version = bell.Version;
        var people = await staff.ById(cancel);
        var desk = line.DeskNumber;
        var rows = await reader.Ask(db => (
            from c in db.Conversations.AsNoTracking()
            where c.Desk == desk && (c.Waits == 1 || c.State == NewThread.Flagged || db.Leases.Any(l => l.Conversation == c.Id))
            orderby c.State == NewThread.Flagged || db.Leases.Any(l => l.Conversation == c.Id) descending, c.Waits descending, c.Hour
            select new
            {
                c.Id,
                c.Generation,
                c.Epoch,
                c.Label,
                c.Waits,
                c.State,
                Hour = db.Messages.Where(m => m.Conversation == c.Id && m.Sender == (int)Sender.Seeker).Max(m => (long?)m.Hour) ?? c.Hour,
                Wrap = db.Wraps.Where(w => w.Conversation == c.Id && w.Kind == (int)BoxKind.Desk && w.Generation == c.Generation).Select(w => new { w.Box }).FirstOrDefault(),
                By = db.Leases.Where(l => l.Conversation == c.Id).Select(l => l.Member).FirstOrDefault(),
                Flag = db.Flags.Where(f => f.Conversation == c.Id).Select(f => new { f.Taken, f.BeatsLeft, f.UntilDay }).FirstOrDefault(),
                Package = db.Packages.Any(p => p.Conversation == c.Id),
                Messages = db.Messages.Count(m => m.Conversation == c.Id),
                Notes = db.HandOvers.Count(n => n.Conversation == c.Id),
            }).Take(MostQueued + 1).ToListAsync(cancel), cancel);

        var latest = line.State?.Open.Generation ?? 0;
        var shown = rows.Take(MostQueued).Select(r => new QueuedThread(
            r.Id, r.Generation, r.Wrap is { } wrap ? Uncovered(r.Epoch, wrap.Box, SealContext.OfWrap(r.Id, r.Generation, BoxKind.Desk)) : null, r.Label, r.Hour, Arrival(r.Id), r.Waits == 1,
            r.State == NewThread.Flagged, r.Flag?.Taken is not null, r.Flag is { Taken: null, BeatsLeft: <= 0 },
            r.By is null ? null : people.TryGetValue(r.By, out var person) ? person.Called : "somebody who left", r.By == who.Id, r.Messages, r.Notes, r.Flag?.UntilDay ?? 0, r.Package)).ToList();
        Forget(shown);
        return new(version, Hour, latest, rows.Count > MostQueued, shown);
    }

    /// <summary>Waits until something changed that a queue would show, at most for a while; not while the server stops, which would wait for those who wait.</summary>
    public async Task Changed(long seen, TimeSpan most, CancellationToken stopping, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        await bell.After(seen, most, time, enough.Token);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Takes a conversation in hand. That it may be read from now on is written down first; nothing is handed out that is not in hand.</summary>
    /// <returns>False when somebody else has it, or when it is gone.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task<bool> Claim(byte[] conversation, SignedIn who, CancellationToken cancel) =>
        Tried(who, Acts.ConversationOpened, Subject(conversation), (turn, stop) => DeskWrites.Claim(turn, conversation, line.DeskNumber, who.Id, stop), cancel);

    public Task<bool> Beat(byte[] conversation, SignedIn who, CancellationToken cancel) => writer.Write((turn, stop) => DeskWrites.Beat(turn, conversation, line.DeskNumber, who.Id, stop), cancel);

    public Task<bool> Release(byte[] conversation, SignedIn who, CancellationToken cancel) => Act((turn, stop) => DeskWrites.Release(turn, conversation, line.DeskNumber, who.Id, stop), cancel);

    /// <summary>A conversation in hand, sealed as it is.</summary>
    /// <returns>Null when it is gone, or not in this adviser's hand.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<DeskThread?> Open(byte[] conversation, SignedIn who, CancellationToken cancel) =>
        await Beat(conversation, who, cancel) && await reader.ById(conversation, cancel) is { } stored && stored.Conversation.Desk == line.DeskNumber
            ? Sealed(stored) with { Mark = site.Mark(conversation), Package = await Package(conversation, cancel) }
            : null;

    /// <summary>An adviser's reply, sealed in their browser.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<Appended?> Reply(DeskAct reply, SignedIn who, CancellationToken cancel)
    {
        if (reply is not { Conversation.Length: SealContext.IdBytes, Nonce.Length: MessageSeal.NonceBytes, Submission.Length: 16 } || !MessageSizes.Contains(reply.Sealed.Length))
            return null;
        if (!await Beat(reply.Conversation, who, cancel) || await reader.ById(reply.Conversation, cancel) is not { } stored || stored.Conversation.Desk != line.DeskNumber)
            return Appended.Gone;
        if (stored.Messages.Count >= Conversations.MostMessages)
            throw new StorageException("A conversation has as many messages as one may have.");
        var hash = SHA256.HashData([.. "cairn/reply/v1"u8, .. reply.Submission]);
        var before = stored.Messages.Select(m => m.Sequence).DefaultIfEmpty().Max();
        if (reply.Sequence != before + 1)
            return await reader.Ask(db => db.Submissions.AnyAsync(s => s.Hash == hash, cancel), cancel) ? Appended.Already : Appended.Behind;
        var message = new MessageRow
        {
            Conversation = reply.Conversation,
            Sequence = reply.Sequence,
            Sender = (int)Sender.Adviser,
            Hour = Hour,
            Generation = reply.Generation,
            Nonce = reply.Nonce,
            Sealed = reply.Sealed,
        };
        var renewed = Conversations.Renewed(stored, epochs, Epoch.Of(time.GetUtcNow()));
        return await Act((turn, stop) => ThreadWrites.Append(turn, message, hash, renewed, stop), cancel);
    }

    /// <summary>Lets a conversation go with a note for the next adviser.</summary>
    /// <returns>False when it is not in this adviser's hand.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool?> HandOver(DeskAct note, SignedIn who, CancellationToken cancel)
    {
        if (!NoteSizes.Contains(note.Sealed.Length))
            return null;
        if (!await Beat(note.Conversation, who, cancel) || await reader.ById(note.Conversation, cancel) is not { } stored || epochs.Of(stored.Conversation.Epoch) is not { } cover)
            return false;
        return await Tried(who, Acts.HandedOver, Subject(note.Conversation), (turn, stop) => DeskWrites.HandOver(turn, Covered(note, cover), line.DeskNumber, who.Id, stop), cancel);
    }

    /// <summary>Keeps a note and the conversation in hand.</summary>
    /// <returns>False when it is not in this adviser's hand; null when it is no note.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool?> Note(DeskAct note, SignedIn who, CancellationToken cancel)
    {
        if (!NoteSizes.Contains(note.Sealed.Length))
            return null;
        if (!await Beat(note.Conversation, who, cancel) || await reader.ById(note.Conversation, cancel) is not { } stored || epochs.Of(stored.Conversation.Epoch) is not { } cover)
            return false;
        return await Act((turn, stop) => DeskWrites.Note(turn, Covered(note, cover), line.DeskNumber, who.Id, stop), cancel);
    }

    /// <returns>False when it is not in this adviser's hand; null for an outcome that is none.</returns>
    public async Task<bool?> Close(DeskAct close, SignedIn who, CancellationToken cancel) => !Outcome.Knows(close.Code)
        ? null
        : await Act((turn, stop) => DeskWrites.Close(turn, close.Conversation, who.Id, line.DeskNumber, Today, close.Code, stop), cancel);

    /// <returns>False when it is not in this adviser's hand; null for a reason that is none.</returns>
    public async Task<bool?> Flag(DeskAct flag, SignedIn who, CancellationToken cancel)
    {
        if (!FlagReason.Knows(flag.Code))
            return null;
        if (!await Beat(flag.Conversation, who, cancel))
            return false;
        return await Tried(who, Acts.FlagRaised, $"{Subject(flag.Conversation)}, {flag.Code}", (turn, stop) => DeskWrites.Flag(turn, flag.Conversation, line.DeskNumber, who.Id, flag.Code, Today + FlagDays, stop), cancel);
    }

    public async Task<bool> TakeFlag(byte[] conversation, SignedIn who, CancellationToken cancel)
    {
        if (!await IsHere(conversation, cancel))
            return false;
        return await Tried(who, Acts.FlagTaken, Subject(conversation), (turn, stop) => DeskWrites.TakeFlag(turn, conversation, who.Id, stop), cancel);
    }

    /// <summary>Holds a conversation for sixty days more.</summary>
    /// <returns>False when it has no flag; null for a reason that is none.</returns>
    public async Task<bool?> RenewFlag(DeskAct renewed, SignedIn who, CancellationToken cancel)
    {
        if (!FlagReason.Knows(renewed.Code))
            return null;
        if (!await IsHere(renewed.Conversation, cancel))
            return false;
        return await Tried(who, Acts.FlagRenewed, $"{Subject(renewed.Conversation)}, {renewed.Code}", (turn, stop) => DeskWrites.RenewFlag(turn, renewed.Conversation, renewed.Code, Today + FlagDays, stop), cancel);
    }

    public async Task<bool> LowerFlag(byte[] conversation, SignedIn who, CancellationToken cancel)
    {
        if (!await IsHere(conversation, cancel))
            return false;
        return await Tried(who, Acts.FlagLowered, Subject(conversation), (turn, stop) => DeskWrites.LowerFlag(turn, conversation, null, stop), cancel);
    }

    /// <summary>Conversations that are still sealed to a desk key before the latest, for a member's browser to give them another key.</summary>
    public async Task<IReadOnlyList<DeskThread>> Outdated(int most, CancellationToken cancel) => [.. (await reader.Boxes(await OutdatedIds(most, cancel), cancel)).Select(Sealed)];

    /// <summary>The same, with the recovery key's boxes: for whoever opens the desk with the paper.</summary>
    public async Task<IReadOnlyList<DeskThread>> ForRecovery(int most, CancellationToken cancel) =>
        [.. (await reader.Boxes(await OutdatedIds(most, cancel), cancel)).Select(t => Sealed(t) with { Boxes = Boxes(t, BoxKind.Recovery) })];

    /// <summary>Keeps conversations' keys under the desk's latest key.</summary>
    /// <returns>How many were kept.</returns>
    public Task<int> Reseal(IReadOnlyList<Resealed> all, CancellationToken cancel) => Keep(all, (one, stored) =>
    {
        if (epochs.Of(stored.Conversation.Epoch) is not { } cover || one.Boxes.Any(b => b.Box.Length != SealedBox.Overhead + 32))
            return null;
        var wraps = one.Boxes.Select(b => Wrap(cover, one.Conversation, BoxKind.Desk, b.Generation, one.DeskGeneration, b.Box)).ToList();
        return async (turn, stop) => await DeskWrites.Reseal(turn, wraps, stop) > 0;
    }, cancel);

    /// <summary>Keeps new keys of conversations.</summary>
    /// <returns>How many were kept; of the others another was faster.</returns>
    public Task<int> Rewrap(IReadOnlyList<Rewrapped> all, CancellationToken cancel)
    {
        var epoch = Epoch.Of(time.GetUtcNow());
        return Keep(all, (one, stored) =>
        {
            var cover = epochs.Of(stored.Conversation.Epoch) ?? epochs.For(epoch);
            List<WrapRow> wraps = [New(one.Desk, BoxKind.Desk, one.DeskGeneration), New(one.Recovery, BoxKind.Recovery, 0)];
            // A person who deleted a flagged conversation has no key any more, and gets none.
            if (one.Seeker is { } seeker && stored.Wraps.Any(w => w.Kind == (int)BoxKind.Seeker))
                wraps.Add(New(seeker, BoxKind.Seeker, 0));
            return one.Label.Length != Label.Bytes || wraps.Any(w => w.Box.Length != Envelope.Overhead + SealedBox.Overhead + 32)
                ? null
                : (turn, stop) => DeskWrites.Rewrap(turn, one.Conversation, one.Generation, one.Label, wraps, stop);

            WrapRow New(byte[] box, BoxKind kind, int desk) => Wrap(cover, one.Conversation, kind, one.Generation, desk, box);
        }, cancel);
    }

    /// <summary>How many wait since when, and how conversations of the last weeks ended: counts, no words.</summary>
    public Task<DeskCounts> Counts(CancellationToken cancel) => reader.Ask(async db =>
    {
        var (desk, hour, today) = (line.DeskNumber, Hour, Today);
        var waiting = await db.Conversations.AsNoTracking().Where(c => c.Desk == desk && c.Waits == 1)
            .Select(c => db.Messages.Where(m => m.Conversation == c.Id && m.Sender == (int)Sender.Seeker).Max(m => m.Hour)).ToListAsync(cancel);
        var flags = await db.Flags.AsNoTracking().Where(f => db.Conversations.Any(c => c.Id == f.Conversation && c.Desk == desk)).ToListAsync(cancel);
        var inHand = await db.Leases.CountAsync(l => db.Conversations.Any(c => c.Id == l.Conversation && c.Desk == desk), cancel);
        var outcomes = await db.Outcomes.AsNoTracking().Where(o => o.Desk == desk && o.Day > today - 28).ToListAsync(cancel);
        return new DeskCounts(
            [.. DeskCounts.Ages.Select(a => (a.What, waiting.Count(w => hour - w >= a.From && hour - w < a.Before)))], inHand, flags.Count(f => f.Taken is null), flags.Count,
            flags.Count(f => f.Taken is null && f.BeatsLeft <= 0), flags.Count(f => f.UntilDay < today + 7),
            await db.Packages.CountAsync(p => db.Conversations.Any(c => c.Id == p.Conversation && c.Desk == desk), cancel),
            [.. Outcome.All.Select(o => (o.What, outcomes.Where(r => r.Code == o.Code && r.Day > today - 7).Sum(r => r.Count), outcomes.Where(r => r.Code == o.Code).Sum(r => r.Count)))]);
    }, cancel);

    // Conversations whose latest key is sealed to an earlier key of the desk.
    private async Task<List<byte[]>> OutdatedIds(int most, CancellationToken cancel) => line.State is not { } state
        ? []
        : await reader.Ask(db => (
            from c in db.Conversations.AsNoTracking()
            from w in db.Wraps.Where(w => w.Conversation == c.Id && w.Kind == (int)BoxKind.Desk && w.Generation == c.Generation)
            where c.Desk == line.DeskNumber && w.DeskGeneration < state.Open.Generation
            select c.Id).Take(most).ToListAsync(cancel), cancel);

    // What was sent for conversations of this desk under its latest key, all at once: so they share the disk's flushes.
    private async Task<int> Keep<T>(IReadOnlyList<T> all, Func<T, StoredThread, Func<Statements, CancellationToken, Task<bool>>?> write, CancellationToken cancel)
        where T : ISealedAnew
    {
        var latest = line.State?.Open.Generation;
        var sent = all.Where(one => one.Conversation.Length == SealContext.IdBytes && one.DeskGeneration == latest).ToList();
        var stored = (await reader.Boxes([.. sent.Select(one => one.Conversation)], cancel)).Where(s => s.Conversation.Desk == line.DeskNumber).ToDictionary(s => Convert.ToHexStringLower(s.Conversation.Id));
        var writes = sent.Select(one => stored.TryGetValue(Convert.ToHexStringLower(one.Conversation), out var thread) ? write(one, thread) : null).OfType<Func<Statements, CancellationToken, Task<bool>>>();
        var kept = (await Task.WhenAll(writes.Select(w => writer.Write(w, cancel)))).Count(k => k);
        if (kept > 0)
            bell.Ring();
        return kept;
    }

    private static WrapRow Wrap(SecretKey cover, byte[] conversation, BoxKind kind, int generation, int desk, byte[] box) => new()
    {
        Conversation = conversation,
        Kind = (int)kind,
        Generation = generation,
        DeskGeneration = desk,
        Box = Envelope.Cover(cover, box, SealContext.OfWrap(conversation, generation, kind)),
    };

    private NoteRow Covered(DeskAct note, SecretKey cover) =>
        new() { Conversation = note.Conversation, Hour = Hour, Box = Envelope.Cover(cover, note.Sealed, SealContext.OfNote(note.Conversation)) };

    private async Task<ThreadPackage?> Package(byte[] conversation, CancellationToken cancel)
    {
        if (await reader.Ask(db => db.Packages.AsNoTracking().SingleOrDefaultAsync(p => p.Conversation == conversation, cancel), cancel) is not { } row)
            return null;
        var people = await staff.ById(cancel);
        string Called(string id) => people.TryGetValue(id, out var person) ? person.Called : "somebody who left";
        return new(
            row.Member, Called(row.Member), row.Reason, row.Day, DeskPackages.Numbers(row.Chosen), row.Total, row.Digest, row.Signed, row.Approver, row.Approver is { } approver ? Called(approver) : null, row.Countersigned);
    }

    private DeskThread Sealed(StoredThread stored)
    {
        var row = stored.Conversation;
        return new(
            row.Id, row.Generation, row.State == NewThread.Flagged, stored.Wraps.All(w => w.Kind != (int)BoxKind.Seeker), row.Label,
            Boxes(stored, BoxKind.Desk),
            [.. stored.Messages.Select(m => new ThreadMessage(m.Sequence, m.Sender, m.Hour, m.Generation, m.Nonce, m.Sealed))],
            [.. from n in stored.Notes let box = Uncovered(row.Epoch, n.Box, SealContext.OfNote(row.Id)) where box is not null select new ThreadNote(n.Sequence, n.Hour, box)],
            Uncovered(row.Epoch, row.SeekerPublic, SealContext.OfSeeker(row.Id)));
    }

    private List<ThreadBox> Boxes(StoredThread stored, BoxKind kind) =>
    [
        .. from w in stored.Wraps
           where w.Kind == (int)kind
           let box = Uncovered(stored.Conversation.Epoch, w.Box, SealContext.OfWrap(w.Conversation, w.Generation, kind))
           where box is not null
           select new ThreadBox(w.Generation, box),
    ];

    // By its number alone a conversation of the other desk could be meant.
    private Task<bool> IsHere(byte[] conversation, CancellationToken cancel) => reader.Ask(db => db.Conversations.AnyAsync(c => c.Id == conversation && c.Desk == line.DeskNumber, cancel), cancel);

    // Who opened which one can be told with the keyring at hand, and by nobody who has the database alone.
    internal string Subject(byte[] conversation) => $"{DeskBook.Called(line.DeskNumber)}, conversation {site.Mark(conversation)}";

    private byte[]? Uncovered(int epoch, byte[] covered, byte[] context) => epochs.Of(epoch) is { } cover ? Envelope.Uncover(cover, covered, context) : null;

    private long Arrival(byte[] id) => arrivals.GetOrAdd(Convert.ToHexStringLower(id), _ => Interlocked.Increment(ref arrived));

    private void Forget(List<QueuedThread> shown)
    {
        if (arrivals.Count <= 2 * MostQueued)
            return;
        var there = shown.Select(s => Convert.ToHexStringLower(s.Id)).ToHashSet();
        foreach (var gone in arrivals.Keys.Where(k => !there.Contains(k)))
            arrivals.TryRemove(gone, out _);
    }

    /// <summary>An act that is written down, also that it was refused.</summary>
    internal Task<bool> Tried(SignedIn who, string act, string subject, Func<Statements, CancellationToken, Task<bool>> write, CancellationToken cancel) =>
        audit.Trying(who, act, subject, () => Act(write, cancel), cancel);

    private async Task<T> Act<T>(Func<Statements, CancellationToken, Task<T>> act, CancellationToken cancel)
    {
        var done = await writer.Write(act, cancel);
        bell.Ring();
        return done;
    }
}

/// <summary>What a supervisor sees: how many, how old, how they ended.</summary>
/// <param name="Outcomes">What, in the last seven days, in the last 28.</param>
public sealed record DeskCounts(
    IReadOnlyList<(string What, int Count)> Waiting, int InHand, int FlagsUntaken, int Flags, int FlagsOverdue, int FlagsLapsing, int Packages, IReadOnlyList<(string What, int Week, int Month)> Outcomes)
{
    internal static IReadOnlyList<(string What, long From, long Before)> Ages { get; } =
        [("since this hour", long.MinValue / 2, 1), ("for 1 to 3 hours", 1, 4), ("for 4 to 23 hours", 4, 24), ("for a day or more", 24, 72), ("for three days or more", 72, long.MaxValue / 2)];
}
