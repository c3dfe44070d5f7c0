using System.Buffers.Text;
using System.Globalization;
using Cairn.Staff.Invitations;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Cairn.Staff.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Staff.Accounts;

/// <summary>What a member sees of their own account.</summary>
internal sealed class AccountView(UserManager<StaffMember> users, SessionBook sessions, AuthenticatorSeed seeds, OidcDoor door)
{
    /// <param name="seed">The sealed seed of a form that was refused, so that the picture stays the same.</param>
    public async Task<AccountModel> Of(SignedIn who, FieldProblem? problem, CancellationToken cancel, string? seed = null)
    {
        var member = await users.FindByIdAsync(who.Id) ?? throw new InvalidOperationException("The member is gone.");
        var passkeys = await users.GetPasskeysAsync(member);
        return new(
            who,
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new OwnPasskey(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Passkey", p.CreatedAt.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)))],
            member.PasswordHash is not null,
            member.PasswordHash is null ? 0 : await users.CountRecoveryCodesAsync(member),
            member.AccessFailedCount >= CodeWay.MostWrongCodes,
            door.Authority is null ? null : door.Name,
            (await users.GetLoginsAsync(member)).Count > 0,
            await sessions.Count(who.Id, cancel),
            seeds.Again(Purpose(who), who.Name, seed ?? ""),
            problem);
    }

    internal static string Purpose(SignedIn who) => "member " + who.Id;
}

/// <param name="HasCodes">True when the member has a passphrase and an authenticator.</param>
/// <param name="CodesClosed">True when too many wrong codes followed the right passphrase.</param>
/// <param name="Organisation">Name of the organisation's sign-in service, or null when none is configured.</param>
/// <param name="Sessions">In how many browsers the member is signed in, this one included.</param>
public sealed record AccountModel(
    SignedIn Who, IReadOnlyList<OwnPasskey> Passkeys, bool HasCodes, int RecoveryCodesLeft, bool CodesClosed, string? Organisation, bool Linked, int Sessions, ShownSeed Seed, FieldProblem? Problem);

public sealed record OwnPasskey(string Id, string Name, string Added);
