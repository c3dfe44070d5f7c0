using Cairn.Staff.Invitations;
using Cairn.Staff.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Staff.Accounts;

/// <summary>A new way to sign in that has been shown to work, before it is kept; or why it does not.</summary>
/// <param name="UsedStep">The half minute of the code that showed it: it is not good again for signing in.</param>
/// <param name="MemberId">The id inside the passkey, which the member must get.</param>
internal sealed record NewKeys(string? MemberId, UserPasskeyInfo? Passkey, string? Passphrase, string? Seed, long UsedStep, FieldProblem? Problem)
{
    public static async Task<NewKeys> FromPasskey(string credential, string name, PasskeyWay passkeys) =>
        await passkeys.CheckNew(credential) is { } made && made.For.Name == name
            ? new(made.For.Id, made.Passkey, null, null, 0, null)
            : Not("content", "The passkey could not be made. Try again, or use a passphrase and codes.");

    public static NewKeys FromCodes(string name, string? passphrase, string? code, string purpose, string? sealedSeed, AuthenticatorSeed seeds)
    {
        if (passphrase is not { Length: >= SignInRegistration.ShortestPassphrase } || passphrase.Distinct().Count() < 6)
            return Not("passphrase", $"The passphrase needs at least {SignInRegistration.ShortestPassphrase} characters, and more than a few different ones.");
        if (passphrase.Length > CodeWay.LongestPassphrase)
            return Not("passphrase", $"The passphrase can have at most {CodeWay.LongestPassphrase} characters.");
        if (passphrase.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length > 3)
            return Not("passphrase", "The passphrase must not contain your sign-in name.");
        if (seeds.Open(purpose, sealedSeed ?? "") is not { } seed)
            return Not("code", "The code's secret has grown old. Scan the new picture.");
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        return seeds.StepOf(seed, digits) is { } step ? new(null, null, passphrase, seed, step, null) : Not("code", "These six digits do not fit. Check that the clock of the device is right, and type the ones it shows now.");
    }

    private static NewKeys Not(string field, string sentence) => new(null, null, null, null, 0, new(field, sentence));
}
