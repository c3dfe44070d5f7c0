using Cairn.Foundation.Web;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Packs.Approval.Pages;

/// <summary>The console's pages about packs: what waits, what is in force, and the four decisions.</summary>
internal static class PackRoutes
{
    private const string One = "/packs/{revision}";

    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPage("/packs", List).Needs(Permission.SeePacks);
        surfaces.Console.MapPage(One, Look).Needs(Permission.SeePacks);
        surfaces.Console.MapPost(One + "/submit", Submit).Needs(Permission.SubmitPack);
        surfaces.Console.MapPost(One + "/approve", Approve).Needs(Permission.ApprovePack);
        surfaces.Console.MapPost(One + "/send-back", SendBack).Needs(Permission.SendBackPack);
        surfaces.Console.MapPost(One + "/roll-back", RollBack).Needs(Permission.RollBackPack);
    }

    private static async Task<IResult> List(HttpContext http, ConsolePages pages, PackListComposer composer) =>
        await pages.Show<PackListPage>(http, await composer.Compose(http.RequestAborted));

    private static async Task<IResult> Look(string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer) =>
        await composer.Compose(revision, who, http.RequestAborted) is { } model
            ? await pages.Show<RevisionPage>(http, model, model.JustDone)
            : TypedResults.NotFound();

    private static Task<IResult> Submit(string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, PackDecisions decisions) =>
        Decide(revision, who, http, pages, composer, () => decisions.Submit(revision, Decider.Of(who), http.RequestAborted));

    private static Task<IResult> Approve(string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, PackDecisions decisions) =>
        Decide(revision, who, http, pages, composer, () => decisions.Approve(revision, Decider.Of(who), http.RequestAborted));

    private static Task<IResult> RollBack(string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, PackDecisions decisions) =>
        Decide(revision, who, http, pages, composer, () => decisions.RollBack(revision, Decider.Of(who), http.RequestAborted));

    private static async Task<IResult> SendBack(string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, PackDecisions decisions)
    {
        // Browsers send line breaks as two characters; people count them as one.
        var reason = http.Request.Form["reason"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        return ApprovalRules.AgainstReason(reason) is { } problem
            ? await Refuse(revision, who, http, pages, composer, problem, StatusCodes.Status422UnprocessableEntity, reason)
            : await Decide(revision, who, http, pages, composer, () => decisions.SendBack(revision, Decider.Of(who), reason, http.RequestAborted), reason);
    }

    private static async Task<IResult> Decide(
        string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, Func<Task> decide, string reason = "")
    {
        if (!await composer.Knows(revision, http.RequestAborted))
            return TypedResults.NotFound();

        try
        {
            await decide();
            return new SeeOther("/console/packs/" + revision);
        }
        catch (PackRefusedException refused)
        {
            return await Refuse(revision, who, http, pages, composer, refused.Message, StatusCodes.Status409Conflict, reason);
        }
    }

    private static async Task<IResult> Refuse(
        string revision, SignedIn who, HttpContext http, ConsolePages pages, RevisionComposer composer, string problem, int status, string reason) =>
        await composer.Compose(revision, who, http.RequestAborted) is { } model
            ? await pages.Show<RevisionPage>(http, model with { Refusal = problem.Split('\n')[0], Reason = reason }, status: status)
            : TypedResults.NotFound();
}
