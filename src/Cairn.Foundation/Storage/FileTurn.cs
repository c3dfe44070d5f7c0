namespace Cairn.Foundation.Storage;

/// <summary>A turn that one process at a time can have. The operating system ends it with the process, however that dies.</summary>
internal static class FileTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="held">What to say when somebody else never ends their turn.</param>
    public static async Task<FileStream> Take(string path, string held, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, options);
            }
            // Only an existing file can be somebody else's turn; anything else is a folder we cannot write to.
            catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
            {
                if (waited >= Patience)
                    throw new StorageException(held, e);
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
