using Cairn.Foundation.Web;
using Cairn.Staff.Accounts;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Cairn.Staff.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Staff.Invitations;

/// <summary>What a link leads to: one page on which a person says who they are and makes their first way to sign in. The link is used up in the same step.</summary>
internal static class WelcomeRoutes
{
    public static void Map(Surfaces surfaces)
    {
        foreach (var door in new[] { "/set-up/{number}", "/invitation/{number}" })
        {
            surfaces.Console.MapPage(door, Open).Needs(Permission.ComeIn);
            surfaces.Console.MapPost(door, Accept).Needs(Permission.ComeIn);
            surfaces.Console.MapPost(door + "/question", Question).Needs(Permission.ComeIn);
        }
    }

    private static async Task<IResult> Open(HttpContext http, string number, InvitationBook invitations, AuthenticatorSeed seeds, ConsolePages pages) =>
        await invitations.Find(number, http.RequestAborted) is { } invitation
            ? await Page(http, pages, invitation, new WelcomeForm(), seeds, null)
            : await Gone(http, pages);

    /// <summary>What the new passkey is to be made from.</summary>
    private static async Task<IResult> Question(
        HttpContext http, string number, [AsParameters] WelcomeForm form, InvitationBook invitations, PasskeyWay passkeys, Membership membership, AuthenticatorSeed seeds, ConsolePages pages)
    {
        if (await invitations.Find(number, http.RequestAborted) is not { } invitation)
            return await Gone(http, pages);
        var (name, called) = form.Names(invitation);
        if (await membership.ProblemWith(name, called, invitation) is { } problem)
            return await Page(http, pages, invitation, form, seeds, problem);
        var id = await membership.IdFor(name);
        return TypedResults.Text(await passkeys.NewQuestion(new PasskeyUserEntity { Id = id, Name = name, DisplayName = called }), "application/json");
    }

    private static async Task<IResult> Accept(
        HttpContext http, string number, [AsParameters] WelcomeForm form, InvitationBook invitations, PasskeyWay passkeys, AuthenticatorSeed seeds, Membership membership,
        SessionBook sessions, AuditTrail audit, ConsolePages pages)
    {
        if (await invitations.Find(number, http.RequestAborted) is not { } invitation)
            return await Gone(http, pages);
        var (name, called) = form.Names(invitation);
        if (http.Features.Get<SignedIn>() is { } somebody && somebody.Name != name)
            return await pages.Say(http, "This is not your invitation", $"You are signed in as {somebody.Name}. Give the link to {name}, who opens it in their own browser.", StatusCodes.Status409Conflict);
        if (await membership.ProblemWith(name, called, invitation) is { } wrongName)
            return await Page(http, pages, invitation, form, seeds, wrongName);

        var keys = form.Credential is { Length: > 0 }
            ? await NewKeys.FromPasskey(form.Credential, name, passkeys)
            : NewKeys.FromCodes(name, form.Passphrase, form.Code, Purpose(invitation), form.Seed, seeds);
        if (keys.Problem is { } problem)
            return await Page(http, pages, invitation, form, seeds, problem);
        if (!await invitations.Use(invitation, http.RequestAborted))
            return await Gone(http, pages);

        var act = invitation.For is null ? Acts.SetUp : Acts.Accept;
        var joined = await audit.Doing(new Actor(name), act, $"{name}, invited by {invitation.MadeBy}", () => membership.Join(name, called, invitation.RoleWords, keys), http.RequestAborted);
        await sessions.Begin(http, joined.Member, "invitation");
        return joined.RecoveryCodes.Count > 0
            ? await pages.Show<RecoveryCodesPage>(http, new NewRecoveryCodes(joined.RecoveryCodes, "/console"))
            : new SeeOther("/console");
    }

    internal static string Purpose(Invitation invitation) => "invitation " + invitation.Id;

    private static Task<IResult> Page(HttpContext http, ConsolePages pages, Invitation invitation, WelcomeForm form, AuthenticatorSeed seeds, FieldProblem? problem)
    {
        var (name, called) = form.Names(invitation);
        var shown = seeds.Again(Purpose(invitation), invitation.For ?? "administrator", form.Seed ?? "");
        var roles = invitation.RoleWords.Split(' ').Select(w => Role.Parse(w, null)).ToList();
        return pages.Show<WelcomePage>(
            http, new WelcomeModel(Action(http.Request), invitation.For is not null, name, called, roles, shown, problem),
            status: problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // The question is asked at an address of its own; its page posts to the link's.
    private static string Action(HttpRequest request) => request.Path.Value is { } path && path.EndsWith("/question", StringComparison.Ordinal) ? path[..^"/question".Length] : request.Path.Value!;

    private static Task<IResult> Gone(HttpContext http, ConsolePages pages) => pages.Say(
        http, "This link is not good any more",
        "It was used already, or its time is over. Ask an administrator for a new one. Whoever runs the server makes one with: cairn staff invite NAME", StatusCodes.Status410Gone);
}

/// <summary>What the page of a link sends.</summary>
internal sealed class WelcomeForm
{
    [FromForm(Name = "name")] public string? Name { get; init; }

    [FromForm(Name = "called")] public string? Called { get; init; }

    [FromForm(Name = "credential")] public string? Credential { get; init; }

    [FromForm(Name = "passphrase")] public string? Passphrase { get; init; }

    [FromForm(Name = "code")] public string? Code { get; init; }

    [FromForm(Name = "seed")] public string? Seed { get; init; }

    /// <summary>An invited person's sign-in name is the invitation's; at the first set-up it is chosen.</summary>
    public (string Name, string Called) Names(Invitation invitation) =>
        (invitation.For ?? Name?.Trim().ToLowerInvariant() ?? "", (Called ?? invitation.Called ?? "").Trim());
}

/// <param name="Action">Where the form goes.</param>
/// <param name="Invited">True when the sign-in name is given.</param>
public sealed record WelcomeModel(string Action, bool Invited, string Name, string Called, IReadOnlyList<Role> Roles, ShownSeed Seed, FieldProblem? Problem);

/// <summary>What is wrong, and with which field.</summary>
public sealed record FieldProblem(string Field, string Sentence);
