using System.Net;
using Cairn.Staff.Accounts;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Cairn.Tests.Staff;

/// <summary>A member who signs in with a passphrase and an authenticator, and what the authenticator shows.</summary>
internal sealed record WithCodes(string Name, string Passphrase, string Seed, IReadOnlyList<string> RecoveryCodes)
{
    public static async Task<WithCodes> Joins(RunningCairn cairn, string name, params Role[] roles)
    {
        var seed = Base32Encoding.ToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
        const string passphrase = "seven quiet stones by the water";
        await using var scope = cairn.Services.CreateAsyncScope();
        var joined = await scope.ServiceProvider.GetRequiredService<Membership>().Join(name, name, string.Join(' ', roles.AsEnumerable()), new NewKeys(null, null, passphrase, seed, 0, null));
        return new(name, passphrase, seed, joined.RecoveryCodes);
    }

    public string Code(DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(Seed)).ComputeTotp(at.UtcDateTime);

    public Task<HttpResponseMessage> SignsIn(Colleague browser, string code, string? passphrase = null, string then = "/console") =>
        browser.Posts("/console/sign-in", ("name", Name), ("passphrase", passphrase ?? Passphrase), ("code", code), ("then", then));

    public static bool IsIn(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.SeeOther;
}
