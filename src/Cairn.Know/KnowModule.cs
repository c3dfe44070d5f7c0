using Cairn.Foundation.Web;
using Cairn.Know.Moments;
using Cairn.Know.Register;
using Cairn.Know.Register.Demonstration;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Tallies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Know;

/// <summary>Everything that shows whether it worked: counts, and the figures a campaign cites.</summary>
public static class KnowModule
{
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddTallies();
        services.AddMomentCounts();
        services.TryAddSingleton<PageBodies>();
        services.TryAddSingleton<KeptBytes>();
        services.TryAddSingleton<DrawnPages>();
        services.AddSingleton(s => new FigureRegister(s.GetRequiredService<TableRegister>()));
        services.AddSingleton<TableRegister>();
        services.AddSingleton<TableReader>();
        services.AddSingleton<SnapshotBell>();
        services.AddSingleton<SnapshotBook>();
        services.AddHostedService<TableWatch>();
        services.AddSingleton(s => new RegisterIntake(s.GetRequiredService<SnapshotBook>()));
        services.AddSingleton(s => new InventedRegister(s.GetRequiredService<SnapshotBook>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static void Map(Surfaces surfaces)
    {
        FigureRoutes.Map(surfaces);
        TableRoutes.Map(surfaces);
        SnapshotRoutes.Map(surfaces);
    }
}
