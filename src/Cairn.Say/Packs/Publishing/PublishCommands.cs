using System.CommandLine;
using System.Globalization;
using Cairn.Say.Packs.Approval;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Packs.Publishing;

/// <summary><c>cairn pack publish</c>, <c>list</c> and <c>export</c>.</summary>
internal static class PublishCommands
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder of the pack." };
    private static readonly Argument<string> Revision = new("REV") { Description = "A revision by at least 6 of its digits." };
    private static readonly Option<bool> AsDemo = new("--approve-as-demo") { Description = "Publish at once as a demonstration, which every page says." };
    private static readonly Option<string?> Person = new("--as") { Description = "Who puts their name to it: an editor's sign-in name." };

    public static IReadOnlyList<Command> All(TimeProvider time)
    {
        var publish = new Command("publish", "Keep a folder as an immutable revision; it waits for a second person's approval unless it is a demonstration.") { Folder, AsDemo, Person };
        publish.Validators.Add(words =>
        {
            if (words.GetValue(AsDemo) && words.GetValue(Person) is not null)
                words.AddError("A demonstration is nobody's: leave out --as, or --approve-as-demo.");
        });
        var target = new Argument<string>("DIR") { Description = "A folder that does not exist yet." };
        return
        [
            PackCommandRun.Command(time, publish, (at, words, cancel) => Publish(at, words.GetRequiredValue(Folder), words.GetValue(AsDemo), words.GetValue(Person), cancel)),
            PackCommandRun.Command(
                time, new Command("list", "List the revisions: revision, pack, state, time, by; separated by tabs."), (at, _, cancel) => List(at, cancel)),
            PackCommandRun.Command(
                time, new Command("export", "Write the files of a revision into a folder, byte for byte.") { Revision, target },
                (at, words, cancel) => Export(at, words.GetRequiredValue(Revision), words.GetRequiredValue(target), cancel)),
        ];
    }

    private static async Task<int> Publish(PackCommandRun at, string folder, bool asDemo, string? person, CancellationToken cancel)
    {
        var who = Decider.CommandLine;
        if (person is not null)
        {
            who = await Decider.Named(person, at.Services.GetRequiredService<StaffBook>(), cancel);
            who.Must(Permission.SubmitPack);
        }

        // The bytes first: what is checked below is what is kept, even when somebody saves a file meanwhile.
        var files = PackFiles.FromFolder(folder);
        var gate = at.Services.GetRequiredService<PackGate>();
        var pack = gate.Admit(folder);
        if (PackFiles.FromFolder(folder).Revision != files.Revision)
            throw new PackRefusedException("The folder changed while it was checked. Publish it again.");

        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var store = at.Services.GetRequiredService<PackStore>();
        var came = await at.Services.GetRequiredService<AuditTrail>().Doing(
            who.Actor, asDemo ? Acts.PackDemonstration : Acts.PackSubmitted, who.On(files.Revision),
            () => store.Publish(files, pack.Campaign.Id, asDemo, who.Name, cancel), cancel);
        at.Output.WriteLine(files.Revision);
        at.People.WriteLine((came, asDemo) switch
        {
            (Published.InForce, _) => "Published as a demonstration: every page says so. Running servers show it within two seconds.",
            (Published.Known, true) => "These very files are in force already; nothing changed.",
            (Published.Known, false) => "These very files were handed in before; nothing changed.",
            _ => "Kept, and not shown: it waits for approval by a second person.",
        });
        if (!asDemo && await store.WhereStands(files.Revision, cancel) is { Approved: false } standing)
            await SayWhatIsMissing(at, standing, Examiner.Examine(files, gate.Today()), cancel);
        return 0;
    }

    private static async Task SayWhatIsMissing(PackCommandRun at, Standing standing, Examined examined, CancellationToken cancel)
    {
        if (!standing.HasName)
            at.People.WriteLine("Nobody's name is on it yet. Somebody has to put theirs to it before it can be approved: in the console, or by publishing the same files again with --as PERSON.");
        if (await at.Services.GetRequiredService<Hindrances>().Of(examined, cancel) is { Count: > 0 } found)
        {
            at.People.WriteLine("What still keeps it from being approved:");
            foreach (var line in found)
                at.People.WriteLine("  " + line);
        }
    }

    private static async Task<int> List(PackCommandRun at, CancellationToken cancel)
    {
        var lines = await at.Services.GetRequiredService<PackStore>().List(cancel);
        foreach (var line in lines)
            at.Output.WriteLine(string.Join('\t', line.Revision, line.PackId, line.State, line.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), line.By));
        if (lines.Count == 0)
            at.People.WriteLine("Nothing has been published yet.");
        return 0;
    }

    private static async Task<int> Export(PackCommandRun at, string prefix, string folder, CancellationToken cancel)
    {
        var revision = await at.Services.GetRequiredService<PackStore>().Named(prefix, cancel);
        var files = await at.Services.GetRequiredService<RevisionVault>().Files(revision, cancel);
        files.WriteTo(folder);
        at.Output.WriteLine(revision);
        at.People.WriteLine($"{files.Paths.Count()} files are in '{folder}'.");
        return 0;
    }
}
