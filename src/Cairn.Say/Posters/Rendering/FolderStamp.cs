using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Moment;
using Cairn.Say.Moments;

namespace Cairn.Say.Posters.Rendering;

/// <summary>What a finished folder of pictures was made from and how its files stood then, so that a run that would change nothing need not read the pack.</summary>
/// <remarks>
/// A hidden file beside the pictures: the key of everything that went in, how many pictures there are, whether they are a demonstration's, the drafts left out,
/// then each file with its length and the time it was last written. Anything else than exactly that, and the run is a whole one.
/// </remarks>
internal sealed class FolderStamp
{
    internal const string Name = ".made-from";

    private const string Demonstration = "demonstration";

    private readonly string key;

    /// <param name="parts">Everything the pictures depend on: revision, address, day, formats, languages, partner, the program.</param>
    public FolderStamp(IEnumerable<string?> parts) =>
        key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u0001', parts.Select(p => p ?? "\u0002")))));

    /// <summary>What the run that wrote the stamp told; null when the folder is not as that run left it.</summary>
    public Rendered? Told(string folder)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(folder, Name));
            if (lines.Length < 4 || lines[0] != key || !lines.Skip(4).All(line => Stands(folder, line)))
                return null;
            return new(0, int.Parse(lines[1], CultureInfo.InvariantCulture), 0, [], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries), lines[2] == Demonstration);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Kept after a run without faults; without one there is nothing to rely on.</summary>
    /// <param name="files">Names of the files the run answers for.</param>
    public void Keep(string folder, Rendered told, IEnumerable<string> files)
    {
        var stamp = Path.Combine(folder, Name);
        if (told.Faults.Count > 0)
        {
            File.Delete(stamp);
            return;
        }

        string[] lines = [key, (told.Made + told.Kept).ToString(CultureInfo.InvariantCulture), told.Demonstration ? Demonstration : "", string.Join(' ', told.LeftOut), .. files.Select(f => Line(folder, f))];
        KeptFile.Replace(stamp, Encoding.UTF8.GetBytes(string.Join('\n', lines)), flush: false);
    }

    // A file that is missing stands nowhere.
    private static bool Stands(string folder, string line) => !line.Contains("/-1/", StringComparison.Ordinal) && Line(folder, line.Split('/')[0]) == line;

    private static string Line(string folder, string file)
    {
        var found = new FileInfo(Path.Combine(folder, file));
        return string.Create(CultureInfo.InvariantCulture, $"{file}/{(found.Exists ? found.Length : -1)}/{(found.Exists ? found.LastWriteTimeUtc.Ticks : 0)}");
    }
}
