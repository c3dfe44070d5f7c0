using System.CommandLine;
using Cairn.Foundation.Web;
using Cairn.Help;
using Cairn.Know;
using Cairn.Operating;
using Cairn.Operating.Evidence;
using Cairn.Operating.Register;
using Cairn.Say;
using Cairn.Serving;
using Cairn.Serving.Description;
using Cairn.Staff;

namespace Cairn;

/// <summary>The table of contents: what the program is made of, in the order of what it does.</summary>
internal static class Modules
{
    public static IEnumerable<Command> Commands(TimeProvider time) =>
    [
        ServeCommand.Build(time),
        .. SayModule.Commands(time),
        TallyCommand.Build(time),
        RegisterCommands.Build(time),
        .. StaffModule.Commands(time),
        KeyringCommands.Build(time),
        .. BackupCommands.All(time),
        AuditCommands.Build(time),
        EvidenceCommands.Build(time),
        MigrateCommand.Build(time),
        Doctor.Build(time),
    ];

    public static void Add(IServiceCollection services)
    {
        StaffModule.Add(services);
        SayModule.Add(services);
        HelpModule.Add(services);
        KnowModule.Add(services);
    }

    public static void Map(Surfaces surfaces)
    {
        SayModule.Map(surfaces);
        HelpModule.Map(surfaces);
        KnowModule.Map(surfaces);
        StaffModule.Map(surfaces);
        HealthRoutes.Map(surfaces);
        DescriptionRoutes.Map(surfaces);
    }
}
