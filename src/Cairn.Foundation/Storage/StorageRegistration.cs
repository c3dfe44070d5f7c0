using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Foundation.Storage;

/// <summary>How a module asks for its tables.</summary>
public static class StorageRegistration
{
    /// <summary>The database every module of this program uses.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, Database database)
    {
        services.AddSingleton(database);
        services.TryAddSingleton(provider => new Migrator(database, provider.GetServices<StoredModule>(), provider));
        return services;
    }

    /// <summary>An <see cref="IDbContextFactory{TContext}"/> of pooled contexts, and a place in the <see cref="Migrator"/>'s list.</summary>
    public static IServiceCollection AddModuleDb<TContext>(this IServiceCollection services, string module, Durability durability)
        where TContext : ModuleDb
    {
        if (services.Any(s => s.ServiceType == typeof(IDbContextFactory<TContext>)))
            return services;

        services.AddPooledDbContextFactory<TContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, module, durability));
        services.AddSingleton(new StoredModule(module, provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext()));
        return services;
    }
}

internal sealed record StoredModule(string Name, Func<IServiceProvider, ModuleDb> Open);
