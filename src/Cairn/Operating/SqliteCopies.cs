using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Microsoft.Data.Sqlite;

namespace Cairn.Operating;

/// <summary>The files of the modules, copied while a server may be writing, and put back.</summary>
internal static class SqliteCopies
{
    /// <summary>Each copy is one consistent moment of its file. What was deleted is not in it: only living rows are written anew.</summary>
    /// <param name="modules">In this order; the audit's last, so that every act in the other copies is in its record.</param>
    public static async Task Make(Database.Sqlite database, IEnumerable<string> modules, string folder, CancellationToken cancel)
    {
        foreach (var module in modules)
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.FileOf(module), Pooling = false }.ToString());
            await connection.OpenAsync(cancel);
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $copy";
            copy.CommandTimeout = 0;
            copy.Parameters.AddWithValue("$copy", Path.Combine(folder, module + ".db"));
            await copy.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <exception cref="StorageException">There is something in it.</exception>
    public static void RefuseWhenFull(Database.Sqlite database)
    {
        if (Path.Exists(database.Directory) && (!Directory.Exists(database.Directory) || Directory.EnumerateFileSystemEntries(database.Directory).Any()))
            throw new StorageException($"There is something in '{database.Directory}' already. Move it away, or choose another folder with --data.");
    }

    /// <summary>A folder beside the data, on the same disk, so that putting it in place is one step.</summary>
    public static string FolderBeside(Database.Sqlite database)
    {
        var folder = $"{database.Directory.TrimEnd(Path.DirectorySeparatorChar)}.restoring-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    public static void PutInPlace(string folder, Database.Sqlite database)
    {
        SqliteConnection.ClearAllPools();
        RefuseWhenFull(database);
        try
        {
            if (Directory.Exists(database.Directory))
                Directory.Delete(database.Directory);
            Directory.Move(folder, database.Directory);
        }
        catch (IOException) when (Directory.Exists(database.Directory))
        {
            // A mounted folder cannot be replaced, only filled.
            foreach (var file in Directory.GetFiles(folder))
                File.Copy(file, Path.Combine(database.Directory, Path.GetFileName(file)), overwrite: false);
            Directory.Delete(folder, recursive: true);
        }
    }
}
