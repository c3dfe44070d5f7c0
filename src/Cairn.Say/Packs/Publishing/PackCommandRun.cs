using System.CommandLine;
using Cairn.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Packs.Publishing;

/// <summary>One command about packs while it runs. Programs read stdout, people stderr.</summary>
/// <param name="Output">Programs read it.</param>
/// <param name="People">People read it.</param>
internal sealed record PackCommandRun(IServiceProvider Services, TextWriter Output, TextWriter People)
{
    public static readonly Option<string> Data = new("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };

    /// <summary>A command with what it does: opens the database first, and turns a refusal into its sentence and exit 1.</summary>
    public static Command Command(TimeProvider time, Command command, Func<PackCommandRun, ParseResult, CancellationToken, Task<int>> act)
    {
        command.Options.Add(Data);
        command.SetAction((parsed, cancel) => Run(time, parsed, act, cancel));
        return command;
    }

    private static async Task<int> Run(TimeProvider time, ParseResult parsed, Func<PackCommandRun, ParseResult, CancellationToken, Task<int>> act, CancellationToken cancel)
    {
        try
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddDatabase(Database.FromEnvironment(parsed.GetRequiredValue(Data))).AddPackStore();
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<Migrator>().MigrateAsync(cancel);
            return await act(new(provider, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error), parsed, cancel);
        }
        catch (StorageException refused)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
