using OtpNet;

namespace Cairn.Staff.SignIn;

/// <summary>Codes of an authenticator app: six digits for half a minute (RFC 6238, SHA-1, as every app knows them).</summary>
internal sealed class Authenticator(TimeProvider time)
{
    // A clock may be half a minute off either way.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>Which half minute (counted from 1970) these digits belong to, or null when to none of now.</summary>
    /// <param name="seed">Base32.</param>
    public long? StepOf(string seed, string digits) =>
        digits.Length == 6 && new Totp(Base32Encoding.ToBytes(seed)).VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, Window) ? step : null;
}
