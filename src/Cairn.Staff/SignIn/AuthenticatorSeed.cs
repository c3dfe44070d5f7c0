using System.Security.Cryptography;
using System.Text;
using Cairn.Staff.Members;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Cairn.Staff.SignIn;

/// <summary>A new authenticator seed, from the page that shows it to the form that proves it was taken. Until then it stands on the page alone, sealed.</summary>
internal sealed class AuthenticatorSeed(UserManager<StaffMember> users, IDataProtectionProvider protection, Authenticator authenticator)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector("cairn authenticator seed 1").ToTimeLimitedDataProtector();

    /// <param name="purpose">What the seed may be used for: an invitation or a member, so that it cannot be carried over.</param>
    public ShownSeed Make(string purpose, string name)
    {
        var seed = users.GenerateNewAuthenticatorKey();
        return Show(seed, Protector.Protect($"{purpose}\n{seed}", Lifetime), name);
    }

    /// <summary>The seed of an earlier page again, or a new one when that was too long ago.</summary>
    public ShownSeed Again(string purpose, string name, string sealedSeed) => Open(purpose, sealedSeed) is { } seed ? Show(seed, sealedSeed, name) : Make(purpose, name);

    /// <summary>Null when it was made for something else, or too long ago.</summary>
    public string? Open(string purpose, string sealedSeed)
    {
        try
        {
            return Protector.Unprotect(sealedSeed).Split('\n') is [var given, var seed] && given == purpose ? seed : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Authenticator.StepOf"/>
    public long? StepOf(string seed, string digits) => authenticator.StepOf(seed, digits);

    private static ShownSeed Show(string seed, string sealedSeed, string name)
    {
        var label = Uri.EscapeDataString("Cairn:" + name);
        return new(
            string.Join(' ', seed.Chunk(4).Select(c => new string(c))),
            $"otpauth://totp/{label}?secret={seed}&issuer=Cairn&digits=6&period=30",
            sealedSeed);
    }
}

/// <param name="Words">The seed in groups of four, to be typed.</param>
/// <param name="Address">What the QR code says.</param>
/// <param name="Sealed">Goes back with the form.</param>
public sealed record ShownSeed(string Words, string Address, string Sealed);
