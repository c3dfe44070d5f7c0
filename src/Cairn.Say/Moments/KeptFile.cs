using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Moment;

namespace Cairn.Say.Moments;

/// <summary>Files that commands leave behind: each appears whole or not at all.</summary>
internal static class KeptFile
{
    // What is read whole has an end.
    private const long Largest = 256 * 1024 * 1024;

    /// <exception cref="MomentException">It cannot be read, or is too large.</exception>
    public static byte[] Read(string path, string what)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > Largest)
                throw new MomentException($"The {what} '{path}' is larger than {Largest / 1024 / 1024} MB. Is it the right file?");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MomentException($"The {what} '{path}' could not be read: check its name and that this account may read it.", e);
        }
    }

    /// <summary>Writes a file that must not be there yet.</summary>
    /// <param name="secret">Only its owner may read it.</param>
    /// <exception cref="MomentException">It exists, or cannot be written.</exception>
    public static void WriteNew(string path, byte[] bytes, bool secret) => Write(path, bytes, secret, NewName.Give);

    /// <summary>Writes a file in place of the one that may be there, in one step.</summary>
    /// <param name="flush">False for what can be made again: it may be lost when the power fails.</param>
    /// <exception cref="MomentException">It cannot be written.</exception>
    public static void Replace(string path, byte[] bytes, bool flush = true) => Write(path, bytes, secret: false, (draft, whole) => File.Move(draft, whole, overwrite: true), flush);

    /// <exception cref="MomentException">It exists.</exception>
    public static void RefuseWhenThere(string path)
    {
        if (Path.Exists(path))
            throw new MomentException($"'{Path.GetFullPath(path)}' exists already and is never overwritten: choose another name.");
    }

    private static void Write(string path, byte[] bytes, bool secret, Action<string, string> give, bool flush = true)
    {
        var whole = Path.GetFullPath(path);
        var draft = $"{whole}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.draft";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            try
            {
                using (var file = new FileStream(draft, options))
                {
                    file.Write(bytes);
                    file.Flush(flushToDisk: flush);
                }

                give(draft, whole);
            }
            finally
            {
                File.Delete(draft);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (e is IOException && give == NewName.Give)
                RefuseWhenThere(whole);
            throw new MomentException($"'{whole}' could not be written: check that its folder exists, has space and may be written by this account.", e);
        }
    }
}
