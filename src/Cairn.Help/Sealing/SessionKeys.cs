using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Help.Sealing;

/// <summary>Keys of hours, files of the keyring that all nodes share: <c>session-494000.key</c>. Deleted two hours later, and never in a backup.</summary>
internal sealed class SessionKeys(Keyring keyring)
{
    /// <summary>How long a key lives, in hours.</summary>
    public const int Hours = 2;

    private const string Prefix = Keyring.OfAnHour;
    private const string Suffix = ".key";
    private const int KeyBytes = 32;

    private readonly ConcurrentDictionary<long, SecretKey> open = new();

    /// <summary>The key of the hour in which a token is written.</summary>
    /// <exception cref="StorageException">It cannot be read or made, or is damaged.</exception>
    public SecretKey For(long hour)
    {
        if (open.TryGetValue(hour, out var key))
            return key;
        Forget(hour - Hours);
        return open.GetOrAdd(hour, h => Import(h, keyring.ReadOrMake(NameOf(h), () => RandomNumberGenerator.GetBytes(KeyBytes))));
    }

    /// <summary>The key of the hour in which a token was written; null when that is too long ago.</summary>
    /// <exception cref="StorageException">It cannot be read, or is damaged.</exception>
    public SecretKey? Of(long hour, long now)
    {
        // The clock of another node may be a little ahead.
        if (hour > now + 1 || hour < now - Hours)
            return null;
        if (open.TryGetValue(hour, out var key))
            return key;
        return keyring.Read(NameOf(hour)) is { } bytes ? open.GetOrAdd(hour, h => Import(h, bytes)) : null;
    }

    /// <summary>Deletes the keys of all hours before one.</summary>
    public void Forget(long before)
    {
        foreach (var name in keyring.Names().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            if (!long.TryParse(name[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour >= before)
                continue;
            keyring.Delete(name);
        }

        // Also those that another node has deleted.
        foreach (var hour in open.Keys.Where(h => h < before))
            open.TryRemove(hour, out _);
    }

    private static string NameOf(long hour) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{hour}{Suffix}");

    private SecretKey Import(long hour, byte[] bytes) => bytes.Length == KeyBytes
        ? SecretKey.From(bytes)
        : throw new StorageException($"The key '{NameOf(hour)}' in the keyring '{keyring.Directory}' is damaged. Delete it: pages that are open then ask for their code.");
}
