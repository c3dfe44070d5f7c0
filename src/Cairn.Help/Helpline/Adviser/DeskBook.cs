using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>Who answers at the desk, and with which keys. Private halves pass through here sealed; none is ever opened.</summary>
internal sealed class DeskBook(IDbContextFactory<HelpDb> databases, Foundation.Storage.Database database, StaffBook staff, HelplineLine line, DeskBell bell, SiteKeys site, AuditTrail audit, TimeProvider time)
{
    internal const int PublicBytes = 32, SaltBytes = 16, WrappedBytes = 1 + 24 + 64 + 16, DeskBoxBytes = 1 + 32 + 32 + 16;

    private int Desk => line.DeskNumber;

    /// <summary>What a member of staff needs to open the desk.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<DeskStanding> Standing(CancellationToken cancel) => Ask(async db =>
    {
        var people = await staff.ById(cancel);
        var desk = await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Desk == Desk, cancel);
        var keys = await db.DeskKeys.AsNoTracking().Where(k => k.Desk == Desk).OrderBy(k => k.Generation).ToListAsync(cancel);
        var boxes = await db.DeskBoxes.AsNoTracking().Where(b => b.Desk == Desk).ToListAsync(cancel);
        var advisers = await db.Advisers.AsNoTracking().ToDictionaryAsync(a => a.Member, cancel);
        return new DeskStanding(desk, keys, boxes, advisers, people);
    }, cancel);

    /// <summary>An adviser's own keys as their browser made them, or null.</summary>
    public AdviserKeys? KeysOf(AdviserKeysRow? row) => row is not null && site.Uncovered(row.Wrapped, row.Member) is { } wrapped ? new(row.Public, row.Verify, row.Salt, wrapped) : null;

    /// <summary>The desk's keys as they were sealed to a member.</summary>
    public IReadOnlyList<DeskBox> BoxesOf(DeskStanding standing, string member) =>
        [.. from b in standing.Boxes where b.Member == member orderby b.Generation let box = site.Uncovered(b.Box, member) where box is not null select new DeskBox(b.Generation, box)];

    /// <summary>The key that an adviser's signatures are checked with; null before they made one.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<byte[]?> VerifyKeyOf(string member, CancellationToken cancel) => Ask(db => db.Advisers.Where(a => a.Member == member).Select(a => a.Verify).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>Keeps an adviser's own keys. New ones take them off the desk: nothing that was sealed to the old ones opens any more.</summary>
    /// <returns>False when these are no keys.</returns>
    /// <exception cref="StorageException">They were not kept.</exception>
    public async Task<bool> KeepKeys(SignedIn who, AdviserKeys keys, CancellationToken cancel)
    {
        if (keys is not { Public.Length: PublicBytes, Verify.Length: PublicBytes, Salt.Length: SaltBytes, Wrapped.Length: WrappedBytes } || !IsPublic(keys.Public))
            return false;
        await audit.Doing(who, Acts.AdviserKeysMade, who.Name, () => Change(async db =>
        {
            await db.DeskBoxes.Where(b => b.Member == who.Id).ExecuteDeleteAsync(cancel);
            // What they had in hand waits for somebody else; what they signed was signed with a key that nobody shows any more, and is asked for again.
            await db.Leases.Where(l => l.Member == who.Id).ExecuteDeleteAsync(cancel);
            await db.Packages.Where(p => p.Member == who.Id || p.Approver == who.Id).ExecuteDeleteAsync(cancel);
            if (await db.Advisers.SingleOrDefaultAsync(a => a.Member == who.Id, cancel) is { } before)
                (before.Public, before.Verify, before.Salt, before.Wrapped) = (keys.Public, keys.Verify, keys.Salt, site.CoverOf(keys.Wrapped, who.Id));
            else
                db.Add(new AdviserKeysRow { Member = who.Id, Public = keys.Public, Verify = keys.Verify, Salt = keys.Salt, Wrapped = site.CoverOf(keys.Wrapped, who.Id) });
        }, cancel), cancel);
        return true;
    }

    /// <summary>A supervisor makes the desk and is its first member.</summary>
    /// <returns>A sentence why not, or null.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<string?> Make(SignedIn who, DeskWork work, CancellationToken cancel)
    {
        var standing = await Standing(cancel);
        if (standing.Desk is not null)
            return "There is a desk already. Nothing was changed.";
        if (!standing.Advisers.ContainsKey(who.Id) || !IsPublic(work.Public) || !IsPublic(work.Recovery) || work.Boxes is not [{ Generation: 1, Box.Length: DeskBoxBytes } box] || box.Member != who.Id)
            return "That was not a desk's keys. Load the page again.";
        await audit.Doing(who, Acts.DeskMade, Called(Desk), () => Change(db =>
        {
            db.Add(new HelplineDeskRow { Desk = Desk, Generation = 1, RecoveryPublic = work.Recovery, OpenedHour = Hour });
            db.Add(new DeskKeyRow { Desk = Desk, Generation = 1, Public = work.Public });
            db.Add(new DeskBoxRow { Desk = Desk, Generation = 1, Member = who.Id, Box = site.CoverOf(box.Box, who.Id) });
            return Task.CompletedTask;
        }, cancel), cancel);
        return null;
    }

    /// <summary>A member of the desk has sealed its keys to somebody new.</summary>
    /// <returns>A sentence why not, or null.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<string?> Add(SignedIn who, DeskWork work, CancellationToken cancel)
    {
        var standing = await Standing(cancel);
        if (!standing.IsMember(who.Id))
            return "Only a member of the desk can add somebody: the desk's key is sealed in the member's own browser.";
        if (standing.Desk is not { } desk || !standing.MayAnswer(work.Member) || standing.IsMember(work.Member)
            || work.Boxes.Count == 0 || work.Boxes.Any(b => b.Member != work.Member || b.Box.Length != DeskBoxBytes || b.Generation < 1 || b.Generation > desk.Generation)
            || work.Boxes.All(b => b.Generation != desk.Generation))
            return "That person cannot be added: they are on the desk already, are not an adviser or supervisor, or have not made their keys.";
        await audit.Doing(who, Acts.DeskMemberAdded, $"{Called(Desk)}, {standing.People[work.Member].Name}", () => Change(async db =>
        {
            await db.DeskBoxes.Where(b => b.Desk == Desk && b.Member == work.Member).ExecuteDeleteAsync(cancel);
            db.AddRange(work.Boxes.Select(b => new DeskBoxRow { Desk = Desk, Generation = b.Generation, Member = b.Member, Box = site.CoverOf(b.Box, b.Member) }));
        }, cancel), cancel);
        return null;
    }

    /// <summary>A supervisor takes a member off the desk: it gets another key, sealed to all who stay.</summary>
    /// <returns>A sentence why not, or null.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<string?> Remove(SignedIn who, DeskWork work, CancellationToken cancel)
    {
        var standing = await Standing(cancel);
        var stay = standing.MemberIds.Where(m => m != work.Member).ToHashSet();
        if (standing.Desk is not { } desk || !standing.IsMember(work.Member))
            return "That person is not on the desk. Nothing was changed.";
        if (stay.Count == 0)
            return "The last member cannot leave: nobody could read what was written. Add somebody first.";
        if (work.Generation != desk.Generation + 1 || !IsPublic(work.Public) || work.Boxes.Any(b => b.Box.Length != DeskBoxBytes || b.Generation != work.Generation)
            || !stay.SetEquals(work.Boxes.Select(b => b.Member)) || work.Boxes.Count != stay.Count)
            return "The desk changed meanwhile. Load the page again.";
        var name = standing.People.TryGetValue(work.Member, out var person) ? person.Name : "somebody";
        await audit.Doing(who, Acts.DeskMemberRemoved, $"{Called(Desk)}, {name}", () => Change(async db =>
        {
            await db.DeskBoxes.Where(b => b.Desk == Desk && b.Member == work.Member).ExecuteDeleteAsync(cancel);
            await db.Leases.Where(l => l.Member == work.Member).ExecuteDeleteAsync(cancel);
            (await db.Desks.SingleAsync(d => d.Desk == Desk, cancel)).Generation = work.Generation;
            db.Add(new DeskKeyRow { Desk = Desk, Generation = work.Generation, Public = work.Public });
            db.AddRange(work.Boxes.Select(b => new DeskBoxRow { Desk = Desk, Generation = b.Generation, Member = b.Member, Box = site.CoverOf(b.Box, b.Member) }));
        }, cancel), cancel);
        return null;
    }

    /// <summary>A supervisor who holds the recovery paper asks to open the desk with it. Nothing happens until another person agrees.</summary>
    /// <returns>A sentence why not, or null.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<string?> AskRecovery(SignedIn who, DeskWork work, CancellationToken cancel)
    {
        var standing = await Standing(cancel);
        if (standing.Desk is not { } desk)
            return "There is no desk. Nothing was changed.";
        if (!standing.Advisers.ContainsKey(who.Id) || work.Generation != desk.Generation + 1 || !IsPublic(work.Public) || work.Boxes is not [{ Box.Length: DeskBoxBytes } box] || box.Member != who.Id || box.Generation != work.Generation)
            return "The desk changed meanwhile. Load the page again.";
        await audit.Doing(who, Acts.RecoveryAsked, Called(Desk), () => Change(async db =>
        {
            await db.Recoveries.Where(r => r.Desk == Desk).ExecuteDeleteAsync(cancel);
            db.Add(new RecoveryRow { Desk = Desk, Member = who.Id, Generation = work.Generation, Public = work.Public, Box = site.CoverOf(box.Box, who.Id) });
        }, cancel), cancel);
        return null;
    }

    /// <summary>Another person agrees, or refuses. Agreed, whoever asked is on the desk, alone with its new key; every conversation says so to its seeker.</summary>
    /// <returns>A sentence why not, or null.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<string?> DecideRecovery(SignedIn who, bool agreed, CancellationToken cancel)
    {
        if (await Recovery(cancel) is not { Agreed: 0 } asked)
            return "Nobody asks for it. Nothing was changed.";
        if (asked.Member == who.Id)
            return "Another person has to agree.";
        var standing = await Standing(cancel);
        if (standing.Desk?.Generation + 1 != asked.Generation)
            return "The desk changed meanwhile. It has to be asked for again.";
        await audit.Doing(who, agreed ? Acts.RecoveryAgreed : Acts.RecoveryRefused, Called(Desk), () => Change(async db =>
        {
            if (!agreed)
            {
                await db.Recoveries.Where(r => r.Desk == Desk).ExecuteDeleteAsync(cancel);
                return;
            }

            await db.DeskBoxes.Where(b => b.Desk == Desk).ExecuteDeleteAsync(cancel);
            await db.Leases.Where(l => db.Conversations.Any(c => c.Id == l.Conversation && c.Desk == Desk)).ExecuteDeleteAsync(cancel);
            await db.Conversations.Where(c => c.Desk == Desk).ExecuteUpdateAsync(s => s.SetProperty(c => c.Recovered, 1), cancel);
            await db.Recoveries.Where(r => r.Desk == Desk).ExecuteUpdateAsync(s => s.SetProperty(r => r.Agreed, 1), cancel);
            (await db.Desks.SingleAsync(d => d.Desk == Desk, cancel)).Generation = asked.Generation;
            db.Add(new DeskKeyRow { Desk = Desk, Generation = asked.Generation, Public = asked.Public });
            db.Add(new DeskBoxRow { Desk = Desk, Generation = asked.Generation, Member = asked.Member, Box = asked.Box });
        }, cancel), cancel);
        return null;
    }

    /// <summary>What was asked for, and by whom; null when nothing was.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public Task<RecoveryRow?> Recovery(CancellationToken cancel) => Ask(db => db.Recoveries.AsNoTracking().SingleOrDefaultAsync(r => r.Desk == Desk, cancel), cancel);

    /// <summary>The conversations are open again: the recovery key's boxes are handed out no more.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public Task EndRecovery(SignedIn who, CancellationToken cancel) =>
        audit.Doing(who, Acts.RecoveryEnded, Called(Desk), () => Change(db => db.Recoveries.Where(r => r.Desk == Desk && r.Member == who.Id).ExecuteDeleteAsync(cancel), cancel), cancel);

    /// <summary>Keeps that an adviser has the desk open, once an hour.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task IsOpen(CancellationToken cancel)
    {
        if (line.State is null || line.State.OpenedHour >= Hour)
            return;
        await Change(async db => await db.Desks.Where(d => d.Desk == Desk).ExecuteUpdateAsync(s => s.SetProperty(d => d.OpenedHour, Hour), cancel), cancel);
    }

    internal static string Called(int desk) => NewThread.IsRehearsal(desk) ? "rehearsal" : $"desk {desk}";

    private long Hour => time.GetUtcNow().ToUnixTimeSeconds() / 3600;

    private static bool IsPublic(byte[] bytes) => PublicKey.Read(bytes) is not null;

    private async Task<bool> Change(Func<HelpDb, Task> change, CancellationToken cancel)
    {
        await Ask(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await change(db);
            await db.SaveChangesAsync(cancel);
            await using (var turn = Statements.Within(transaction.GetDbTransaction()))
                await DeskBell.Tell(turn, cancel);
            await transaction.CommitAsync(cancel);
            line.Use(await DeskWatch.Read(db, staff, Desk, cancel));
            return true;
        }, cancel);
        bell.Ring();
        return true;
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

/// <summary>A desk's keys and people as the database has them.</summary>
internal sealed record DeskStanding(
    HelplineDeskRow? Desk, IReadOnlyList<DeskKeyRow> Keys, IReadOnlyList<DeskBoxRow> Boxes, IReadOnlyDictionary<string, AdviserKeysRow> Advisers, IReadOnlyDictionary<string, StaffPerson> People)
{
    public IEnumerable<string> MemberIds => Desk is null ? [] : Boxes.Where(b => b.Generation == Desk.Generation).Select(b => b.Member);

    public bool IsMember(string id) => MemberIds.Contains(id);

    public bool MayAnswer(string id) => Advisers.ContainsKey(id) && People.TryGetValue(id, out var person) && person.May(Permission.AnswerDesk);
}
