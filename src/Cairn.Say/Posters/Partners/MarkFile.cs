namespace Cairn.Say.Posters.Partners;

/// <summary>The bytes of a mark's file, never more than a mark may have.</summary>
internal static class MarkFile
{
    /// <summary>In bytes.</summary>
    public const int Largest = 4 * 1024 * 1024;

    /// <exception cref="PartnerMarkException">It is not there, cannot be read, is empty or too large.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            // A pipe or a device has no length that could be believed: one byte more than allowed tells.
            var bytes = new byte[(int)Math.Min(file.CanSeek && file.Length > 0 ? file.Length : Largest, Largest) + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length switch
            {
                0 => throw new PartnerMarkException("The mark's file is empty; save it again."),
                > Largest => throw new PartnerMarkException("The mark's file is larger than 4 MB; save the mark smaller, or as SVG."),
                _ => bytes[..length],
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PartnerMarkException("There is no file of the mark at that place; check where it is.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PartnerMarkException("The mark's file cannot be read; name a file, not a folder, and let this program read it.");
        }
    }
}
