using System.CommandLine;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Say.Landing;
using Cairn.Say.Moments;
using Cairn.Say.Moments.Notices;
using Cairn.Say.Moments.Platforms;
using Cairn.Say.Moments.Serving;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Approval.Pages;
using Cairn.Say.Packs.Checking;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Posters.Rendering;
using Cairn.Say.Toolkit;
using Cairn.Staff.Today;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say;

/// <summary>What the campaign says: packs, and the pages they become.</summary>
public static class SayModule
{
    public static IEnumerable<Command> Commands(TimeProvider time)
    {
        var pack = new Command("pack", "Check, publish and roll back campaign packs.") { CheckCommands.Check(time) };
        foreach (var command in PublishCommands.All(time).Concat(DecisionCommands.All(time)))
            pack.Subcommands.Add(command);
        return [pack, TermsCommands.All(), SignCommands.All(), BundleCommands.All(time), PlatformCommands.Build(time), ArtworkCommands.All(time)];
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<OnAir>();
        LandingRoutes.Add(services);
        NoticeRoutes.Add(services);
        ToolkitRoutes.Add(services);
        MomentRoutes.Add(services);
        services.AddPublishing(provider => provider.GetRequiredService<OnAir>().Put);
        services.AddHostedService<LineWatch>();
        services.AddSingleton<PackListComposer>();
        services.AddSingleton<RevisionComposer>();
        services.AddSingleton(provider => new TodaysLines(WaitingPacks.For(provider.GetRequiredService<PackStore>())));
    }

    public static void Map(Surfaces surfaces)
    {
        LandingRoutes.Map(surfaces);
        NoticeRoutes.Map(surfaces);
        ToolkitRoutes.Map(surfaces);
        PackRoutes.Map(surfaces);
        MomentRoutes.Map(surfaces);
    }

    /// <summary>Publishes <paramref name="campaign"/> as a demonstration when nothing else is published, and puts what is served on the air.</summary>
    /// <exception cref="Cairn.Foundation.Storage.StorageException">There is nothing good to serve; the message says why and what to do.</exception>
    public static async Task PutOnAir(IServiceProvider services, string? campaign, bool drafts, CancellationToken cancelled)
    {
        await services.PutOnAir(campaign, drafts, cancelled);
        await MomentRoutes.Start(services, cancelled);
    }

    /// <summary>The language of the address printed when the program is ready.</summary>
    public static Language ReferenceLanguage(IServiceProvider services) =>
        services.GetRequiredService<Frames>().Reference?.Language ?? Language.English;

    /// <summary>The page for a 4xx or 5xx: says what happened in plain words and still shows the ways to help.</summary>
    public static Task DrawErrorPage(HttpContext http, int status) => LandingRoutes.DrawErrorPage(http, status);
}
