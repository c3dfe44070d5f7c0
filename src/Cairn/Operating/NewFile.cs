using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>A file that must not exist yet and that only its owner may read. It appears whole or not at all.</summary>
internal static class NewFile
{
    /// <exception cref="StorageException">It exists, or cannot be written.</exception>
    public static async Task Write(string path, Func<Stream, Task> write)
    {
        var whole = Path.GetFullPath(path);
        RefuseWhenThere(whole);
        var draft = $"{whole}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.draft";
        try
        {
            try
            {
                await using (var file = new FileStream(draft, OwnerOnly()))
                {
                    await write(file);
                    file.Flush(flushToDisk: true);
                }

                NewName.Give(draft, whole);
            }
            finally
            {
                File.Delete(draft);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RefuseWhenThere(whole);
            throw new StorageException($"'{whole}' could not be written. Check that its folder exists, has space and may be written by this account.", e);
        }
    }

    /// <exception cref="StorageException">It exists.</exception>
    public static void RefuseWhenThere(string path)
    {
        if (Path.Exists(path))
            throw new StorageException($"'{Path.GetFullPath(path)}' exists already and is never overwritten. Choose another name.");
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
