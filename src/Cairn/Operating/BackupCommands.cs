using System.CommandLine;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Microsoft.Data.Sqlite;

namespace Cairn.Operating;

/// <summary><c>cairn backup</c> and <c>cairn restore</c>: the data of every module, never the keyring.</summary>
internal static class BackupCommands
{
    private static readonly Argument<string> File = new("FILE") { Description = "The backup; never overwritten." };

    public static IReadOnlyList<Command> All(TimeProvider time)
    {
        var backup = new Command("backup", "Copy the data into one file, while the server runs. The keyring is not in it.") { File, OperatingRun.Data };
        backup.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Backup(at, parsed.GetRequiredValue(File), cancel)));

        var restore = new Command("restore", "Put the data of a backup into an empty place. The keyring must be there first.") { File, OperatingRun.Data };
        restore.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Restore(at, time, parsed.GetRequiredValue(File), cancel)));
        return [backup, restore];
    }

    private static async Task<int> Backup(OperatingRun at, string file, CancellationToken cancel)
    {
        NewFile.RefuseWhenThere(file);
        await at.DemandUpToDate(cancel);
        var keyring = await at.Check.Ensure(Actor.CommandLine, cancel);
        var target = Path.GetFullPath(file);
        await at.Audit.Doing(Actor.CommandLine, Acts.BackupMade, Subject(file), async () => await Copy(at, target, keyring, cancel), cancel);
        at.Output.WriteLine(target);
        at.People.WriteLine($"Copied. It belongs to keyring {keyring}, which is not in it: back that up apart, with cairn keyring backup FILE");
        return 0;
    }

    private static async Task<int> Copy(OperatingRun at, string file, string keyring, CancellationToken cancel)
    {
        var folder = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.copies";
        try
        {
            MakeFolder(folder);
            if (at.Database is Database.Sqlite sqlite)
                await SqliteCopies.Make(sqlite, at.Migrator.Modules.Where(m => System.IO.File.Exists(sqlite.FileOf(m))).OrderBy(m => m == "staff"), folder, cancel);
            else
                await PostgresDump.Make((Database.Postgres)at.Database, folder, cancel);
            await BackupArchive.Write(file, folder, Engine(at.Database), at.Today, keyring, cancel);
            return 0;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data could not be copied to '{file}'. Check that its folder exists, has space and may be written by this account.", e);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> Restore(OperatingRun at, TimeProvider time, string file, CancellationToken cancel)
    {
        var manifest = BackupArchive.Manifest(file);
        if (manifest.Engine != Engine(at.Database))
            throw new StorageException($"This backup is of {manifest.Engine}, and CAIRN_DATABASE names {Engine(at.Database)}. Set or unset CAIRN_DATABASE.");
        at.Keyring.RefuseWhenOpen();
        if (at.Keyring.Id() is not { } keyring || keyring != manifest.Keyring)
            throw new StorageException($"This backup belongs to keyring {manifest.Keyring}, which is not at '{at.Keyring.Directory}'. Bring that back first with: cairn keyring restore FILE, or name it with CAIRN_KEYRING.");

        await (at.Database switch
        {
            Database.Sqlite sqlite => IntoFolder(sqlite, manifest, time, file, cancel),
            Database.Postgres postgres => IntoPostgres(at, postgres, manifest, file, cancel),
            _ => throw new InvalidOperationException("Unknown engine."),
        });
        at.Output.WriteLine(manifest.Day);
        at.People.WriteLine($"The data of {manifest.Day} is back. Start the server, and check the record with: cairn audit verify");
        return 0;
    }

    /// <summary>Everything is made ready beside the data and put in place in one step: all or nothing.</summary>
    private static async Task IntoFolder(Database.Sqlite sqlite, BackupManifest manifest, TimeProvider time, string file, CancellationToken cancel)
    {
        SqliteCopies.RefuseWhenFull(sqlite);
        var folder = "";
        try
        {
            folder = SqliteCopies.FolderBeside(sqlite);
            BackupArchive.Extract(file, manifest, folder);
            await using (var services = OperatingRun.On(new Database.Sqlite(folder), time))
                await Accept(new(services, TextWriter.Null, TextWriter.Null), file, cancel);
            SqliteCopies.PutInPlace(folder, sqlite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data could not be written to '{sqlite.Directory}'. Check that its folder exists, has space and may be written by this account.", e);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task IntoPostgres(OperatingRun at, Database.Postgres postgres, BackupManifest manifest, string file, CancellationToken cancel)
    {
        await PostgresDump.RefuseWhenFull(postgres, at.Migrator.Modules, cancel);
        var folder = Directory.CreateTempSubdirectory("cairn-restore-").FullName;
        try
        {
            BackupArchive.Extract(file, manifest, folder);
            await PostgresDump.Restore(postgres, folder, cancel);
            await Accept(at, file, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The data becomes this installation's: of this version's shape, under its own keyring, and the restore is in the record.</summary>
    private static async Task Accept(OperatingRun at, string file, CancellationToken cancel)
    {
        await at.Migrator.MigrateAsync(cancel);
        await at.Check.Ensure(Actor.CommandLine, cancel);
        await at.Audit.AcceptEnd(cancel);
        // Whoever was signed out or removed since the backup was made must not come back with an old cookie or link.
        await at.Doors.CloseAll(cancel);
        await at.Audit.Record(Actor.CommandLine, Acts.BackupRestored, Subject(file), cancel);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Engine(Database database) => database is Database.Sqlite ? "sqlite" : "postgresql";

    private static string Subject(string file)
    {
        var name = new string([.. Path.GetFileName(file).Where(c => !char.IsControl(c))]);
        return name[..Math.Min(200, name.Length)];
    }
}
