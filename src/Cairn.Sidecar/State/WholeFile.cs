using System.Runtime.InteropServices;

namespace Cairn.Sidecar.State;

/// <summary>Files that are there whole or not at all, also after a power cut.</summary>
internal static partial class WholeFile
{
    private const int ReadOnlyDirectory = 0x10000;

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = path + ".new";
        using (var file = File.OpenHandle(unfinished, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, content, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(unfinished, path, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>A rename survives a power cut once its directory is on the disk too.</summary>
    private static void FlushDirectory(string directory)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var handle = Open(directory, ReadOnlyDirectory);
        if (handle < 0)
            return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
