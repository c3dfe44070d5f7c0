using Cairn.Staff.Console;
using Cairn.Staff.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Staff.SignIn;

/// <summary>The first way in: a passkey. Nobody is asked for a name, so the page cannot tell whether a name exists.</summary>
internal sealed class PasskeyWay(SignInManager<StaffMember> manager, UserManager<StaffMember> users)
{
    /// <summary>What the browser must sign, as JSON for <c>navigator.credentials.get</c>.</summary>
    /// <param name="member">Null for whoever holds a passkey of this site.</param>
    public Task<string> Question(StaffMember? member) => manager.MakePasskeyRequestOptionsAsync(member!);

    /// <summary>What a new passkey is made from, as JSON for <c>navigator.credentials.create</c>.</summary>
    public Task<string> NewQuestion(PasskeyUserEntity member) => manager.MakePasskeyCreationOptionsAsync(member);

    /// <summary>The member whose passkey signed the last question of this browser, or null.</summary>
    public async Task<StaffMember?> Check(string credential)
    {
        if (credential.Length == 0)
            return null;
        PasskeyAssertionResult<StaffMember> result;
        try
        {
            result = await manager.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or it has been answered.
            return null;
        }

        if (!result.Succeeded || result.User is not { RemovedAt: null } member)
            return null;
        // The counter goes up, and the way by codes is open again: whoever holds the passkey is the member.
        member.AccessFailedCount = 0;
        return (await users.AddOrUpdatePasskeyAsync(member, result.Passkey)).Succeeded ? member : null;
    }

    /// <summary>The new passkey and whom it was made for, or null.</summary>
    public async Task<(UserPasskeyInfo Passkey, PasskeyUserEntity For)?> CheckNew(string credential)
    {
        if (credential.Length == 0)
            return null;
        try
        {
            var result = await manager.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? (result.Passkey, result.UserEntity) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The page that asked stands on our own host, in no frame, over https unless it is this machine.</summary>
    internal static ValueTask<bool> IsOurOrigin(PasskeyOriginValidationContext context, ConsoleAddress address) => new(
        !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, new Uri($"{origin.Scheme}://{context.HttpContext.Request.Host}").Authority, StringComparison.OrdinalIgnoreCase)
        && address.AdmitsHost(origin.Host)
        && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback));
}
