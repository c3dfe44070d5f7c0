namespace Cairn.Foundation.Storage;

/// <summary>A turn that one process at a time can have. The operating system ends it with the process, however that dies.</summary>
internal static class FileTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task<FileStream> Take(string path, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            // Only an existing file can be somebody else's turn; anything else is a folder we cannot write to.
            catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
            {
                if (waited >= Patience)
                    throw new StorageException($"Another Cairn has been changing the database for minutes and still holds '{path}'. Wait for it or stop it, then start again.", e);
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
