using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Know.Tallies;

public static class TallyRegistration
{
    /// <summary><see cref="Tally"/> for routes, its writer, and <see cref="TallyReader"/>.</summary>
    public static IServiceCollection AddTallies(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddModuleDb<KnowDb>("know", Durability.Normal);
        services.AddSingleton<Tally>();
        services.AddSingleton<TallyStore>();
        services.AddSingleton(provider => new TallyReader(provider.GetRequiredService<IDbContextFactory<KnowDb>>()));
        services.AddHostedService<TallyWriter>();
        return services;
    }
}
