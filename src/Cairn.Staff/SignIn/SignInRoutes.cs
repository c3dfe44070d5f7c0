using Cairn.Foundation.Web;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Staff.SignIn;

/// <summary>Into the console and out of it.</summary>
internal static class SignInRoutes
{
    private const string Wrong = "That did not fit together. Check the name, the passphrase and the code; a code is good for half a minute and only once.";
    private const string WrongPasskey = "This passkey was not accepted. Try again, or use your passphrase and a code.";

    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPage("/sign-in", Open).Needs(Permission.ComeIn);
        surfaces.Console.MapPost("/sign-in", ByCodes).Needs(Permission.ComeIn);
        surfaces.Console.MapPost("/sign-in/question", Question).Needs(Permission.ComeIn);
        surfaces.Console.MapPost("/sign-in/passkey", ByPasskey).Needs(Permission.ComeIn);
        surfaces.Console.MapPost("/sign-out", Out).Needs(Permission.OwnAccount);
    }

    private static Task<IResult> Open(HttpContext http, ConsolePages pages, OidcDoor oidc, string? then) =>
        http.Features.Get<SignedIn>() is null ? Page(http, pages, oidc, then) : Task.FromResult<IResult>(new SeeOther(ConsolePath.Or(then)));

    private static async Task<IResult> Question(PasskeyWay passkeys) => TypedResults.Text(await passkeys.Question(null), "application/json");

    private static async Task<IResult> ByPasskey(
        HttpContext http, [FromForm] string? credential, [FromForm] string? then, PasskeyWay passkeys, SessionBook sessions, AuditTrail audit, ConsolePages pages, OidcDoor oidc)
    {
        if (await passkeys.Check(credential ?? "") is not { } member)
            return await Page(http, pages, oidc, then, WrongPasskey);

        await audit.Record(new(member.UserName!), Acts.SignIn, "passkey", http.RequestAborted);
        await sessions.Begin(http, member, "passkey");
        return new SeeOther(ConsolePath.Or(then));
    }

    private static async Task<IResult> ByCodes(
        HttpContext http, [FromForm] string? name, [FromForm] string? passphrase, [FromForm] string? code, [FromForm] string? then,
        CodeWay codes, SessionBook sessions, AuditTrail audit, ConsolePages pages, OidcDoor oidc)
    {
        try
        {
            var (member, way) = await codes.Check(name?.Trim() ?? "", passphrase ?? "", code ?? "", http.RequestAborted);
            if (member is null)
                return await Page(http, pages, oidc, then, Wrong, name);

            var who = new Actor(member.UserName!);
            if (way == "recovery")
                await audit.Record(who, Acts.RecoveryCodeUsed, member.UserName!, http.RequestAborted);
            await audit.Record(who, Acts.SignIn, way, http.RequestAborted);
            await sessions.Begin(http, member, way);
            return new SeeOther(way == "recovery" ? "/console/account" : ConsolePath.Or(then));
        }
        catch (BusyException)
        {
            return await pages.Show<SignInPage>(
                http, new SignInModel(name, ConsolePath.Or(then), "Too many are trying to sign in this way just now. Wait a moment and try again; passkeys are not affected.", oidc.Label),
                status: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> Out(HttpContext http, SignedIn who, SessionBook sessions, AuditTrail audit)
    {
        await audit.Record(who, Acts.SignOut, who.Name, http.RequestAborted);
        await sessions.End(http, who);
        return new SeeOther("/console/sign-in");
    }

    private static Task<IResult> Page(HttpContext http, ConsolePages pages, OidcDoor oidc, string? then, string? problem = null, string? name = null) =>
        pages.Show<SignInPage>(
            http, new SignInModel(name, ConsolePath.Or(then), problem, oidc.Label), status: problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Problem">Why the last try did not succeed; the same whatever was wrong.</param>
/// <param name="Oidc">What the button of the organisation's own sign-in says, or null when there is none.</param>
public sealed record SignInModel(string? Name, string Then, string? Problem, string? Oidc);
