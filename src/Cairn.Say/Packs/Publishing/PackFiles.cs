using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Say.Packs.Publishing;

/// <summary>The files of a pack as bytes, with the manifest that names them. Import and export lose nothing.</summary>
internal sealed class PackFiles
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostFiles = 4000;

    private readonly IReadOnlyList<(string Path, byte[] Bytes)> files;

    private PackFiles(IEnumerable<(string Path, byte[] Bytes)> unordered)
    {
        files = [.. unordered.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var manifest = new StringBuilder();
        foreach (var (path, bytes) in files)
            manifest.Append(Convert.ToHexStringLower(SHA256.HashData(bytes))).Append("  ").Append(path).Append('\n');
        Manifest = manifest.ToString();
        Revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Manifest)));
    }

    /// <summary>What <c>sha256sum</c> prints for the files in the order of <c>LC_ALL=C sort</c>.</summary>
    public string Manifest { get; }

    /// <summary>SHA-256 of the manifest: the revision's name.</summary>
    public string Revision { get; }

    public IEnumerable<string> Paths => files.Select(f => f.Path);

    /// <summary>The content of a file, or null when there is none at that path.</summary>
    public byte[]? Content(string path) => files.FirstOrDefault(f => f.Path == path).Bytes;

    /// <exception cref="PackRefusedException">The folder is missing, too large, or holds what cannot be kept.</exception>
    public static PackFiles FromFolder(string directory)
    {
        var root = new DirectoryInfo(directory);
        if (!root.Exists)
            throw new PackRefusedException($"There is no folder '{directory}'. Name the folder that holds campaign.yaml.");

        try
        {
            var found = new List<(string, byte[])>();
            long total = 0;
            foreach (var entry in root.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false }))
            {
                var path = Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
                if (entry.LinkTarget is not null)
                    throw new PackRefusedException($"'{Printable(path)}' is a link. Put the file itself into the pack.");
                if (entry is not FileInfo file)
                    continue;
                if ((total += file.Length) > MostBytes || found.Count == MostFiles)
                    throw new PackRefusedException($"'{directory}' is larger than a pack may be (64 MB, {MostFiles} files). Is it the right folder?");
                found.Add((Checked(path), File.ReadAllBytes(file.FullName)));
            }

            return new PackFiles(found);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackRefusedException($"The folder '{directory}' cannot be read: {e.Message}", e);
        }
    }

    /// <exception cref="PackRefusedException">The bytes are no archive made by <see cref="ToZip"/>.</exception>
    public static PackFiles FromZip(byte[] archive)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
            var found = new List<(string, byte[])>();
            long total = 0;
            foreach (var entry in zip.Entries)
            {
                if ((total += entry.Length) > MostBytes || found.Count == MostFiles)
                    throw new PackRefusedException("The stored archive is larger than a pack may be.");
                var bytes = new byte[entry.Length];
                using var content = entry.Open();
                content.ReadExactly(bytes);
                found.Add((Checked(entry.FullName), bytes));
            }

            return new PackFiles(found);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new PackRefusedException("The stored archive is damaged. Roll back to another revision, or restore a backup.", e);
        }
    }

    /// <summary>The same files always give the same bytes.</summary>
    public byte[] ToZip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Writes the files into a folder that does not exist yet or is empty.</summary>
    /// <exception cref="PackRefusedException">The folder has something in it, or cannot be written.</exception>
    public void WriteTo(string directory)
    {
        try
        {
            if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
                throw new PackRefusedException($"'{directory}' is not empty. Name a folder that does not exist yet.");

            foreach (var (path, bytes) in files)
            {
                var target = Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackRefusedException($"The folder '{directory}' cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The reader reads folders, so the files become one for a moment.</summary>
    public T AsFolder<T>(Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-").FullName;
        try
        {
            WriteTo(folder);
            return use(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A path that means the same on every machine, stays inside the folder, and that sha256sum prints as it is.</summary>
    private static string Checked(string path)
    {
        var plain = path.Length is > 0 and <= 200
            && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            && path.Split('/').All(part => part.Length > 0 && part.Trim('.').Length > 0);
        return plain ? path : throw new PackRefusedException($"The file name '{Printable(path)}' cannot be kept. Use letters a to z, digits, '.', '-' and '_'.");
    }

    private static string Printable(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));
}
