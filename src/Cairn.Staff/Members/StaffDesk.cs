using System.Globalization;
using Cairn.Staff.Audit;
using Cairn.Staff.Invitations;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Members;

/// <summary>What an administrator does with other people's accounts, by page and by command. Nobody does any of it to their own account.</summary>
internal sealed class StaffDesk(
    UserManager<StaffMember> users, IDbContextFactory<StaffDb> databases, InvitationBook invitations, Membership membership, SessionBook sessions, AuditTrail audit, TimeProvider time)
{
    private static readonly FieldProblem NotYourself = new("content", "This is your own account. Another administrator must do it.");
    private static readonly FieldProblem NoSuch = new("content", "There is nobody of this name on the staff.");

    /// <summary>Invites somebody new, or a member who has lost every way in. Their present keys work until the link is used.</summary>
    /// <returns>The link's number, or why there is none.</returns>
    public async Task<(string? Number, FieldProblem? Problem)> Invite(Actor actor, string name, string called, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        if (!Membership.IsName(name))
            return (null, new("name", "A sign-in name has 2 to 40 small letters, digits, dots or hyphens, and begins and ends with a letter or digit."));
        if (!Membership.IsCalled(called))
            return (null, new("called", $"Say the person's name, in at most {Membership.LongestCalled} characters."));
        if (roles.Count == 0)
            return (null, new("role-editor", "Choose at least one role."));
        if (name == actor.Name)
            return (null, NotYourself);
        if (await users.FindByNameAsync(name) is { RemovedAt: not null })
            return (null, new("name", "This name belonged to somebody who was removed. Take another one: histories must stay true."));

        return (await audit.Doing(actor, Acts.Invite, $"{name} as {string.Join(' ', roles)}", () => invitations.For(name, called, roles, actor, cancel), cancel), null);
    }

    /// <summary>Makes an invitation void that has not been answered.</summary>
    public async Task<FieldProblem?> Withdraw(Actor actor, string name, CancellationToken cancel)
    {
        if (!Membership.IsName(name) || !(await invitations.Open(cancel)).Exists(i => i.For == name))
            return new("content", "There is no open invitation for this name.");
        await audit.Doing(actor, Acts.InvitationWithdrawn, name, async () => { await invitations.Withdraw(name, cancel); return true; }, cancel);
        return null;
    }

    public async Task<FieldProblem?> ChangeRoles(Actor actor, string name, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        var (member, problem) = await Other(actor, name);
        if (member is null)
            return problem;
        if (roles.Count == 0)
            return new("content", "Everybody has at least one role. To take somebody off the staff, remove them.");
        if (await IsLastAdministrator(member, cancel) && !roles.Contains(Role.Administrator))
            return new("content", "This is the last administrator. Make somebody else one first.");

        await audit.Doing(actor, Acts.Roles, $"{member.UserName} as {string.Join(' ', roles)}", async () =>
        {
            // A link that was made for other roles would bring them back.
            await invitations.Withdraw(member.UserName!, cancel);
            member.Roles = roles;
            Membership.Require(await users.UpdateAsync(member));
            return true;
        }, cancel);
        return null;
    }

    public async Task<FieldProblem?> SignOut(Actor actor, string name, CancellationToken cancel)
    {
        var (member, problem) = await Other(actor, name);
        if (member is null)
            return problem;

        await audit.Doing(actor, Acts.SignedOutByOther, member.UserName!, async () => { await sessions.EndAll(member.Id, except: null, cancel); return true; }, cancel);
        return null;
    }

    /// <summary>Takes away every way in at once. The name stays in the histories.</summary>
    public async Task<FieldProblem?> Remove(Actor actor, string name, CancellationToken cancel)
    {
        var (member, problem) = await Other(actor, name);
        if (member is null)
            return problem;
        if (await IsLastAdministrator(member, cancel))
            return new("content", "This is the last administrator. Make somebody else one first.");

        await audit.Doing(actor, Acts.Remove, member.UserName!, async () =>
        {
            await invitations.Withdraw(member.UserName!, cancel);
            await invitations.WithdrawMadeBy(member.UserName!, cancel);
            member.RemovedAt = time.GetUtcNow().ToUnixTimeMilliseconds();
            Membership.Require(await users.UpdateAsync(member));
            await membership.RemoveKeys(member);
            return true;
        }, cancel);
        return null;
    }

    /// <summary>Everybody on the staff, in the order of their names.</summary>
    public async Task<List<StaffMember>> Everybody(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return [.. (await db.Members.AsNoTracking().Where(m => m.RemovedAt == null).ToListAsync(cancel)).OrderBy(m => m.UserName, StringComparer.Ordinal)];
    }

    public async Task<StaffModel> View(SignedIn who, FieldProblem? problem, CancellationToken cancel, InviteForm? form = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var passkeys = (await db.Passkeys.Select(p => p.UserId).ToListAsync(cancel)).ToHashSet();
        var logins = (await db.Logins.Select(l => l.UserId).ToListAsync(cancel)).ToHashSet();
        var present = (await db.Sessions.Select(s => s.Member).ToListAsync(cancel)).ToHashSet();
        return new(
            who,
            [.. (await Everybody(cancel)).Select(m => new StaffLine(
                m.UserName!, m.Called, m.Roles, string.Join(", ", Ways(passkeys.Contains(m.Id), m.PasswordHash is not null, logins.Contains(m.Id))), present.Contains(m.Id), m.Id == who.Id))],
            [.. (await invitations.Open(cancel)).Select(i => new OpenInvitation(i.For!, i.RoleWords, i.MadeBy, DateTimeOffset.FromUnixTimeMilliseconds(i.EndsAt).ToString("d MMMM HH:mm 'UTC'", CultureInfo.InvariantCulture)))],
            form ?? InviteForm.Empty,
            problem);
    }

    private static IEnumerable<string> Ways(bool passkey, bool codes, bool oidc)
    {
        if (passkey)
            yield return "passkey";
        if (codes)
            yield return "codes";
        if (oidc)
            yield return "organisation";
        if (!passkey && !codes && !oidc)
            yield return "none";
    }

    /// <summary>Compares the member that was found, not the name that was typed: look-ups fold letters that a comparison does not.</summary>
    private async Task<(StaffMember? Member, FieldProblem? Problem)> Other(Actor actor, string name) =>
        !Membership.IsName(name) || await users.FindByNameAsync(name) is not { RemovedAt: null } member ? (null, NoSuch)
        : member.UserName == actor.Name ? (null, NotYourself)
        : (member, null);

    private async Task<bool> IsLastAdministrator(StaffMember member, CancellationToken cancel) =>
        member.Roles.Contains(Role.Administrator) && !(await Everybody(cancel)).Exists(m => m.Id != member.Id && m.Roles.Contains(Role.Administrator));
}

public sealed record StaffModel(SignedIn Who, IReadOnlyList<StaffLine> Members, IReadOnlyList<OpenInvitation> Invitations, InviteForm Form, FieldProblem? Problem);

/// <param name="Ways">How the member can sign in.</param>
/// <param name="Present">True while signed in somewhere.</param>
public sealed record StaffLine(string Name, string Called, IReadOnlyList<Role> Roles, string Ways, bool Present, bool IsYou);

public sealed record OpenInvitation(string Name, string Roles, string By, string Ends);
