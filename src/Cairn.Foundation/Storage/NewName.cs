using System.Runtime.InteropServices;

namespace Cairn.Foundation.Storage;

/// <summary>Gives a finished file its name, unless another program was first.</summary>
public static partial class NewName
{
    // Numbers of Linux and macOS alike: a file system without hard links says one of these.
    private const int NotPermitted = 1;
    private const int NotSupportedOnLinux = 95;
    private const int NotSupportedOnMac = 45;

    /// <summary>Of many that give the same name at once exactly one succeeds.</summary>
    /// <exception cref="IOException">The name is taken. <paramref name="draft"/> may then still be there.</exception>
    public static void Give(string draft, string path)
    {
        // A move "without overwriting" looks first and moves then, and between the two another program's file can come and be lost. A link is one step.
        if (!OperatingSystem.IsWindows())
        {
            if (Link(draft, path) == 0)
                return;
            if (Marshal.GetLastPInvokeError() is var error and not (NotPermitted or NotSupportedOnLinux or NotSupportedOnMac))
                throw new IOException($"'{path}' cannot be made: {Marshal.GetPInvokeErrorMessage(error)}.");
        }

        File.Move(draft, path, overwrite: false);
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string draft, string path);
}
