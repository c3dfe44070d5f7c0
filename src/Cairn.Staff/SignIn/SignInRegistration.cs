using Cairn.Staff.Console;
using Cairn.Staff.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Staff.SignIn;

internal static class SignInRegistration
{
    /// <summary>Shorter ones can be guessed from a stolen hash; there is no other rule, because rules make people write passphrases down.</summary>
    internal const int ShortestPassphrase = 14;

    // OWASP's figure for PBKDF2 with SHA-512.
    private const int Iterations = 210_000;

    /// <summary>Identity on our tables, for pages and for commands.</summary>
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContext());
        services.AddIdentityCore<StaffMember>(options =>
            {
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
                options.Password = new PasswordOptions
                {
                    RequiredLength = ShortestPassphrase,
                    RequiredUniqueChars = 6,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddUserStore<StaffStore>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddOptions<IdentityPasskeyOptions>().Configure<ConsoleAddress>((options, address) =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => PasskeyWay.IsOurOrigin(context, address);
        });
        services.AddSingleton<HashingLane>();
        services.AddScoped<CodeWay>();
        services.AddScoped<PasskeyWay>();
        services.AddScoped<AuthenticatorSeed>();
        services.AddSingleton<Authenticator>();
        return services;
    }
}
