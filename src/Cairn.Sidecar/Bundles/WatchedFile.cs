using Cairn.Moment;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar.Bundles;

/// <summary>A file that is taken up again when it changes. It is looked at, rather than listened to: that works on every file system.</summary>
/// <param name="take">Takes up the file; refuses by a <see cref="MomentException"/>.</param>
internal sealed class WatchedFile(string path, Topic topic, Action<string> take, Notes notes)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>What a file in memory and on the way there may weigh.</summary>
    public const long Largest = 256L * 1024 * 1024;

    private (long Length, DateTime Written)? seen;

    public void Look()
    {
        try
        {
            var now = Stand();
            if (now == seen)
                return;
            seen = now;
            take(path);
            notes.Clear(topic, $"{path} is in force.");
        }
        catch (Exception e) when (e is MomentException or IOException or UnauthorizedAccessException)
        {
            notes.Say(topic, $"{Sentence(e)} What was in force stays.");
        }
    }

    /// <summary>At the start.</summary>
    /// <param name="needed">Nothing is in force without it.</param>
    /// <exception cref="SidecarException">It is needed and cannot be used.</exception>
    public void First(bool needed)
    {
        try
        {
            // Before it is read: what changes in between is read again.
            seen = Stand();
            take(path);
        }
        catch (Exception e) when (e is MomentException or IOException or UnauthorizedAccessException)
        {
            if (needed)
                throw new SidecarException(Sentence(e), e);
            notes.Say(topic, $"{Sentence(e)} The last good one is in force.");
        }
    }

    public static byte[] Read(string path) => new FileInfo(path).Length <= Largest
        ? File.ReadAllBytes(path)
        : throw new MomentException($"{path} is larger than {Largest >> 20} MB.");

    private (long, DateTime) Stand()
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }

    private string Sentence(Exception e) => e switch
    {
        MomentException => $"{path}: {e.Message}",
        FileNotFoundException or DirectoryNotFoundException => $"{path} is not there.",
        _ => $"{path} cannot be read.",
    };
}
