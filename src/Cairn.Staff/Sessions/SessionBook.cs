using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Sessions;

/// <summary>Who is signed in where. The cookie holds a random number under the keyring's key; everything else is asked of the database on each request,
/// so that a role taken away, a member removed and a sign-out count at once and on every node.</summary>
public sealed class SessionBook
{
    /// <summary>The authentication scheme, and the name of the cookie.</summary>
    public const string Scheme = "cairn-session";

    internal const string Claim = "session";
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly long Minute = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    private readonly IDbContextFactory<StaffDb> databases;
    private readonly TimeProvider time;

    internal SessionBook(IDbContextFactory<StaffDb> databases, TimeProvider time) => (this.databases, this.time) = (databases, time);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The member whose cookie came with the request, or null.</summary>
    public async Task<SignedIn?> Find(HttpContext http)
    {
        var principal = (await http.AuthenticateAsync(Scheme)).Principal;
        if (principal?.FindFirstValue(Claim) is not { } number)
            return null;

        var id = HashOf(number);
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var found = await db.Sessions.Where(s => s.Id == id).Join(db.Members, s => s.Member, m => m.Id, (s, m) => new { Session = s, Member = m }).SingleOrDefaultAsync(http.RequestAborted);
        if (found is null || found.Member.RemovedAt is not null)
            return null;
        if (now - found.Session.SeenAt > Idle.TotalMilliseconds || now - found.Session.StartedAt > Longest.TotalMilliseconds)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(http.RequestAborted);
            return null;
        }

        if (now - found.Session.SeenAt >= Minute)
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.SeenAt, now), http.RequestAborted);
        return Known(http, principal, found.Member, id, found.Session.ConfirmedAt);
    }

    /// <summary>Begins a session of its own: a number that was in the browser before means nothing afterwards.</summary>
    internal async Task Begin(HttpContext http, StaffMember member, string way)
    {
        var now = Now;
        // The organisation's service may have answered without asking anybody: for a dangerous act the member shows a passkey or a code here.
        var confirmed = way == "oidc" ? 0 : now;
        var number = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using (var db = await databases.CreateDbContextAsync(http.RequestAborted))
        {
            await DeleteEnded(db, now, http.RequestAborted);
            // Whoever signs in again in this browser has left the session before.
            if (http.Features.Get<SignedIn>() is { } before)
                await db.Sessions.Where(s => s.Id == before.Session).ExecuteDeleteAsync(http.RequestAborted);
            db.Add(new StaffSession { Id = HashOf(number), Member = member.Id, Way = way, StartedAt = now, SeenAt = now, ConfirmedAt = confirmed });
            await db.SaveChangesAsync(http.RequestAborted);
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claim, number)], way));
        await http.SignInAsync(Scheme, principal);
        // A page drawn in the same answer is already the member's.
        Known(http, principal, member, HashOf(number), confirmed);
    }

    /// <summary>The member has shown again that it is them.</summary>
    internal async Task Confirm(SignedIn who, CancellationToken cancel)
    {
        var now = Now;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.Id == who.Session).ExecuteUpdateAsync(s => s.SetProperty(r => r.ConfirmedAt, now), cancel);
    }

    internal async Task End(HttpContext http, SignedIn who)
    {
        await using (var db = await databases.CreateDbContextAsync(http.RequestAborted))
            await db.Sessions.Where(s => s.Id == who.Session).ExecuteDeleteAsync(http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Signs a member out in every browser.</summary>
    /// <param name="except">A session that goes on, by its <see cref="SignedIn.Session"/>, or null.</param>
    internal async Task EndAll(string member, string? except, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.Where(s => s.Member == member && s.Id != except).ExecuteDeleteAsync(cancel);
    }

    internal async Task<bool> Stands(string session, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Sessions.AnyAsync(s => s.Id == session, cancel);
    }

    internal async Task<int> Count(string member, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Sessions.CountAsync(s => s.Member == member, cancel);
    }

    /// <summary>Form tokens are bound to the principal: one from before the sign-in, or of another session, is refused.</summary>
    private static SignedIn Known(HttpContext http, ClaimsPrincipal principal, StaffMember member, string session, long confirmedAt)
    {
        var who = new SignedIn(member.Id, member.UserName!, member.Called, member.Roles, session, confirmedAt);
        http.User = principal;
        http.Features.Set(who);
        return who;
    }

    internal static string HashOf(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(number)));

    private static Task DeleteEnded(StaffDb db, long now, CancellationToken cancel)
    {
        var idle = now - (long)Idle.TotalMilliseconds;
        var begun = now - (long)Longest.TotalMilliseconds;
        return db.Sessions.Where(s => s.SeenAt < idle || s.StartedAt < begun).ExecuteDeleteAsync(cancel);
    }
}
