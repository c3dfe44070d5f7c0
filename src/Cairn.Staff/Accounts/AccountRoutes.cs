using System.Buffers.Text;
using Cairn.Foundation.Web;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Invitations;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Cairn.Staff.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Staff.Accounts;

/// <summary>A member's own account: passkeys, passphrase and codes, and where they are signed in.</summary>
internal static class AccountRoutes
{
    public static void Map(Surfaces surfaces)
    {
        var console = surfaces.Console;
        console.MapPage("/account", Own).Needs(Permission.OwnAccount);
        console.MapPost("/account/passkeys/question", Question).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/passkeys", AddPasskey).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/passkeys/remove", RemovePasskey).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/codes", UseCodes).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/codes/remove", RemoveCodes).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/recovery-codes", NewRecoveryCodes).Needs(Permission.ChangeOwnKeys);
        console.MapPost("/account/sign-out-everywhere", SignOutEverywhere).Needs(Permission.OwnAccount);
    }

    private static async Task<IResult> Own(HttpContext http, SignedIn who, AccountView view, ConsolePages pages) =>
        await pages.Show<AccountPage>(http, await view.Of(who, null, http.RequestAborted));

    private static async Task<IResult> Question(SignedIn who, PasskeyWay passkeys) =>
        TypedResults.Text(await passkeys.NewQuestion(new PasskeyUserEntity { Id = who.Id, Name = who.Name, DisplayName = who.Called }), "application/json");

    private static async Task<IResult> AddPasskey(
        HttpContext http, SignedIn who, [FromForm] string? credential, SessionBook sessions, UserManager<StaffMember> users, PasskeyWay passkeys, Membership membership, AuditTrail audit, AccountView view, ConsolePages pages)
    {
        // Nothing was made yet: the member had to show first that it is them.
        if (string.IsNullOrEmpty(credential))
            return new SeeOther("/console/account#passkeys");
        if (await NewKeys.FromPasskey(credential, who.Name, passkeys) is not { Passkey: { } passkey, MemberId: var id } || id != who.Id)
            return await Refused(http, who, view, pages, new("passkeys", "The passkey could not be made. Try again."));

        // Whoever is signed in elsewhere shows first that they hold a key that still counts.
        await sessions.EndAll(who.Id, except: who.Session, http.RequestAborted);
        await audit.Doing(who, Acts.PasskeyAdded, who.Name, async () => { await membership.AddPasskey(await Member(users, who), passkey); return true; }, http.RequestAborted);
        return new SeeOther("/console/account#passkeys");
    }

    private static async Task<IResult> RemovePasskey(
        HttpContext http, SignedIn who, [FromForm] string? id, SessionBook sessions, UserManager<StaffMember> users, AuditTrail audit, AccountView view, ConsolePages pages)
    {
        var member = await Member(users, who);
        var mine = await users.GetPasskeysAsync(member);
        if (mine.FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == id) is not { } passkey)
            return new SeeOther("/console/account#passkeys");
        if (mine.Count == 1 && member.PasswordHash is null)
            return await Refused(http, who, view, pages, new("passkeys", "This is your only way to sign in. Add another one first."));

        await audit.Doing(
            who, Acts.PasskeyRemoved, who.Name,
            async () => { Membership.Require(await users.RemovePasskeyAsync(member, passkey.CredentialId)); return true; }, http.RequestAborted);
        await sessions.EndAll(who.Id, except: who.Session, http.RequestAborted);
        return new SeeOther("/console/account#passkeys");
    }

    private static async Task<IResult> UseCodes(
        HttpContext http, SignedIn who, [FromForm] string? passphrase, [FromForm] string? code, [FromForm] string? seed,
        SessionBook sessions, UserManager<StaffMember> users, AuthenticatorSeed seeds, Membership membership, AuditTrail audit, AccountView view, ConsolePages pages)
    {
        var keys = NewKeys.FromCodes(who.Name, passphrase, code, AccountView.Purpose(who), seed, seeds);
        if (keys.Problem is { } problem)
            return await Refused(http, who, view, pages, problem, seed);

        var codes = await audit.Doing(
            who, Acts.CodesMade, who.Name, async () => await membership.UseCodes(await Member(users, who), keys), http.RequestAborted);
        await sessions.EndAll(who.Id, except: who.Session, http.RequestAborted);
        return await pages.Show<RecoveryCodesPage>(http, new NewRecoveryCodes(codes, "/console/account"));
    }

    private static async Task<IResult> RemoveCodes(
        HttpContext http, SignedIn who, UserManager<StaffMember> users, Membership membership, AuditTrail audit, AccountView view, ConsolePages pages)
    {
        var member = await Member(users, who);
        if ((await users.GetPasskeysAsync(member)).Count == 0)
            return await Refused(http, who, view, pages, new("codes", "This is your only way to sign in. Add a passkey first."));

        await audit.Doing(who, Acts.CodesRemoved, who.Name, async () => { await membership.RemoveCodes(member); return true; }, http.RequestAborted);
        return new SeeOther("/console/account#codes");
    }

    private static async Task<IResult> NewRecoveryCodes(
        HttpContext http, SignedIn who, UserManager<StaffMember> users, Membership membership, AuditTrail audit, AccountView view, ConsolePages pages)
    {
        var member = await Member(users, who);
        if (member.PasswordHash is null)
            return await Refused(http, who, view, pages, new("codes", "Recovery codes go with a passphrase; set one up first."));

        var codes = await audit.Doing(who, Acts.CodesMade, who.Name, () => membership.NewRecoveryCodes(member), http.RequestAborted);
        return await pages.Show<RecoveryCodesPage>(http, new NewRecoveryCodes(codes, "/console/account"));
    }

    private static async Task<IResult> SignOutEverywhere(HttpContext http, SignedIn who, SessionBook sessions, AuditTrail audit)
    {
        await audit.Record(who, Acts.SignOutEverywhere, who.Name, http.RequestAborted);
        await sessions.EndAll(who.Id, except: null, http.RequestAborted);
        await sessions.End(http, who);
        return new SeeOther("/console/sign-in");
    }

    private static async Task<IResult> Refused(HttpContext http, SignedIn who, AccountView view, ConsolePages pages, FieldProblem problem, string? seed = null) =>
        await pages.Show<AccountPage>(http, await view.Of(who, problem, http.RequestAborted, seed), status: StatusCodes.Status422UnprocessableEntity);

    private static async Task<StaffMember> Member(UserManager<StaffMember> users, SignedIn who) =>
        await users.FindByIdAsync(who.Id) ?? throw new InvalidOperationException("The member is gone.");
}

/// <param name="Next">Where the page leads on to.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes, string Next);
