using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;

namespace Cairn.Operating;

/// <summary><c>cairn keyring init</c>, <c>status</c>, <c>backup</c> and <c>restore</c>.</summary>
internal static class KeyringCommands
{
    private static readonly Argument<string> File = new("FILE") { Description = "The sealed file; never overwritten." };

    public static Command Build(TimeProvider time)
    {
        var init = new Command("init", "Make the keyring when there is none. Its directory is CAIRN_KEYRING, or ./keyring.") { OperatingRun.Data };
        init.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Init(at, cancel)));

        var status = new Command("status", "Say which keyring this is, what is in it, and whether the database belongs to it.") { OperatingRun.Data };
        status.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Status(at, cancel)));

        var backup = new Command("backup", "Seal every file of the keyring into one file under a passphrase (CAIRN_PASSPHRASE, or asked).") { File, OperatingRun.Data };
        backup.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Backup(at, parsed.GetRequiredValue(File), cancel)));

        var restore = new Command("restore", $"Bring a keyring back into an empty directory; the copy may be {KeyringBackup.LongestDays} days old.") { File, OperatingRun.Data };
        restore.SetAction((parsed, _) => OperatingRun.With(time, parsed, at => Restore(at, parsed.GetRequiredValue(File))));

        return new Command("keyring", "The keys of this installation, which are never in the database.") { init, status, backup, restore };
    }

    private static async Task<int> Init(OperatingRun at, CancellationToken cancel)
    {
        at.Keyring.RefuseWhenOpen();
        var before = at.Keyring.Id();
        if (before is null && await KnownIfReachable(at, cancel) is { } known)
            throw new StorageException($"This database belongs to keyring {known} already, and a new one would not open it. Name that one with CAIRN_KEYRING, or bring it back with: cairn keyring restore FILE");

        var id = at.Keyring.IdOrNew();
        at.Output.WriteLine(id);
        at.People.WriteLine(before is null
            ? $"The keyring is made, in '{at.Keyring.Directory}'. Back it up once the server has started: cairn keyring backup FILE"
            : $"There is a keyring in '{at.Keyring.Directory}' already; nothing changed.");
        return 0;
    }

    private static async Task<int> Status(OperatingRun at, CancellationToken cancel)
    {
        var id = at.Keyring.Id();
        var known = await at.Check.Known(cancel);
        at.Output.WriteLine($"id\t{id ?? "none"}");
        at.Output.WriteLine($"directory\t{at.Keyring.Directory}");
        at.Output.WriteLine($"database\t{(known is null ? "belongs to none yet" : known == id ? "belongs to this keyring" : $"belongs to {known}")}");
        foreach (var name in at.Keyring.Names())
            at.Output.WriteLine($"file\t{name}\t{Mode(Path.Combine(at.Keyring.Directory, name))}\t{KeyringPurpose.Of(name)}");

        await at.Check.Demand(cancel);
        at.People.WriteLine(known is null ? "The keyring is there. The database takes it at the first start." : "The keyring is there and is the database's own.");
        return 0;
    }

    private static async Task<int> Backup(OperatingRun at, string file, CancellationToken cancel)
    {
        NewFile.RefuseWhenThere(file);
        if (await at.Check.Known(cancel) == at.Keyring.Id())
            await at.Audit.Record(Actor.CommandLine, Acts.KeyringBackedUp, at.Keyring.Id() ?? "none", cancel);
        await KeyringBackup.Make(at.Keyring, file, Passphrase.Get(twice: true, at.People), at.Today, SealedKeyring.Cost.Usual);
        at.Output.WriteLine(Path.GetFullPath(file));
        at.People.WriteLine($"Sealed. Keep it apart from the backup of the data, and its passphrase apart from both; it can be restored for {KeyringBackup.LongestDays} days.");
        return 0;
    }

    private static Task<int> Restore(OperatingRun at, string file)
    {
        var id = KeyringBackup.Restore(at.Keyring, file, Passphrase.Get(twice: false, at.People), at.Today);
        at.Output.WriteLine(id);
        at.People.WriteLine($"The keyring is back, in '{at.Keyring.Directory}'.");
        return Task.FromResult(0);
    }

    /// <summary>A keyring may be made before the database is there; only one that answers can object.</summary>
    private static async Task<string?> KnownIfReachable(OperatingRun at, CancellationToken cancel)
    {
        try
        {
            return await at.Check.Known(cancel);
        }
        catch (StorageException)
        {
            return null;
        }
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "-" : Convert.ToString((int)System.IO.File.GetUnixFileMode(path), 8);
}
