using System.Buffers.Binary;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Zip;

namespace Cairn.Operating.Evidence;

/// <summary>The items of a package as they came out of its ZIP.</summary>
/// <param name="Items">In the ZIP's order; null bytes for an item that does not open.</param>
internal sealed record EvidencePackage(IReadOnlyList<KeyValuePair<string, byte[]?>> Items)
{
    public const int LargestBytes = 64 * 1024 * 1024, MostItems = 16;
    private const int EndBytes = 22, Aes256 = 256;
    private const uint EndSignature = 0x06054b50;

    /// <param name="passphrase">Asked once it is known that this is a ZIP of a size that can be read.</param>
    /// <exception cref="StorageException">It is no package, too large, or under another passphrase.</exception>
    public static EvidencePackage Open(string file, Func<string> passphrase)
    {
        var whole = Path.GetFullPath(file);
        var none = $"'{whole}' is not a package, or it is damaged. Ask the desk for it again.";
        try
        {
            using var stream = File.OpenRead(whole);
            if (stream.Length > LargestBytes)
                throw TooLarge(whole);
            RefuseUnlessZip(stream, none);
            using var zip = new ZipFile(stream) { Password = Plain(passphrase()) };
            return Open(zip, whole, none);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new StorageException(none, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"'{whole}' could not be read. Check that it exists and may be read by this account.", e);
        }
    }

    private static EvidencePackage Open(ZipFile zip, string whole, string none)
    {
        var entries = zip.Cast<ZipEntry>().ToList();
        if (entries.Count > MostItems || entries.Any(e => e.Size > LargestBytes) || entries.Sum(e => e.Size) > LargestBytes)
            throw TooLarge(whole);
        if (entries.Count == 0 || entries.Any(e => !e.IsFile) || entries.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count() != entries.Count)
            throw new StorageException(none);

        var left = (long)LargestBytes;
        var items = new List<KeyValuePair<string, byte[]?>>();
        foreach (var entry in entries)
        {
            var bytes = Read(zip, entry, ref left);
            if (left < 0)
                throw TooLarge(whole);
            items.Add(new(entry.Name, bytes));
        }

        return items.All(i => i.Value is null) ? throw new StorageException("Nothing opens with this passphrase. It is six groups of four letters, and came another way than the package.") : new(items);
    }

    /// <summary>Before anything is reserved for the number of entries that a file claims.</summary>
    private static void RefuseUnlessZip(FileStream stream, string none)
    {
        Span<byte> end = stackalloc byte[EndBytes];
        if (stream.Length < EndBytes)
            throw new StorageException(none);
        stream.Seek(-EndBytes, SeekOrigin.End);
        stream.ReadExactly(end);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature || entries != BinaryPrimitives.ReadUInt16LittleEndian(end[8..])
            || BinaryPrimitives.ReadUInt32LittleEndian(end[12..]) > stream.Length || BinaryPrimitives.ReadUInt32LittleEndian(end[16..]) > stream.Length)
            throw new StorageException(none);
        if (entries > MostItems)
            throw TooLarge(stream.Name);
        stream.Seek(0, SeekOrigin.Begin);
    }

    /// <returns>Null when it does not open: another passphrase, altered, or not sealed as packages are.</returns>
    private static byte[]? Read(ZipFile zip, ZipEntry entry, ref long left)
    {
        if (!entry.IsCrypted || entry.AESKeySize != Aes256)
            return null;
        try
        {
            using var from = zip.GetInputStream(entry);
            using var to = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; left >= 0 && (read = from.Read(buffer)) > 0; left -= read)
                to.Write(buffer, 0, read);
            return to.ToArray();
        }
        catch (Exception e) when (IsDamage(e) || e is IOException)
        {
            return null;
        }
    }

    /// <summary>What the reader of ZIPs throws at bytes that somebody changed.</summary>
    private static bool IsDamage(Exception e) =>
        e is SharpZipBaseException or EndOfStreamException or CryptographicException or ArgumentException or IndexOutOfRangeException or OverflowException or InvalidOperationException or NotSupportedException or NullReferenceException;

    private static StorageException TooLarge(string whole) => new($"'{whole}' is larger than a package can be ({LargestBytes / 1024 / 1024} MB, {MostItems} items). It was not opened.");

    /// <summary>As the desk wrote it, however it was typed.</summary>
    private static string Plain(string typed)
    {
        var letters = new string([.. typed.ToUpperInvariant().Where(c => c is not '-' && !char.IsWhiteSpace(c))]).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return letters.Length == 24 && letters.All(char.IsAsciiLetterOrDigit) ? string.Join('-', letters.Chunk(4).Select(g => new string(g))) : typed;
    }
}
