using System.Security.Cryptography;
using System.Text;

namespace Cairn.Moment.Terms;

/// <summary>The key a list is sealed under, 32 random bytes. It lies apart from the list: whoever holds both can test guesses, whoever holds the file alone cannot.</summary>
public sealed class TermKey
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private const string Name = "cairn-terms-key-1 ";

    private readonly byte[] bytes;

    private TermKey(byte[] bytes) => this.bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A fresh key from the operating system's randomness.</summary>
    public static TermKey Make() => new(RandomNumberGenerator.GetBytes(Length));

    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="MomentException">Another length.</exception>
    public static TermKey From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes.ToArray()) : throw new MomentException($"A key of terms is {Length} bytes long, this one {bytes.Length}.");

    /// <summary>Reads a key file: one line, <c>cairn-terms-key-1</c> and the key in base64.</summary>
    /// <exception cref="MomentException">No such file, or not a key of terms; says which.</exception>
    public static TermKey Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            Span<byte> start = stackalloc byte[256];
            return Parse(Encoding.UTF8.GetString(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]).TrimEnd('\r', '\n'))
                ?? throw new MomentException($"'{path}' is not a key of terms; make one with: cairn terms key --out KEYFILE");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new MomentException($"The key of terms '{path}' could not be read: check its name and that this account may read it.", e);
        }
    }

    /// <summary>Writes the key file: only its owner may read it, and a file that is there is never overwritten.</summary>
    /// <exception cref="MomentException">It exists, or cannot be written.</exception>
    public void Write(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Name + Convert.ToBase64String(bytes) + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new MomentException(Path.Exists(path)
                ? $"'{path}' exists already and is never overwritten: choose another name."
                : $"'{path}' could not be written: check that its folder exists, has space and may be written by this account.", e);
        }
    }

    private static TermKey? Parse(string line)
    {
        if (!line.StartsWith(Name, StringComparison.Ordinal))
            return null;
        Span<byte> key = stackalloc byte[Length];
        return Convert.TryFromBase64String(line[Name.Length..], key, out var written) && written == Length ? From(key) : null;
    }
}
