using Cairn.Foundation.Web;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Staff.Sessions;

/// <summary>Showing again that it is you, in the middle of something: the form goes on to where it was going.</summary>
internal static class ConfirmRoutes
{
    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPost("/confirm/question", Question).Needs(Permission.OwnAccount);
        surfaces.Console.MapPost("/confirm", Confirm).Needs(Permission.OwnAccount);
    }

    private static async Task<IResult> Question(SignedIn who, UserManager<StaffMember> users, PasskeyWay passkeys) =>
        TypedResults.Text(await passkeys.Question(await users.FindByIdAsync(who.Id)), "application/json");

    private static async Task<IResult> Confirm(
        HttpContext http, SignedIn who, [FromForm] string? credential, [FromForm(Name = StepUp.CodeField)] string? code,
        UserManager<StaffMember> users, PasskeyWay passkeys, CodeWay codes, SessionBook sessions, AuditTrail audit, ConsolePages pages)
    {
        var itIs = credential is { Length: > 0 }
            ? (await passkeys.Check(credential))?.Id == who.Id
            : await users.FindByIdAsync(who.Id) is { } member && await codes.IsCodeNow(member, (code ?? "").Trim(), http.RequestAborted);
        if (!itIs)
            return await StepUp.Ask(http, pages, "That did not fit. Try again: a code is good for half a minute and only once.");

        await audit.Record(who, Acts.Confirm, who.Name, http.RequestAborted);
        await sessions.Confirm(who, http.RequestAborted);
        return new SameFormTo(ConsolePath.Or(http.Request.Form[StepUp.PathField]));
    }

    /// <summary>307: the browser sends the same form there.</summary>
    private sealed class SameFormTo(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
