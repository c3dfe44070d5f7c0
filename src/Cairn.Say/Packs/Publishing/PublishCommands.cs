using System.CommandLine;
using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Packs.Publishing;

/// <summary><c>cairn pack publish</c>, <c>list</c>, <c>rollback</c> and <c>export</c>. Programs read stdout, people stderr.</summary>
internal static class PublishCommands
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder of the pack." };
    private static readonly Argument<string> Revision = new("REV") { Description = "A revision by at least 6 of its digits." };
    private static readonly Option<string> Data = new("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };
    private static readonly Option<bool> AsDemo = new("--approve-as-demo") { Description = "Publish at once as a demonstration, which every page says." };
    private static readonly Option<string?> Person = new("--as") { Description = "Who decides; kept in the history." };

    public static IReadOnlyList<Command> All(TimeProvider time)
    {
        var publish = new Command("publish", "Keep a folder as an immutable revision; it waits for approval unless it is a demonstration.") { Folder, AsDemo, Data };
        publish.SetAction((parsed, cancel) => With(time, parsed, at => Publish(at, parsed.GetRequiredValue(Folder), parsed.GetValue(AsDemo), cancel), cancel));

        var list = new Command("list", "List the revisions: revision, pack, state, time, by; separated by tabs.") { Data };
        list.SetAction((parsed, cancel) => With(time, parsed, at => List(at, cancel), cancel));

        var rollback = new Command("rollback", "Put an earlier revision in force again.") { Revision, Person, Data };
        rollback.SetAction((parsed, cancel) => With(time, parsed, at => Rollback(at, parsed.GetRequiredValue(Revision), parsed.GetValue(Person), cancel), cancel));

        var target = new Argument<string>("DIR") { Description = "A folder that does not exist yet." };
        var export = new Command("export", "Write the files of a revision into a folder, byte for byte.") { Revision, target, Data };
        export.SetAction((parsed, cancel) => With(time, parsed, at => Export(at, parsed.GetRequiredValue(Revision), parsed.GetRequiredValue(target), cancel), cancel));

        return [publish, list, rollback, export];
    }

    private static async Task<int> Publish(CommandRun at, string folder, bool asDemo, CancellationToken cancel)
    {
        // The bytes first: what is checked below is what is kept, even when somebody saves a file meanwhile.
        var files = PackFiles.FromFolder(folder);
        var pack = at.Services.GetRequiredService<PackGate>().Admit(folder);
        if (PackFiles.FromFolder(folder).Revision != files.Revision)
            throw new PackRefusedException("The folder changed while it was checked. Publish it again.");

        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var came = await at.Services.GetRequiredService<PackStore>().Publish(files, pack.Campaign.Id, asDemo, PackAct.ByCommand, cancel);
        at.Output.WriteLine(files.Revision);
        var said = (came, asDemo) switch
        {
            (Published.InForce, _) => "Published as a demonstration: every page says so. Running servers show it within two seconds.",
            (Published.Known, true) => "These very files are in force already; nothing changed.",
            (Published.Known, false) => "These very files were handed in before; nothing changed.",
            _ => "Kept, and not shown: it waits for approval by a second person. Approval by people is not part of this version yet; --approve-as-demo shows it as a demonstration.",
        };
        at.People.WriteLine(said);
        return 0;
    }

    private static async Task<int> List(CommandRun at, CancellationToken cancel)
    {
        var lines = await at.Services.GetRequiredService<PackStore>().List(cancel);
        foreach (var line in lines)
            at.Output.WriteLine(string.Join('\t', line.Revision, line.PackId, line.State, line.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), line.PublishedBy));
        if (lines.Count == 0)
            at.People.WriteLine("Nothing has been published yet.");
        return 0;
    }

    private static async Task<int> Rollback(CommandRun at, string prefix, string? person, CancellationToken cancel)
    {
        if (person is not null && (person.Trim().Length is 0 or > 100 || person.Any(char.IsControl)))
            throw new PackRefusedException("--as takes a name of up to 100 characters.");

        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var store = at.Services.GetRequiredService<PackStore>();
        var revision = await store.Named(prefix, cancel);
        // Refused here rather than by every server: a revision that cannot be shown does not come into force.
        await at.Services.GetRequiredService<RevisionVault>().Open(revision, cancel);
        var changed = await store.Rollback(revision, person?.Trim() ?? PackAct.ByCommand, cancel);
        at.Output.WriteLine(revision);
        at.People.WriteLine(changed ? "In force again. Running servers show it within two seconds." : "It is in force already; nothing changed.");
        return 0;
    }

    private static async Task<int> Export(CommandRun at, string prefix, string folder, CancellationToken cancel)
    {
        var revision = await at.Services.GetRequiredService<PackStore>().Named(prefix, cancel);
        var files = await at.Services.GetRequiredService<RevisionVault>().Files(revision, cancel);
        files.WriteTo(folder);
        at.Output.WriteLine(revision);
        at.People.WriteLine($"{files.Paths.Count()} files are in '{folder}'.");
        return 0;
    }

    private static async Task<int> With(TimeProvider time, ParseResult parsed, Func<CommandRun, Task<int>> act, CancellationToken cancel)
    {
        try
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddDatabase(Database.FromEnvironment(parsed.GetRequiredValue(Data))).AddStaffRecords().AddPackStore();
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<Migrator>().MigrateAsync(cancel);
            return await act(new(provider, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        }
        catch (StorageException refused)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    /// <param name="Output">Programs read it.</param>
    /// <param name="People">People read it.</param>
    private sealed record CommandRun(IServiceProvider Services, TextWriter Output, TextWriter People);
}
