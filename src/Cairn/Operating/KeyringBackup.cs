using System.IO.Compression;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>Every file of a keyring in one sealed file, and back.</summary>
internal static class KeyringBackup
{
    /// <summary>Keys that were destroyed since must not come back: what people were told is gone has to stay unreadable, and copies die in a week.</summary>
    public const int LongestDays = 7;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="StorageException">There is no keyring, or the file exists.</exception>
    public static async Task Make(Keyring keyring, string file, string passphrase, DateOnly today, SealedKeyring.Cost cost)
    {
        var plain = Pack(keyring);
        try
        {
            var bytes = SealedKeyring.Seal(plain, passphrase, today, cost);
            await NewFile.Write(file, stream => stream.WriteAsync(bytes).AsTask());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Into an empty or a missing directory.</summary>
    /// <returns>The keyring's name.</returns>
    /// <exception cref="StorageException">Says why not; then nothing was restored.</exception>
    public static string Restore(Keyring keyring, string file, string passphrase, DateOnly today)
    {
        if (keyring.Names().Count > 0)
            throw new StorageException($"There are keys in '{keyring.Directory}' already. Restore into an empty directory, or name another with CAIRN_KEYRING.");

        var (plain, day) = SealedKeyring.Open(Read(file), passphrase);
        try
        {
            var age = today.DayNumber - day.DayNumber;
            if (age > LongestDays)
                throw new StorageException($"This copy of the keyring is {age} days old, and {LongestDays} is the most: keys that were destroyed since must not come back. Nothing was restored; take a newer copy.");
            if (age < -1)
                throw new StorageException($"This copy of the keyring was made on {day:yyyy-MM-dd}, which has not come yet. Nothing was restored; set this machine's clock.");
            Unpack(plain, keyring);
            return keyring.Id()!;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static byte[] Pack(Keyring keyring)
    {
        if (keyring.Id() is null)
            throw new StorageException($"There is no keyring at '{keyring.Directory}'. Name it with CAIRN_KEYRING.");

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Keys of an hour die with it, also in copies.
            foreach (var name in keyring.Names().Where(n => !n.StartsWith(Keyring.OfAnHour, StringComparison.Ordinal)))
            {
                // A session's key may be deleted while we look.
                if (keyring.Read(name) is not { } key)
                    continue;
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(key);
                CryptographicOperations.ZeroMemory(key);
            }
        }

        var packed = bytes.ToArray();
        CryptographicOperations.ZeroMemory(bytes.GetBuffer());
        return packed;
    }

    private static void Unpack(byte[] plain, Keyring keyring)
    {
        using var zip = new ZipArchive(new MemoryStream(plain), ZipArchiveMode.Read);
        var made = new List<string>();
        try
        {
            // The name comes last: a keyring that was cut short has none and is refused.
            foreach (var entry in zip.Entries.OrderBy(e => e.FullName == KeyringName.FileName))
            {
                if (entry.FullName != Path.GetFileName(entry.FullName) || entry.FullName.StartsWith('.'))
                    throw new StorageException("This backup of the keyring names a file outside the keyring. Nothing was restored.");
                using var content = entry.Open();
                var key = new byte[entry.Length];
                content.ReadExactly(key);
                made.Add(entry.FullName);
                keyring.ReadOrMake(entry.FullName, () => key);
            }
        }
        catch (Exception)
        {
            foreach (var name in made)
                File.Delete(Path.Combine(keyring.Directory, name));
            throw;
        }
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"'{Path.GetFullPath(file)}' cannot be read. Check its name and its rights.", e);
        }
    }
}
