using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Moments;
using Cairn.Know.Register;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;
using Cairn.Say.Moments.Platforms;
using Cairn.Say.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Say.Moments.Serving;

/// <summary>What platforms' servers and sidecars ask of this server.</summary>
internal static class MomentRoutes
{
    /// <summary>What commands need too.</summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services)
    {
        services.TryAddSingleton<PlatformStore>();
        services.TryAddSingleton<BundleSigningKey>();
        return services;
    }

    public static void Add(IServiceCollection services)
    {
        services.AddPlatforms();
        services.AddMomentCounts();
        services.AddSingleton<GoodTokens>();
        services.AddSingleton<PlatformGate>();
        services.AddHostedService<PlatformWatch>();

        services.TryAddSingleton(TermSettings.None);
        services.AddSingleton(p => new Lazy<TermList>(() => TermList.Load(p.GetRequiredService<TermSettings>())));
        services.TryAddSingleton<ComposeBundle>(p => (edition, now) => BundleComposer.Compose(edition, p.GetRequiredService<ServiceDirectory>(), p.GetRequiredService<FigureRegister>(), OnAir.Address, now));
        services.AddSingleton<ReceiptSecret>();
        services.AddSingleton<IMomentCounter, ServerCounter>();
        services.AddSingleton<MomentsOnAir>();
        services.AddHostedService<MomentsWatch>();

        services.AddSingleton<MomentAnswers>();
        services.AddSingleton<OutcomeAnswers>();
        services.AddSingleton<CountAnswers>();
        services.AddSingleton<BundleAnswers>();
    }

    public static void Map(Surfaces surfaces)
    {
        // Taken out of the container once: these routes are asked thousands of times a second.
        var services = ((IEndpointRouteBuilder)surfaces.Api).ServiceProvider;
        Post(surfaces, "/moments", services.GetRequiredService<MomentAnswers>().Answer, MomentWire.LargestBatch).DisableRequestTimeout();
        Post(surfaces, "/outcomes", services.GetRequiredService<OutcomeAnswers>().Answer, OutcomeAnswers.LargestBody);
        Post(surfaces, "/counts", services.GetRequiredService<CountAnswers>().Answer, CountReport.LargestBody);
        surfaces.Api.MapGet("/bundles/current", (RequestDelegate)services.GetRequiredService<BundleAnswers>().Answer).DisableRequestTimeout();
    }

    /// <summary>After an edition is on the air, before the first request: the tokens, the sealed list, and what moments are answered from.</summary>
    /// <exception cref="StorageException">The list or the keyring cannot be used; the message says why.</exception>
    public static async Task Start(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<GoodTokens>().Reload(cancel);
        services.GetRequiredService<MomentsOnAir>().Start();
    }

    private static IEndpointConventionBuilder Post(Surfaces surfaces, string pattern, RequestDelegate answer, int largest) =>
        surfaces.Api.MapPost(pattern, answer).WithMetadata(new Largest(largest));

    private sealed record Largest(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
