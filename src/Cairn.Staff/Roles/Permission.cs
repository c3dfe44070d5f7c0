using static Cairn.Staff.Roles.Role;

namespace Cairn.Staff.Roles;

/// <summary>One thing a member of staff may see or do, and which roles may. This is the table of <c>docs/roles.md</c>; there is no other.</summary>
/// <remarks>Every route of the console names one (<c>.Needs(…)</c>); a route that names none answers 403 to everybody.</remarks>
public sealed class Permission
{
    private Permission(string slug, string what, Who who, bool dangerous, params Role[] roles) =>
        (Slug, What, Whose, Dangerous, Roles) = (slug, what, who, dangerous, roles);

    private enum Who { Anyone, AnyStaff, Roles }

    /// <summary>The pages that lead into the console: nobody is signed in yet.</summary>
    public static Permission ComeIn { get; } = new("come-in", "Open the sign-in, set-up and invitation pages", Who.Anyone, false);

    public static Permission OwnAccount { get; } = new("own-account", "See the console's first page, one's own account, sign out", Who.AnyStaff, false);

    public static Permission ChangeOwnKeys { get; } = new("change-own-keys", "Add and remove one's own passkeys, passphrase, codes", Who.AnyStaff, true);

    public static Permission SeePacks { get; } = new("see-packs", "See submitted and published revisions, their findings and differences", Who.Roles, false, Editor, Approver, Supervisor, Analyst);

    public static Permission SubmitPack { get; } = new("submit-pack", "Put one's name to a submitted revision", Who.Roles, false, Editor);

    public static Permission ApprovePack { get; } = new("approve-pack", "Approve a revision that somebody else submitted", Who.Roles, true, Approver);

    public static Permission SendBackPack { get; } = new("send-back-pack", "Send a submitted revision back with a reason", Who.Roles, false, Approver);

    public static Permission RollBackPack { get; } = new("roll-back-pack", "Put an earlier approved revision in force again", Who.Roles, true, Approver);

    public static Permission SeeDirectory { get; } = new("see-directory", "See every field of every service, with its source and expiry", Who.Roles, false, Editor, Approver, Adviser, Supervisor, Analyst);

    public static Permission ConfirmField { get; } = new("confirm-field", "Confirm a field of a service: “I called on …”", Who.Roles, false, Editor, Supervisor);

    public static Permission ChangeField { get; } = new("change-field", "Change a field of a service, with a source; put a retired number back", Who.Roles, true, Editor, Supervisor);

    public static Permission RetireNumber { get; } = new("retire-number", "Take a number off every page at once", Who.Roles, false, Editor, Approver, Adviser, Supervisor);

    public static Permission SeeStaff { get; } = new("see-staff", "See who is on the staff and in which roles", Who.Roles, false, Supervisor, Administrator);

    public static Permission ManageStaff { get; } = new("manage-staff", "Invite, change the roles of others, sign them out, remove them", Who.Roles, true, Administrator);

    public static Permission SeeAudit { get; } = new("see-audit", "See what staff did, and check that the record is whole", Who.Roles, false, Supervisor, Analyst, Administrator);

    public static Permission AnswerDesk { get; } = new("answer-desk", "Open the helpline's desk; read and answer there with a key of its own, as a member of the desk", Who.Roles, false, Adviser, Supervisor);

    public static Permission MakeOwnDeskKeys { get; } = new("make-own-desk-keys", "Make one's own keys for the desk", Who.Roles, false, Adviser, Supervisor);

    public static Permission AddToDesk { get; } = new("add-to-desk", "Add somebody to a desk that one is a member of", Who.Roles, true, Adviser, Supervisor);

    public static Permission ManageDesk { get; } = new("manage-desk", "Make a desk, take a member off it", Who.Roles, true, Supervisor);

    public static Permission DecideRecovery { get; } = new("decide-recovery", "Agree, as another person, that a desk is opened with the recovery paper", Who.Roles, true, Supervisor, Administrator);

    public static Permission SeeDeskCounts { get; } = new("see-desk-counts", "See how many wait and how long, and how conversations ended: no words", Who.Roles, false, Supervisor, Analyst);

    public static Permission SeeRegister { get; } = new("see-register", "See tables of the register that are published or wait, with what protects them", Who.Roles, false, Approver, Analyst);

    public static Permission WorkOnRegister { get; } = new("work-on-register", "Read a table of counts in, protect it, put one's name to it", Who.Roles, false, Analyst);

    public static Permission PublishRegister { get; } = new("publish-register", "Publish a table that somebody else put their name to", Who.Roles, true, Approver);

    public static Permission SendBackRegister { get; } = new("send-back-register", "Send a table back with a reason; its counts are deleted", Who.Roles, false, Approver, Analyst);

    public static IReadOnlyList<Permission> All { get; } =
    [
        ComeIn, OwnAccount, ChangeOwnKeys, SeePacks, SubmitPack, ApprovePack, SendBackPack, RollBackPack,
        SeeDirectory, ConfirmField, ChangeField, RetireNumber, SeeStaff, ManageStaff, SeeAudit, AnswerDesk, MakeOwnDeskKeys, AddToDesk, ManageDesk, DecideRecovery, SeeDeskCounts,
        SeeRegister, WorkOnRegister, PublishRegister, SendBackRegister,
    ];

    public string Slug { get; }

    /// <summary>A phrase for people.</summary>
    public string What { get; }

    /// <summary>True when whoever does it must have shown in the last few minutes that it is them (step-up).</summary>
    public bool Dangerous { get; }

    /// <summary>The roles that may; empty when everybody may who is signed in, or everybody.</summary>
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>True when nobody needs to be signed in.</summary>
    public bool ForAnyone => Whose == Who.Anyone;

    private Who Whose { get; }

    public bool IsHeldBy(Role role) => Whose != Who.Roles || Roles.Contains(role);

    /// <summary>Whether somebody in these roles may.</summary>
    public bool IsHeldBy(IEnumerable<Role> roles) => Whose != Who.Roles || roles.Any(Roles.Contains);

    public override string ToString() => Slug;
}
