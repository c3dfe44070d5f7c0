using System.Globalization;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.SignIn;

/// <summary>The second way in: a passphrase together with a code from an authenticator, or with a recovery code.</summary>
/// <remarks>Nobody can lock somebody else out: wrong passphrases are not counted at all. Only ten wrong codes in a row behind the <em>right</em> passphrase close
/// this way, because then somebody has the passphrase; passkeys and recovery codes stay open. The answer never says which part was wrong.</remarks>
internal sealed class CodeWay(UserManager<StaffMember> users, IPasswordHasher<StaffMember> hasher, IDbContextFactory<StaffDb> databases, HashingLane lane, Authenticator authenticator, AuditTrail audit)
{
    internal const int MostWrongCodes = 10;
    internal const int LongestPassphrase = 200;

    /// <summary>The member, or null when any part is wrong.</summary>
    /// <param name="way"><c>codes</c> or <c>recovery</c>.</param>
    /// <exception cref="BusyException">Too many are being checked already; passkeys are not held up by this.</exception>
    public async Task<(StaffMember? Member, string Way)> Check(string name, string passphrase, string code, CancellationToken cancel)
    {
        var member = name.Length <= 64 ? await users.FindByNameAsync(name) : null;
        if (member is { RemovedAt: not null } or { PasswordHash: null })
            member = null;
        if (!await lane.Run(() => Matches(member, passphrase), cancel) || member is null)
            return (null, "");

        var plain = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit))
            return (await IsCodeNow(member, plain, cancel) ? member : null, "codes");
        return ((await users.RedeemTwoFactorRecoveryCodeAsync(member, plain.ToUpperInvariant())).Succeeded ? member : null, "recovery");
    }

    /// <summary>Whether this is the authenticator's code now and has not been used before. A wrong one is counted.</summary>
    public async Task<bool> IsCodeNow(StaffMember member, string code, CancellationToken cancel)
    {
        if (await TakeTry(member, cancel) is not { } tries)
            return false;

        var (provider, name) = StaffStore.LastStep;
        var used = long.TryParse(await users.GetAuthenticationTokenAsync(member, provider, name), out var last) ? last : 0;
        if (await users.GetAuthenticatorKeyAsync(member) is { } seed && authenticator.StepOf(seed, code) is { } step && step > used)
        {
            // Of two who send the same code at once, one comes first and the other finds the member changed.
            if (!(await users.SetAuthenticationTokenAsync(member, provider, name, step.ToString(CultureInfo.InvariantCulture))).Succeeded)
                return false;
            await using var db = await databases.CreateDbContextAsync(cancel);
            await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(r => r.AccessFailedCount, 0), cancel);
            return true;
        }

        if (tries == MostWrongCodes)
            await audit.Record(Actor.Server, Acts.CodesClosed, member.UserName!, cancel);
        return false;
    }

    /// <summary>A try is taken before the code is looked at, so that many at once have no more tries than one after the other.</summary>
    /// <returns>Which try this is, from 1; null when none is left.</returns>
    private async Task<int?> TakeTry(StaffMember member, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        for (var used = member.AccessFailedCount; used < MostWrongCodes; used++)
        {
            var before = used;
            if (await db.Members.Where(m => m.Id == member.Id && m.AccessFailedCount == before).ExecuteUpdateAsync(m => m.SetProperty(r => r.AccessFailedCount, before + 1), cancel) == 1)
                return before + 1;
        }

        return null;
    }

    /// <summary>The same work for a name that nobody has, so that the time tells nothing.</summary>
    private bool Matches(StaffMember? member, string passphrase)
    {
        var given = passphrase.Length <= LongestPassphrase ? passphrase : "";
        return hasher.VerifyHashedPassword(member!, member?.PasswordHash ?? NobodysHash.Value, given) != PasswordVerificationResult.Failed && member is not null;
    }

    private Lazy<string> NobodysHash => lane.NobodysHash(hasher);
}

/// <summary>One passphrase is hashed at a time, a few may wait: a flood of wrong ones costs one core at most and never holds up a page or a passkey.</summary>
internal sealed class HashingLane : IDisposable
{
    private const int MostWaiting = 20;

    private readonly SemaphoreSlim turn = new(1, 1);
    private Lazy<string>? nobodysHash;
    private int waiting;

    public async Task<T> Run<T>(Func<T> work, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new BusyException();
        }

        try
        {
            await turn.WaitAsync(cancel);
            try
            {
                return await Task.Run(work, cancel);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>A hash that no passphrase fits, made with the same cost as the real ones.</summary>
    public Lazy<string> NobodysHash(IPasswordHasher<StaffMember> hasher) => LazyInitializer.EnsureInitialized(
        ref nobodysHash, () => new Lazy<string>(() => hasher.HashPassword(null!, Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)))));

    public void Dispose() => turn.Dispose();
}

/// <summary>More passphrases are being checked than the machine should do at once.</summary>
internal sealed class BusyException : Exception;
