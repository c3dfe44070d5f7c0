namespace Cairn.Foundation.Storage;

/// <summary>The directory of keys, beside the data and never inside it: whoever copies the database has not copied the keys.</summary>
public sealed class Keyring
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>How the names of keys begin that live for hours: no backup has them.</summary>
    public const string OfAnHour = "session-";

    /// <param name="directory">Made when first needed, readable by its owner alone.</param>
    public Keyring(string directory) => Directory = Path.GetFullPath(directory);

    public string Directory { get; }

    /// <summary>True when the directory is there, with keys or without.</summary>
    public bool Exists => System.IO.Directory.Exists(Directory);

    /// <summary><c>CAIRN_KEYRING</c>, or <c>./keyring</c>.</summary>
    public static Keyring FromEnvironment() =>
        new(Environment.GetEnvironmentVariable("CAIRN_KEYRING") is { Length: > 0 } named ? named : "keyring");

    /// <summary>The key's bytes, or null when there is none yet.</summary>
    /// <exception cref="StorageException">Other accounts may read it, or this one may not.</exception>
    public byte[]? Read(string name) => Try(() =>
    {
        var path = Path.Combine(Directory, name);
        if (!File.Exists(path))
            return null;

        RefuseWhenOpenToOthers(Directory, "700");
        RefuseWhenOpenToOthers(path, "600");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            // Deleted since it was looked for.
            return null;
        }
    });

    /// <summary>The key's bytes, made first when there are none. Of several programs that make it at once one wins, and all get its key.</summary>
    public byte[] ReadOrMake(string name, Func<byte[]> make) => Read(name) ?? Try(() =>
    {
        MakeDirectory();
        var path = Path.Combine(Directory, name);
        var draft = Path.Combine(Directory, $".{name}.{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(draft, options))
            {
                file.Write(make());
                file.Flush(flushToDisk: true);
            }

            // Whole or not at all: the name appears only when the bytes are on the disk, and only once.
            NewName.Give(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another program made it first; its key counts.
        }
        finally
        {
            File.Delete(draft);
        }

        return Read(name);
    })!;

    /// <summary>Refuses a keyring that other accounts can look into, be it the directory or one of its files.</summary>
    /// <exception cref="StorageException">It is open; says what to close.</exception>
    public void RefuseWhenOpen() => Try(() =>
    {
        if (Exists)
            RefuseWhenOpenToOthers(Directory, "700");
        foreach (var name in Names())
            RefuseWhenOpenToOthers(Path.Combine(Directory, name), "600");
        return null;
    });

    /// <summary>A turn that one program at a time can have, on whichever of the machines that share the keyring. Makes the directory.</summary>
    public async Task<IDisposable> TakeTurn(CancellationToken cancel = default)
    {
        var path = Path.Combine(Directory, ".turn");
        Try(() =>
        {
            MakeDirectory();
            return null;
        });
        try
        {
            return await FileTurn.Take(path, $"Another Cairn has been using the keyring for minutes and still holds '{path}'. Wait for it or stop it, then start again.", cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <summary>Gives a file another name, so that it is kept and no longer counts. Does nothing when it is not there.</summary>
    public void Rename(string name, string to) => Try(() =>
    {
        var path = Path.Combine(Directory, name);
        if (File.Exists(path))
            File.Move(path, Path.Combine(Directory, to), overwrite: true);
        return null;
    });

    /// <summary>Deletes a key for good; what was sealed under it opens no more. Does nothing when it is not there.</summary>
    public void Delete(string name) => Try(() =>
    {
        File.Delete(Path.Combine(Directory, name));
        // A program that was killed while it made the key may have left a draft of it.
        foreach (var draft in System.IO.Directory.Exists(Directory) ? System.IO.Directory.GetFiles(Directory, $".{name}.*") : [])
            File.Delete(draft);
        return null;
    });

    /// <summary>The files there are, without those that are being made; none when there is no keyring.</summary>
    public IReadOnlyList<string> Names() => System.IO.Directory.Exists(Directory)
        ? [.. System.IO.Directory.EnumerateFiles(Directory).Select(f => Path.GetFileName(f)!).Where(n => !n.StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];

    private void MakeDirectory()
    {
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(Directory);
        else
            System.IO.Directory.CreateDirectory(Directory, OwnerOnly);
        RefuseWhenOpenToOthers(Directory, "700");
    }

    private static void RefuseWhenOpenToOthers(string path, string mode)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new StorageException($"Other accounts can look into '{path}', which holds keys. Close it with: chmod {mode} '{path}'");
    }

    private byte[]? Try(Func<byte[]?> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    private StorageException Unusable(Exception e) =>
        new($"Cairn cannot use the keyring '{Directory}'. Give this account the right to read and write there, or name another with CAIRN_KEYRING.", e);
}
