using System.Security.Cryptography;
using Cairn.Moment;
using Cairn.Moment.Terms;

namespace Cairn.Say.Moments;

/// <summary>A sealed list on its way into a file: it appears whole or not at all.</summary>
internal static class SealedFile
{
    /// <exception cref="MomentException">The list or the key cannot be used, or the file not be written.</exception>
    public static SealingReport Write(string list, string keyFile, string path, SealingOptions options, TextWriter people)
    {
        var key = TermKey.Read(keyFile);
        var whole = Path.GetFullPath(path);
        // Somebody's only copy.
        if (whole == Path.GetFullPath(list) || whole == Path.GetFullPath(keyFile))
            throw new MomentException("The sealed list would replace the plain list or the key: give --out another name.");
        var draft = $"{whole}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.draft";
        try
        {
            using var plain = Open(list);
            SealingReport report;
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                report = TermSealer.Seal(plain, key, file, ProgressLine.On(people, plain.CanSeek ? plain.Length : 0), options);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, whole, overwrite: true);
            return report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MomentException($"'{whole}' could not be written: check that its folder exists, has space and may be written by this account.", e);
        }
        finally
        {
            Remove(draft);
        }
    }

    private static FileStream Open(string list)
    {
        try
        {
            return new FileStream(list, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MomentException($"The list '{list}' could not be read: check its name and that this account may read it.", e);
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its folder is not there, or not ours: nothing was left in it.
        }
    }
}
