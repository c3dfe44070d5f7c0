using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;

namespace Cairn.Help.Sealing;

/// <summary>A week, counted from Monday 5 January 1970: what a conversation's outer key goes by.</summary>
internal static class Epoch
{
    // 1 January 1970 was a Thursday.
    public static int Of(DateTimeOffset at) => (int)((at.ToUnixTimeSeconds() / 86_400 - 4 + 7) / 7) - 1;
}

/// <summary>The keys of weeks, files of the keyring: <c>epoch-2964.key</c>. One is made when it is first needed and deleted for good when the week's conversations have had their time.</summary>
internal sealed class EpochKeys(Keyring keyring)
{
    private const string Prefix = "epoch-", Suffix = ".key";
    private const int KeyBytes = 32;

    private readonly ConcurrentDictionary<int, SecretKey> open = new();

    /// <summary>The key of a week that is to be written under.</summary>
    public SecretKey For(int epoch) => open.GetOrAdd(epoch, e => Import(e, keyring.ReadOrMake(NameOf(e), () => RandomNumberGenerator.GetBytes(KeyBytes))));

    /// <summary>The key of a week that something was written under; null when it has been deleted.</summary>
    public SecretKey? Of(int epoch)
    {
        if (open.TryGetValue(epoch, out var key))
            return key;
        return keyring.Read(NameOf(epoch)) is { } bytes ? open.GetOrAdd(epoch, e => Import(e, bytes)) : null;
    }

    /// <summary>Deletes the keys of all weeks before one.</summary>
    /// <returns>How many there were.</returns>
    public int DeleteBefore(int epoch)
    {
        var old = Weeks().Where(w => w < epoch).ToList();
        foreach (var week in old)
            keyring.Delete(NameOf(week));
        // Also those that another node has deleted. One may be in use just now: its memory is wiped when nobody holds it any more.
        foreach (var week in open.Keys.Where(w => w < epoch))
            open.TryRemove(week, out _);
        return old.Count;
    }

    /// <summary>Weeks that have a key.</summary>
    public IEnumerable<int> Weeks() => keyring.Names()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
        .Select(n => int.TryParse(n[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var week) ? week : (int?)null)
        .OfType<int>();

    private static string NameOf(int epoch) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{epoch}{Suffix}");

    private SecretKey Import(int epoch, byte[] bytes) => bytes.Length == KeyBytes
        ? SecretKey.From(bytes)
        : throw new StorageException($"The key '{NameOf(epoch)}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup.");
}
