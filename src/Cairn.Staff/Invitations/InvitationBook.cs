using System.Security.Cryptography;
using System.Text;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Invitations;

/// <summary>Links that let somebody in once. Only the SHA-256 of a link's number is kept.</summary>
internal sealed class InvitationBook(IDbContextFactory<StaffDb> databases, TimeProvider time)
{
    internal static readonly TimeSpan SetUpLifetime = TimeSpan.FromHours(1);
    internal static readonly TimeSpan InvitationLifetime = TimeSpan.FromHours(24);
    private const int NumberBytes = 32;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A link for the first administrator, or null when there is one who can sign in already.</summary>
    /// <returns>The link's number.</returns>
    public async Task<string?> ForFirstAdministrator(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await HasAdministrator(db, cancel) ? null : await Make(db, null, null, [Role.Administrator], Actor.Server, SetUpLifetime, cancel);
    }

    /// <summary>A link for somebody, new or known; an earlier one for the same name is void.</summary>
    public async Task<string> For(string name, string called, IReadOnlyList<Role> roles, Actor by, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Invitations.Where(i => i.For == name).ExecuteDeleteAsync(cancel);
        return await Make(db, name, called, roles, by, InvitationLifetime, cancel);
    }

    /// <summary>What a link is for, or null when it was used, has ended or was never made.</summary>
    public async Task<Invitation?> Find(string number, CancellationToken cancel)
    {
        var (id, now) = (HashOf(number), Now);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.EndsAt > now, cancel) is not { } found)
            return null;
        // The first set-up is over as soon as somebody has done it, whatever links are still about.
        return found.For is null && await HasAdministrator(db, cancel) ? null : found;
    }

    /// <summary>Uses the link up. Of two who use it at once, one is told true.</summary>
    public async Task<bool> Use(Invitation invitation, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Invitations.Where(i => i.Id == invitation.Id).ExecuteDeleteAsync(cancel) == 0)
            return false;
        if (invitation.For is null)
            await db.Invitations.Where(i => i.For == null).ExecuteDeleteAsync(cancel);
        return true;
    }

    /// <summary>The invitations that have not been answered yet.</summary>
    public async Task<List<Invitation>> Open(CancellationToken cancel)
    {
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Invitations.AsNoTracking().Where(i => i.For != null && i.EndsAt > now).OrderBy(i => i.For).ToListAsync(cancel);
    }

    /// <summary>Makes the links for one name void.</summary>
    public async Task Withdraw(string name, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Invitations.Where(i => i.For == name).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Makes the links void that somebody made who has left.</summary>
    public async Task WithdrawMadeBy(string name, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Invitations.Where(i => i.MadeBy == name).ExecuteDeleteAsync(cancel);
    }

    internal static string HashOf(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)));

    private async Task<string> Make(StaffDb db, string? name, string? called, IReadOnlyList<Role> roles, Actor by, TimeSpan lifetime, CancellationToken cancel)
    {
        var now = Now;
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NumberBytes));
        await db.Invitations.Where(i => i.EndsAt < now).ExecuteDeleteAsync(cancel);
        db.Add(new Invitation
        {
            Id = HashOf(number),
            For = name,
            Called = called,
            RoleWords = string.Join(' ', roles),
            MadeBy = by.Name,
            MadeAt = now,
            EndsAt = now + (long)lifetime.TotalMilliseconds,
        });
        await db.SaveChangesAsync(cancel);
        return number;
    }

    private static async Task<bool> HasAdministrator(StaffDb db, CancellationToken cancel) =>
        (await db.Members.AsNoTracking().Where(m => m.RemovedAt == null).ToListAsync(cancel)).Exists(m => m.Roles.Contains(Role.Administrator));
}
