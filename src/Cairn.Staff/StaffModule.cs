using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Staff.Accounts;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Invitations;
using Cairn.Staff.Keys;
using Cairn.Staff.Members;
using Cairn.Staff.Sessions;
using Cairn.Staff.SignIn;
using Cairn.Staff.Today;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Staff;

/// <summary>Who may publish and who may answer: sign-in, roles, and the record of what staff did.</summary>
public static class StaffModule
{
    public static IEnumerable<Command> Commands(TimeProvider time) => [StaffCommands.All(time)];

    /// <summary>What commands need too: the tables, the keys, the audit.</summary>
    public static IServiceCollection AddStaffRecords(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => Keyring.FromEnvironment());
        services.AddModuleDb<StaffDb>("staff", Durability.Full);
        services.TryAddSingleton<SecretWrap>();
        services.TryAddSingleton<OpenDoors>();
        services.TryAddSingleton<AuditKey>();
        services.TryAddSingleton(p => new AuditTrail(
            p.GetRequiredService<IDbContextFactory<StaffDb>>(), p.GetRequiredService<Database>(), p.GetRequiredService<AuditKey>(), p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<KeyringCheck>();
        services.TryAddSingleton(p => new StaffBook(p.GetRequiredService<IDbContextFactory<StaffDb>>()));
        return services;
    }

    /// <summary>Members, invitations and the ways to sign in, for pages and for commands.</summary>
    internal static IServiceCollection AddStaffAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => ConsoleAddress.FromEnvironment());
        services.TryAddSingleton(p => new SessionBook(p.GetRequiredService<IDbContextFactory<StaffDb>>(), p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<InvitationBook>();
        services.AddScoped<Membership>();
        services.AddScoped<StaffDesk>();
        services.AddStaffSignIn();
        return services;
    }

    public static void Add(IServiceCollection services)
    {
        services.AddStaffRecords();
        services.AddStaffAccounts();
        services.TryAddSingleton(_ => OidcDoor.FromEnvironment());
        services.AddOidcDoor();
        services.AddSingleton<ConsolePages>();
        services.AddScoped<AccountView>();
        ConsoleCookies.Add(services);
        services.AddSingleton<FirstCookieKey>();
        services.AddHostedService<AuditDayEnd>();
    }

    /// <summary>After the migrations and before any act that uses a key: demands the keyring that the database belongs to.</summary>
    /// <exception cref="StorageException">It is missing or another one; the message says what to do, and nothing was written.</exception>
    public static Task CheckKeyring(IServiceProvider services, Actor actor, CancellationToken cancel = default) =>
        services.GetRequiredService<KeyringCheck>().Ensure(actor, cancel);

    /// <summary>What a server does with the keyring before it answers: the check, and the keys that several nodes must not make each for itself.</summary>
    /// <exception cref="StorageException">As for the check.</exception>
    public static async Task OpenKeyring(IServiceProvider services, CancellationToken cancel = default)
    {
        await CheckKeyring(services, Actor.Server, cancel);
        services.GetRequiredService<SecretWrap>().MakeKey();
        await services.GetRequiredService<FirstCookieKey>().EnsureMade(cancel);
    }

    /// <summary>Before the console's routes, after routing.</summary>
    public static void UseConsoleGate(this IApplicationBuilder app) => app.UseMiddleware<ConsoleGate>();

    public static void Map(Surfaces surfaces)
    {
        SignInRoutes.Map(surfaces);
        OidcRoutes.Map(surfaces);
        WelcomeRoutes.Map(surfaces);
        ConfirmRoutes.Map(surfaces);
        TodayRoutes.Map(surfaces);
        AccountRoutes.Map(surfaces);
        StaffRoutes.Map(surfaces);
        AuditRoutes.Map(surfaces);
    }

    /// <summary>Where the first administrator sets up the console, or null when there is one already.</summary>
    /// <param name="listening">The address the server listens on: passkeys need a name, so this machine is called <c>localhost</c>.</param>
    public static async Task<string?> SetUpLink(IServiceProvider services, string listening, CancellationToken cancel)
    {
        if (await services.GetRequiredService<InvitationBook>().ForFirstAdministrator(cancel) is not { } number)
            return null;
        var at = services.GetRequiredService<ConsoleAddress>().Public ?? new UriBuilder(listening.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)) { Host = "localhost" }.Uri;
        return $"{at.GetLeftPart(UriPartial.Authority)}{Surfaces.ConsolePath}/set-up/{number}";
    }

    /// <summary>The console's page for a 4xx or 5xx.</summary>
    public static async Task DrawErrorPage(HttpContext http, int status)
    {
        var pages = http.RequestServices.GetRequiredService<ConsolePages>();
        var (heading, sentence) = status switch
        {
            StatusCodes.Status403Forbidden => ("Not for your role", "Your roles do not let you do this. Nothing was changed. An administrator can give you the role."),
            StatusCodes.Status404NotFound => ("Nothing here", "This page does not exist, or what it was about is gone."),
            StatusCodes.Status405MethodNotAllowed => ("Nothing here", "This address does not take what was sent."),
            StatusCodes.Status413PayloadTooLarge => ("Too long", "What was sent is longer than this page takes. Nothing was changed."),
            >= 500 => ("Something went wrong", "Nothing was half done. Try again; if it happens again, tell whoever runs this server."),
            _ => ("That cannot be done", "The request was not understood. Nothing was changed."),
        };
        await (await pages.Say(http, heading, sentence, status)).ExecuteAsync(http);
    }
}
