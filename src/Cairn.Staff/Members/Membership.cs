using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Cairn.Staff.Accounts;
using Cairn.Staff.Invitations;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Staff.Members;

/// <summary>Joining the staff, and keeping the ways to sign in.</summary>
internal sealed partial class Membership(UserManager<StaffMember> users, SessionBook sessions, TimeProvider time)
{
    internal const int LongestCalled = 80;
    private const int RecoveryCodes = 10;

    // These stand in histories for something else.
    private static readonly string[] Reserved = ["server", "command", "line", "start", "system", "nobody", "somebody"];

    /// <summary>Why nobody can join under these names, or null.</summary>
    public async Task<FieldProblem?> ProblemWith(string name, string called, Invitation invitation)
    {
        if (!IsName(name))
            return new("name", "A sign-in name has 2 to 40 small letters, digits, dots or hyphens, and begins and ends with a letter or digit.");
        if (!IsCalled(called))
            return new("called", $"Say your name, in at most {LongestCalled} characters.");
        return await users.FindByNameAsync(name) is { } known && (invitation.For is null || known.RemovedAt is not null)
            ? new("name", "This sign-in name was somebody's before. Take another one.")
            : null;
    }

    /// <summary>The id a passkey is made for: the member's own when they are known already.</summary>
    public async Task<string> IdFor(string name) => (await users.FindByNameAsync(name))?.Id ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Makes the member, or gives a known one new keys and takes all the old ones away.</summary>
    public async Task<Joined> Join(string name, string called, string roleWords, NewKeys keys)
    {
        var member = await users.FindByNameAsync(name);
        if (member is null)
        {
            member = new StaffMember
            {
                Id = keys.MemberId ?? await IdFor(name),
                UserName = name,
                Called = called,
                RoleWords = roleWords,
                JoinedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            Require(await users.CreateAsync(member));
        }
        else
        {
            await RemoveKeys(member);
            (member.Called, member.RoleWords) = (called, roleWords);
            Require(await users.UpdateAsync(member));
        }

        if (keys.Passkey is { } passkey)
        {
            await AddPasskey(member, passkey);
            return new(member, []);
        }

        return new(member, await UseCodes(member, keys));
    }

    public async Task AddPasskey(StaffMember member, UserPasskeyInfo passkey)
    {
        passkey.Name = $"Passkey of {time.GetUtcNow():d MMMM yyyy}";
        Require(await users.AddOrUpdatePasskeyAsync(member, passkey));
        Require(await users.UpdateSecurityStampAsync(member));
    }

    /// <returns>New recovery codes; the earlier ones are void.</returns>
    public async Task<IReadOnlyList<string>> UseCodes(StaffMember member, NewKeys keys)
    {
        if (member.PasswordHash is not null)
            Require(await users.RemovePasswordAsync(member));
        Require(await users.AddPasswordAsync(member, keys.Passphrase!));
        Require(await users.SetAuthenticationTokenAsync(member, StaffStore.OwnProvider, StaffStore.AuthenticatorKey, keys.Seed!));
        Require(await users.SetAuthenticationTokenAsync(member, StaffStore.LastStep.Provider, StaffStore.LastStep.Name, keys.UsedStep.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        member.AccessFailedCount = 0;
        Require(await users.UpdateAsync(member));
        return await NewRecoveryCodes(member);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodes(StaffMember member) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes) ?? throw new InvalidOperationException("No recovery codes were made.")];

    public async Task RemoveCodes(StaffMember member)
    {
        foreach (var (provider, name) in StaffStore.Secrets)
            Require(await users.RemoveAuthenticationTokenAsync(member, provider, name));
        if (member.PasswordHash is not null)
            Require(await users.RemovePasswordAsync(member));
    }

    /// <summary>Takes away every way to sign in, and signs the member out everywhere.</summary>
    public async Task RemoveKeys(StaffMember member)
    {
        foreach (var passkey in await users.GetPasskeysAsync(member))
            Require(await users.RemovePasskeyAsync(member, passkey.CredentialId));
        foreach (var login in await users.GetLoginsAsync(member))
            Require(await users.RemoveLoginAsync(member, login.LoginProvider, login.ProviderKey));
        await RemoveCodes(member);
        member.AccessFailedCount = 0;
        Require(await users.UpdateSecurityStampAsync(member));
        await sessions.EndAll(member.Id, except: null, CancellationToken.None);
    }

    internal static bool IsName(string name) => name.Length is >= 2 and <= 40 && NameShape().IsMatch(name) && !Reserved.Contains(name);

    internal static bool IsCalled(string called) => called.Length is >= 1 and <= LongestCalled && !called.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);

    internal static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("The account could not be changed: " + string.Join(' ', result.Errors.Select(e => e.Code)));
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]*[a-z0-9]\z")]
    private static partial Regex NameShape();
}

/// <param name="RecoveryCodes">Shown once; empty when the member has a passkey only.</param>
internal sealed record Joined(StaffMember Member, IReadOnlyList<string> RecoveryCodes);
