using Cairn.Help.Helpline;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>The whole program with its helpline open to rehearse.</summary>
internal static class ARehearsal
{
    public static Task<RunningCairn> Start(TimeProvider? time = null) => RunningCairn.Start(time: time, instead: Rehearse);

    public static Task<RunningCairn> On(TestDatabase database) => RunningCairn.On(database, instead: Rehearse);

    private static void Rehearse(IServiceCollection services) => services.AddSingleton(new Rehearsal(true));
}
