using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Say.Moments.Serving;
using Cairn.Say.Packs.Approval;
using Cairn.Staff;
using Cairn.Staff.Console;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cairn.Say.Packs.Publishing;

internal static class PublishingRegistration
{
    /// <summary>What the commands need: the store, the keys, the check, and the rules of approval.</summary>
    public static IServiceCollection AddPackStore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => Keyring.FromEnvironment());
        services.AddModuleDb<SayDb>("say", Durability.Full);
        services.TryAddSingleton<PackSigningKey>();
        services.AddStaffRecords();
        services.TryAddSingleton<PackTurns>();
        services.TryAddSingleton<PackStore>();
        services.TryAddSingleton<PackGate>();
        services.AddPlatforms();
        services.TryAddSingleton<RevisionVault>();
        services.TryAddSingleton(p => PublicAddress.Of(p.GetService<ConsoleAddress>() ?? ConsoleAddress.FromEnvironment()));
        services.AddDirectoryNotes();
        services.TryAddSingleton<ServicesAsTheyStand>(p => (inPack, cancel) => HelpModule.AsTheyStand(p, inPack, cancel));
        services.TryAddSingleton<Hindrances>();
        services.TryAddSingleton<Examiner>();
        services.TryAddSingleton<PackDecisions>();
        return services;
    }

    /// <summary>What a running server needs besides: the edition in force, and the watch for the next.</summary>
    /// <param name="receiver">Is given each edition before it counts as shown; what it throws keeps the edition off the air.</param>
    public static IServiceCollection AddPublishing(this IServiceCollection services, Func<IServiceProvider, Action<Edition>> receiver)
    {
        services.AddPackStore();
        services.AddSingleton<DemonstrationFolder>();
        services.AddSingleton(provider => new PublishedPacks(
            provider.GetRequiredService<PackStore>(), provider.GetRequiredService<RevisionVault>(), receiver(provider), provider.GetRequiredService<ILogger<PublishedPacks>>()));
        services.AddHostedService<PackWatch>();
        return services;
    }

    /// <summary>After the migrations: publishes the folder if that is wanted, and loads what is in force.</summary>
    /// <param name="folder">A campaign to show as a demonstration, or null.</param>
    /// <exception cref="StorageException">Nothing good can be shown; the message says why and what to do.</exception>
    public static async Task PutOnAir(this IServiceProvider services, string? folder, bool drafts, CancellationToken cancel = default)
    {
        if (folder is not null)
            await services.GetRequiredService<DemonstrationFolder>().EnsureServed(folder, cancel);
        await services.GetRequiredService<PublishedPacks>().Start(drafts, cancel);
    }
}
