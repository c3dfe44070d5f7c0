using System.CommandLine;
using System.Globalization;
using Cairn.Say.Moments.Serving;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Moments.Platforms;

/// <summary><c>cairn platform add</c>, <c>list</c>, <c>revoke</c> and <c>key</c>.</summary>
internal static class PlatformCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The platform: small letters, digits, dots and hyphens." };
    private static readonly Option<string> Scope = new("--scope") { Description = "What the token opens, of moments,counts,bundles.", DefaultValueFactory = _ => PlatformScope.All.Text() };
    private static readonly Option<int> Rate = new("--rate") { Description = "How many requests a second it may make of one server.", DefaultValueFactory = _ => PlatformStore.UsualRate };

    public static Command Build(TimeProvider time)
    {
        Scope.Validators.Add(given =>
        {
            if (PlatformScopes.Parse(given.GetValueOrDefault<string>() ?? "") is null)
                given.AddError("--scope takes some of moments,counts,bundles, with commas between them.");
        });
        Rate.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > PlatformStore.HighestRate)
                given.AddError($"--rate takes a number from 1 to {PlatformStore.HighestRate}.");
        });
        return new Command("platform", "Tokens for the platforms that ask about moments.")
        {
            PackCommandRun.Command(
                time, new Command("add", "Make a token for a platform. It is printed once and kept nowhere.") { Name, Scope, Rate },
                (at, words, cancel) => Add(at, words.GetRequiredValue(Name), PlatformScopes.Parse(words.GetRequiredValue(Scope))!.Value, words.GetValue(Rate), cancel)),
            PackCommandRun.Command(time, new Command("list", "List the tokens: platform, scopes, rate, day made, day revoked; separated by tabs."), (at, _, cancel) => List(at, cancel)),
            PackCommandRun.Command(
                time, new Command("revoke", "Revoke a platform's token: every server refuses it within two seconds.") { Name },
                (at, words, cancel) => Revoke(at, words.GetRequiredValue(Name), cancel)),
            PackCommandRun.Command(time, new Command("key", "Print the public key with which sidecars check this server's bundles."), (at, _, cancel) => Key(at, cancel)),
        };
    }

    private static async Task<int> Add(PackCommandRun at, string name, PlatformScope scopes, int rate, CancellationToken cancel)
    {
        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var token = await Recorded(at, Acts.PlatformAdded, name, () => Store(at).Add(name, scopes, rate, cancel), cancel);
        at.Output.WriteLine(token);
        at.People.WriteLine($"This token is shown once. Give it to {name} over a way you trust; it belongs on servers, never in a browser or an app. Running servers know it within two seconds.");
        return 0;
    }

    private static async Task<int> List(PackCommandRun at, CancellationToken cancel)
    {
        foreach (var p in await Store(at).All(cancel))
            at.Output.WriteLine(string.Join('\t', p.Platform, p.Scopes, p.Rate.ToString(CultureInfo.InvariantCulture), p.Made, p.Revoked ?? "-"));
        return 0;
    }

    private static async Task<int> Revoke(PackCommandRun at, string name, CancellationToken cancel)
    {
        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        await Recorded(at, Acts.PlatformRevoked, name, () => Store(at).Revoke(name, cancel), cancel);
        at.People.WriteLine("Revoked. Running servers refuse it within two seconds.");
        return 0;
    }

    private static async Task<int> Key(PackCommandRun at, CancellationToken cancel)
    {
        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        at.Output.WriteLine(at.Services.GetRequiredService<BundleSigningKey>().PublicPem());
        at.People.WriteLine("Name this file with --key where the sidecar runs.");
        return 0;
    }

    // A name that cannot be one is not written into a record that keeps for ever; the store says what is wrong with it.
    private static Task<T> Recorded<T>(PackCommandRun at, string act, string name, Func<Task<T>> work, CancellationToken cancel) =>
        PlatformStore.IsName(name) ? at.Services.GetRequiredService<AuditTrail>().Doing(Actor.CommandLine, act, name, work, cancel) : work();

    private static PlatformStore Store(PackCommandRun at) => at.Services.GetRequiredService<PlatformStore>();
}
