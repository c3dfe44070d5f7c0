using System.IO.Compression;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>A backup as a file: a ZIP of a manifest and the copies it names, each with its SHA-256.</summary>
internal static class BackupArchive
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="folder">Holds the copies, and nothing else.</param>
    public static Task Write(string file, string folder, string engine, DateOnly today, string keyring, CancellationToken cancel)
    {
        var copies = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var manifest = new BackupManifest(BackupManifest.Current, engine, $"{today:yyyy-MM-dd}", keyring, [.. copies.Select(Describe)]);
        return NewFile.Write(file, async stream =>
        {
            await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            await using (var entry = await Entry(zip, BackupManifest.FileName, cancel))
                await entry.WriteAsync(manifest.ToBytes(), cancel);
            foreach (var copy in copies)
            {
                await using var from = File.OpenRead(copy);
                await using var entry = await Entry(zip, Path.GetFileName(copy), cancel);
                await from.CopyToAsync(entry, cancel);
            }
        });
    }

    /// <exception cref="StorageException">It cannot be read, or is no backup.</exception>
    public static BackupManifest Manifest(string file) => Reading(file, zip =>
    {
        using var json = (zip.GetEntry(BackupManifest.FileName) ?? throw NoBackup(file)).Open();
        return BackupManifest.Parse(json);
    });

    /// <summary>Puts the copies into a folder, each compared with its hash.</summary>
    /// <exception cref="StorageException">One is missing or damaged.</exception>
    public static void Extract(string file, BackupManifest manifest, string folder) => Reading(file, zip =>
    {
        foreach (var named in manifest.Files)
        {
            if (named.Name != Path.GetFileName(named.Name) || zip.GetEntry(named.Name) is not { } entry)
                throw Damaged(named.Name);
            var target = Path.Combine(folder, named.Name);
            using (var from = entry.Open())
            using (var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
            {
                from.CopyTo(to);
                to.Flush(flushToDisk: true);
            }

            if (Describe(target) != named)
                throw Damaged(named.Name);
        }

        return 0;
    });

    private static BackupFile Describe(string path)
    {
        using var bytes = File.OpenRead(path);
        return new(Path.GetFileName(path), bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static async Task<Stream> Entry(ZipArchive zip, string name, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return await entry.OpenAsync(cancel);
    }

    private static T Reading<T>(string file, Func<ZipArchive, T> read)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            return read(zip);
        }
        catch (InvalidDataException e)
        {
            throw new StorageException($"'{Path.GetFullPath(file)}' is damaged or is no backup made by Cairn. Nothing was restored; take another copy.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"'{Path.GetFullPath(file)}' cannot be read, or there is no space beside the data. Check its name, its rights and the disk.", e);
        }
    }

    private static StorageException NoBackup(string file) => new($"'{Path.GetFullPath(file)}' is no backup made by Cairn. Nothing was restored.");

    private static StorageException Damaged(string name) => new($"'{name}' in this backup is damaged. Nothing was restored; take another copy.");
}
