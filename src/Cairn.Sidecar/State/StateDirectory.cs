using System.Security.Cryptography;
using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.State;

/// <summary>What one sidecar keeps between two starts: its name, its secret of receipts, the last good bundle, counts that are not acknowledged, and which receipts were told.
/// Held by one process at a time; closed to everybody else on the machine.</summary>
internal sealed class StateDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int NodeLength = 16;

    private readonly FileStream held;

    private StateDirectory(string path, FileStream held, string node, byte[] secret) => (Path, this.held, Node, ReceiptSecret) = (path, held, node, secret);

    public string Path { get; }

    /// <summary>16 random bytes as hexadecimal digits, made once: together with a sequence it names a batch of counts. It says nothing of the machine.</summary>
    public string Node { get; }

    public byte[] ReceiptSecret { get; }

    public string Counts => System.IO.Path.Combine(Path, "counts");

    public string Told => System.IO.Path.Combine(Path, "told");

    public string Bundle => System.IO.Path.Combine(Path, "bundle");

    /// <exception cref="SidecarException">It cannot be made, written or held; says why.</exception>
    public static StateDirectory Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Make(path);
            var held = Hold(path);
            foreach (var part in (string[])["counts", "told"])
                Directory.CreateDirectory(System.IO.Path.Combine(path, part));
            return new(path, held, Convert.ToHexStringLower(Once(path, "node", NodeLength)), Once(path, "receipt-secret", ReceiptKey.Length));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new SidecarException($"The state directory {path} cannot be written. Name one that this account may write to with --state.", e);
        }
    }

    public void Dispose() => held.Dispose();

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
            Directory.CreateDirectory(path, OwnerOnly);
        if ((File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new SidecarException($"Others may look into the state directory {path}, which holds a secret. Close it: chmod 700 {path}");
    }

    private static FileStream Hold(string path)
    {
        var name = System.IO.Path.Combine(path, "lock");
        try
        {
            return new(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(name))
        {
            throw new SidecarException($"Another sidecar uses the state directory {path}. Give each its own with --state, and never a copy of another's.", e);
        }
    }

    private static byte[] Once(string path, string name, int length)
    {
        var file = System.IO.Path.Combine(path, name);
        if (File.Exists(file) && File.ReadAllBytes(file) is var kept && kept.Length == length)
            return kept;
        var made = RandomNumberGenerator.GetBytes(length);
        WholeFile.Write(file, made);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return made;
    }
}
