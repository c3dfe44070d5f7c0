using Cairn.Staff.Keys;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Cairn.Staff.Members;

/// <summary>Identity's own store on our tables; secrets go into the database wrapped and come out of it unwrapped.</summary>
internal sealed class StaffStore(StaffDb db, SecretWrap wrap, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<StaffMember, StaffDb, string, StaffClaim, StaffLogin, StaffToken, StaffPasskey>(db, describer)
{
    /// <summary>Where Identity's authenticator provider looks for the seed, and for recovery codes.</summary>
    internal const string OwnProvider = "[AspNetUserStore]";

    internal const string AuthenticatorKey = "AuthenticatorKey";

    /// <summary>Every secret a member may have.</summary>
    internal static readonly (string Provider, string Name)[] Secrets = [(OwnProvider, AuthenticatorKey), (OwnProvider, "RecoveryCodes"), LastStep];

    /// <summary>The half minute of the code that was used last, so that a code is good only once.</summary>
    internal static (string Provider, string Name) LastStep => ("cairn", "last-step");

    public override Task SetTokenAsync(StaffMember user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : wrap.Wrap(value, Place(user, name)), cancellationToken);

    public override async Task<string?> GetTokenAsync(StaffMember user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } wrapped ? wrap.Unwrap(wrapped, Place(user, name)) : null;

    /// <summary>What a secret is bound to: moved to another row it does not open.</summary>
    private static string Place(StaffMember user, string name) => $"staff_token/{user.Id}/{name}";
}
