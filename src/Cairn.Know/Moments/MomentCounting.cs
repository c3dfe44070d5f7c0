using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Know.Moments;

public static class MomentCounting
{
    /// <summary><see cref="MomentTally"/> and <see cref="MomentLedger"/> for routes, their writer, and <see cref="MomentReader"/>.</summary>
    public static IServiceCollection AddMomentCounts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddModuleDb<KnowDb>("know", Durability.Normal);
        services.TryAddSingleton<MomentTally>();
        services.TryAddSingleton<MomentLedger>();
        services.TryAddSingleton<MomentStore>();
        services.TryAddSingleton(provider => new MomentReader(provider.GetRequiredService<IDbContextFactory<KnowDb>>()));
        services.AddHostedService<MomentWriter>();
        return services;
    }
}
