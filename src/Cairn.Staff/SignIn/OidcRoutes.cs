using Cairn.Foundation.Web;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Staff.SignIn;

/// <summary>In through the organisation's own sign-in service. An account there lets nobody in by itself: its owner has linked it before, while signed in here.</summary>
internal static class OidcRoutes
{
    internal const string Scheme = "cairn-oidc";
    internal const string BackPath = "/console/oidc/back";
    private const string LinkTo = "link", FromSession = "session", Then = "then";

    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPost("/oidc/start", Start).Needs(Permission.ComeIn);
        surfaces.Console.MapPost("/oidc/link", Link).Needs(Permission.ChangeOwnKeys);
        surfaces.Console.MapPost("/oidc/unlink", Unlink).Needs(Permission.ChangeOwnKeys);
        surfaces.Console.MapGet("/oidc/back", Back).Needs(Permission.ComeIn);
    }

    private static Task<IResult> Start(HttpContext http, [FromForm] string? then, OidcDoor door, ConsolePages pages) =>
        GoThere(http, door, pages, new AuthenticationProperties { Items = { [Then] = ConsolePath.Or(then) } });

    private static Task<IResult> Link(HttpContext http, SignedIn who, OidcDoor door, ConsolePages pages) =>
        GoThere(http, door, pages, new AuthenticationProperties { Items = { [LinkTo] = who.Id, [FromSession] = who.Session, [Then] = "/console/account" } });

    private static async Task<IResult> Unlink(HttpContext http, SignedIn who, UserManager<StaffMember> users, AuditTrail audit, ConsolePages pages)
    {
        var member = await users.FindByIdAsync(who.Id) ?? throw new InvalidOperationException("The member is gone.");
        if (member.PasswordHash is null && (await users.GetPasskeysAsync(member)).Count == 0)
            return await pages.Say(http, "Not yet", "This is your only way to sign in. Add a passkey first.", StatusCodes.Status409Conflict);
        foreach (var login in await users.GetLoginsAsync(member))
            await audit.Doing(who, Acts.OidcUnlinked, who.Name, async () => { Membership.Require(await users.RemoveLoginAsync(member, login.LoginProvider, login.ProviderKey)); return true; }, http.RequestAborted);
        return new SeeOther("/console/account");
    }

    /// <summary>The sign-in service sends the browser back here.</summary>
    private static async Task<IResult> Back(HttpContext http, OidcDoor door, IAuthenticationHandlerProvider handlers)
    {
        if (door.Authority is null || await handlers.GetHandlerAsync(http, Scheme) is not IAuthenticationRequestHandler handler)
            return TypedResults.NotFound();
        return await handler.HandleRequestAsync() ? TypedResults.Empty : TypedResults.NotFound();
    }

    /// <summary>By a page that forwards, because a form may not be redirected to another site (<c>form-action</c>).</summary>
    private static async Task<IResult> GoThere(HttpContext http, OidcDoor door, ConsolePages pages, AuthenticationProperties properties)
    {
        if (door.Authority is null)
            return TypedResults.NotFound();
        await http.ChallengeAsync(Scheme, properties);
        var there = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        http.Response.Headers["Refresh"] = "0; url=" + there;
        return await pages.Show<ForwardPage>(http, new Forward($"To {door.Name}", there));
    }

    /// <summary>The service vouches for an account: is it a member's, or is a member linking it just now.</summary>
    internal static async Task Arrive(TicketReceivedContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var services = http.RequestServices;
        var pages = services.GetRequiredService<ConsolePages>();
        var users = services.GetRequiredService<UserManager<StaffMember>>();
        var audit = services.GetRequiredService<AuditTrail>();
        var door = services.GetRequiredService<OidcDoor>();
        var (issuer, subject) = (context.Principal!.FindFirst("sub")!.Issuer, context.Principal.FindFirst("sub")!.Value);
        var items = context.Properties!.Items;
        var then = ConsolePath.Or(items.TryGetValue(Then, out var wanted) ? wanted : null);

        var owner = await users.FindByLoginAsync(issuer, subject);
        if (items.TryGetValue(LinkTo, out var id))
        {
            // The session that began it must still stand: keys that were taken away meanwhile are not to be got around.
            var stands = items.TryGetValue(FromSession, out var session) && await services.GetRequiredService<SessionBook>().Stands(session!, http.RequestAborted);
            if (!stands || owner is not null || await users.FindByIdAsync(id!) is not { RemovedAt: null } linking)
            {
                await (await pages.Say(http, "Not linked", "The account belongs to somebody here already, or you were signed out meanwhile.", StatusCodes.Status409Conflict)).ExecuteAsync(http);
                return;
            }

            await audit.Doing(
                new Actor(linking.UserName!), Acts.OidcLinked, linking.UserName!,
                async () => { Membership.Require(await users.AddLoginAsync(linking, new UserLoginInfo(issuer, subject, door.Name))); return true; }, http.RequestAborted);
            await Show(http, pages.Show<ForwardPage>(http, new Forward("Linked", then)), then);
            return;
        }

        if (owner is not { RemovedAt: null })
        {
            await (await pages.Say(
                http, "Not linked yet", "Your organisation knows you, but this account is not linked to a member of staff here. Sign in another way, and link it on your account's page.",
                StatusCodes.Status403Forbidden)).ExecuteAsync(http);
            return;
        }

        await audit.Record(new(owner.UserName!), Acts.SignIn, "oidc", http.RequestAborted);
        await services.GetRequiredService<SessionBook>().Begin(http, owner, "oidc");
        // A strict cookie is not sent while a redirect from another site goes on, so the page forwards by itself.
        await Show(http, pages.Show<ForwardPage>(http, new Forward("Signed in", then)), then);
    }

    /// <summary>Nothing of what the service said is shown or logged.</summary>
    internal static async Task Fail(RemoteFailureContext context)
    {
        context.HandleResponse();
        var pages = context.HttpContext.RequestServices.GetRequiredService<ConsolePages>();
        await (await pages.Say(context.HttpContext, "That did not work", "Your organisation's sign-in service did not let you through, or it took too long. Try again, or sign in another way.", StatusCodes.Status400BadRequest))
            .ExecuteAsync(context.HttpContext);
    }

    private static async Task Show(HttpContext http, Task<IResult> page, string to)
    {
        http.Response.Headers["Refresh"] = "0; url=" + to;
        await (await page).ExecuteAsync(http);
    }
}

/// <param name="To">Where the page goes on to by itself, and by its link.</param>
public sealed record Forward(string Heading, string To);
