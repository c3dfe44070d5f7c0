using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Help.Directory.FindHelp;
using Cairn.Help.Directory.OpenReferral;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Help;

/// <summary>Everything between the message and a person who helps.</summary>
public static class HelpModule
{
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PageBodies>();
        services.TryAddSingleton<KeptBytes>();
        services.AddSingleton<ServiceDirectory>();
        return services;
    }

    public static void Map(Surfaces surfaces)
    {
        FindHelpRoutes.Map(surfaces);
        DirectoryRoutes.Map(surfaces);
    }
}
