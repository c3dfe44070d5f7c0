using System.Reflection;

namespace Cairn.Staff.Audit;

/// <summary>Every act the audit knows. A word is never used again for something else.</summary>
public static class Acts
{
    public const string SignIn = "sign-in", SignOut = "sign-out", SignOutEverywhere = "sign-out.everywhere", Confirm = "sign-in.confirm";
    public const string CodesClosed = "sign-in.codes-closed";
    public const string KeyringMade = "keyring.make", SetUp = "staff.set-up", Invite = "staff.invite", InvitationWithdrawn = "staff.invitation-withdrawn", Accept = "staff.accept", Roles = "staff.roles", Remove = "staff.remove", SignedOutByOther = "staff.sign-out";
    public const string PasskeyAdded = "passkey.add", PasskeyRemoved = "passkey.remove", CodesMade = "codes.make", CodesRemoved = "codes.remove", RecoveryCodeUsed = "codes.recovery-used", OidcLinked = "oidc.link", OidcUnlinked = "oidc.unlink";
    public const string PackSubmitted = "pack.submit", PackApproved = "pack.approve", PackSentBack = "pack.send-back", PackRolledBack = "pack.roll-back", PackDemonstration = "pack.demonstration";
    public const string FieldConfirmed = "field.confirm", FieldChanged = "field.change", NumberRetired = "number.retire", NumberRestored = "number.restore";
    public const string PlatformAdded = "platform.add", PlatformRevoked = "platform.revoke";
    public const string KeyringBackedUp = "keyring.backup", BackupMade = "backup.make", BackupRestored = "backup.restore";
    public const string AdviserKeysMade = "desk.keys", DeskMade = "desk.make", DeskMemberAdded = "desk.member-add", DeskMemberRemoved = "desk.member-remove";
    public const string RecoveryAsked = "desk.recovery-asked", RecoveryAgreed = "desk.recovery-agreed", RecoveryRefused = "desk.recovery-refused", RecoveryEnded = "desk.recovery-ended";
    public const string ConversationOpened = "conversation.open", HandedOver = "conversation.hand-over", FlagRaised = "flag.raise", FlagTaken = "flag.take", FlagLowered = "flag.lower", FlagRenewed = "flag.renew", FlagLapsed = "flag.lapse";
    public const string PackageAsked = "package.ask", PackageApproved = "package.approve", PackageEnded = "package.end";

    public const string TableRead = "register.read", TableProtected = "register.protect", TableSubmitted = "register.submit", TablePublished = "register.publish", TableSentBack = "register.send-back";

    /// <summary>Acts near a seeker: their time is kept as the hour alone.</summary>
    public static IReadOnlySet<string> OnTheHour { get; } = new HashSet<string> { ConversationOpened, HandedOver, FlagRaised, FlagTaken, FlagLowered, FlagRenewed, FlagLapsed, PackageAsked, PackageApproved, PackageEnded };

    /// <summary>Appended to an act that was begun and could not be finished.</summary>
    public const string Failed = ".failed";

    public static IReadOnlySet<string> All { get; } =
        typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral && f.Name != nameof(Failed)).Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
}

/// <summary>Who did it: a member of staff by sign-in name, or the program itself.</summary>
public sealed record Actor(string Name)
{
    public static Actor CommandLine { get; } = new("command line");

    public static Actor Server { get; } = new("server");

    public static implicit operator Actor(Roles.SignedIn who) => new(who.Name);
}
