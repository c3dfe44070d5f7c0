using System.Security.Cryptography;
using System.Text;

namespace Cairn.Foundation.Storage;

/// <summary>A keyring's random name, in its file <c>keyring.id</c>: 32 hex digits. A database remembers the name of the keyring it belongs to.</summary>
public static class KeyringName
{
    public const string FileName = "keyring.id";

    private const int Bytes = 16;

    /// <summary>Null when the keyring has none: it is missing, empty, or was made by an earlier version.</summary>
    /// <exception cref="StorageException">The file is damaged.</exception>
    public static string? Id(this Keyring keyring) => keyring.Read(FileName) is { } bytes ? Parse(keyring, bytes) : null;

    /// <summary>Made when there is none. Of several programs that make it at once one wins, and all get its name.</summary>
    public static string IdOrNew(this Keyring keyring) =>
        Parse(keyring, keyring.ReadOrMake(FileName, () => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) + "\n")));

    private static string Parse(Keyring keyring, byte[] bytes)
    {
        var text = Encoding.ASCII.GetString(bytes).TrimEnd('\n');
        return text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw new StorageException($"The file '{FileName}' in the keyring '{keyring.Directory}' is damaged. Restore the keyring with: cairn keyring restore FILE");
    }
}
