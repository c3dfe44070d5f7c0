using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;

namespace Cairn.Say.Packs.Approval;

/// <summary>Who decides: a member of staff, signed in or named with <c>--as</c>, or whoever holds the command line.</summary>
internal sealed class Decider
{
    private const int LongestName = 100;

    private readonly Func<Permission, bool> may;
    private readonly bool byCommand;

    private Decider(string name, Func<Permission, bool> may, bool byCommand, Actor actor) => (Name, this.may, this.byCommand, Actor) = (name, may, byCommand, actor);

    /// <summary>Nobody's name: may only what needs none.</summary>
    public static Decider CommandLine { get; } = new(PackAct.ByCommand, _ => false, byCommand: false, Actor.CommandLine);

    /// <summary>Sign-in name, for the history.</summary>
    public string Name { get; }

    public Actor Actor { get; }

    public static Decider Of(SignedIn who) => new(who.Name, who.May, byCommand: false, who);

    /// <param name="person">What stood behind <c>--as</c>.</param>
    /// <exception cref="PackRefusedException">There is no such member of staff.</exception>
    public static async Task<Decider> Named(string person, StaffBook staff, CancellationToken cancel)
    {
        if (person.Trim().Length is 0 or > LongestName || person.Any(char.IsControl))
            throw new PackRefusedException($"--as takes a sign-in name of up to {LongestName} characters.");
        return await staff.Find(person, cancel) is { } member
            ? new(member.Name, member.May, byCommand: true, new Actor(member.Name))
            : throw new PackRefusedException($"Nobody on the staff signs in as '{person.Trim()}'. --as takes a sign-in name.");
    }

    /// <exception cref="PackRefusedException">None of the roles allows it.</exception>
    public void Must(Permission permission)
    {
        if (!may(permission))
            throw new PackRefusedException(
                $"{Name} may not do this ({permission.What.ToLowerInvariant()}): it takes the role {string.Join(" or ", permission.Roles.Select(r => r.Slug))}. Name somebody who has it.");
    }

    /// <summary>The subject of the audit: a name given on the command line was not proven, and the record says so.</summary>
    public string On(string revision) => byCommand ? revision + " by command" : revision;
}
