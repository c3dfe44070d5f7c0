using Cairn.Foundation.Web;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Invitations;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Staff.Members;

/// <summary>Who is on the staff: inviting, roles, signing somebody out, removing.</summary>
internal static class StaffRoutes
{
    public static void Map(Surfaces surfaces)
    {
        var console = surfaces.Console;
        console.MapPage("/staff", List).Needs(Permission.SeeStaff);
        console.MapPost("/staff/invite", Invite).Needs(Permission.ManageStaff);
        console.MapPost("/staff/{name}/withdraw", Withdraw).Needs(Permission.ManageStaff);
        console.MapPost("/staff/{name}/roles", ChangeRoles).Needs(Permission.ManageStaff);
        console.MapPost("/staff/{name}/sign-out", SignOut).Needs(Permission.ManageStaff);
        console.MapPost("/staff/{name}/remove", Remove).Needs(Permission.ManageStaff);
    }

    private static async Task<IResult> List(HttpContext http, SignedIn who, StaffDesk desk, ConsolePages pages) =>
        await pages.Show<StaffPage>(http, await desk.View(who, null, http.RequestAborted));

    private static async Task<IResult> Invite(
        HttpContext http, SignedIn who, [FromForm] string? name, [FromForm] string? called, IFormCollection form, StaffDesk desk, ConsoleAddress address, ConsolePages pages)
    {
        var asking = new InviteForm((name ?? "").Trim().ToLowerInvariant(), (called ?? "").Trim(), RolesIn(form));
        var asked = await desk.Invite(who, asking.Name, asking.Called, asking.Roles, http.RequestAborted);
        if (asked.Number is not { } number)
            return await pages.Show<StaffPage>(http, await desk.View(who, asked.Problem, http.RequestAborted, asking), status: StatusCodes.Status422UnprocessableEntity);

        return await pages.Show<InvitedPage>(http, new Invited(asking.Name, asking.Called, $"{Base(http, address)}/console/invitation/{number}"));
    }

    private static Task<IResult> ChangeRoles(HttpContext http, SignedIn who, string name, IFormCollection form, StaffDesk desk, ConsolePages pages) =>
        Then(http, who, desk, pages, desk.ChangeRoles(who, name, RolesIn(form), http.RequestAborted));

    private static Task<IResult> Withdraw(HttpContext http, SignedIn who, string name, StaffDesk desk, ConsolePages pages) =>
        Then(http, who, desk, pages, desk.Withdraw(who, name, http.RequestAborted));

    private static Task<IResult> SignOut(HttpContext http, SignedIn who, string name, StaffDesk desk, ConsolePages pages) =>
        Then(http, who, desk, pages, desk.SignOut(who, name, http.RequestAborted));

    private static Task<IResult> Remove(HttpContext http, SignedIn who, string name, StaffDesk desk, ConsolePages pages) =>
        Then(http, who, desk, pages, desk.Remove(who, name, http.RequestAborted));

    private static async Task<IResult> Then(HttpContext http, SignedIn who, StaffDesk desk, ConsolePages pages, Task<FieldProblem?> act) =>
        await act is { } problem
            ? await pages.Show<StaffPage>(http, await desk.View(who, problem, http.RequestAborted), status: StatusCodes.Status409Conflict)
            : new SeeOther("/console/staff");

    private static List<Role> RolesIn(IFormCollection form) => [.. form["role"].Select(r => Role.TryParse(r, null, out var known) ? known : null).OfType<Role>()];

    private static string Base(HttpContext http, ConsoleAddress address) => address.Public?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}";
}

/// <summary>What stood in the form of an invitation.</summary>
public sealed record InviteForm(string Name, string Called, IReadOnlyList<Role> Roles)
{
    public static InviteForm Empty { get; } = new("", "", []);
}

/// <param name="Link">Shown once.</param>
public sealed record Invited(string Name, string Called, string Link);
