using System.CommandLine;
using Cairn.Foundation.Web;
using Cairn.Help;
using Cairn.Know;
using Cairn.Say;
using Cairn.Serving;

namespace Cairn;

/// <summary>The table of contents: what the program is made of, in the order of what it does.</summary>
internal static class Modules
{
    public static IEnumerable<Command> Commands(TimeProvider time) =>
    [
        ServeCommand.Build(time),
        .. SayModule.Commands(time),
        TallyCommand.Build(time),
    ];

    public static void Add(IServiceCollection services)
    {
        SayModule.Add(services);
        HelpModule.Add(services);
        KnowModule.Add(services);
    }

    public static void Map(Surfaces surfaces)
    {
        SayModule.Map(surfaces);
        HelpModule.Map(surfaces);
        KnowModule.Map(surfaces);
        HealthRoutes.Map(surfaces);
    }
}
