using System.Globalization;
using System.Text;
using Cairn.Sidecar.State;

namespace Cairn.Sidecar.Counting;

/// <summary>Numbers of batches. One is never given twice, also not after a power cut: the receiver would take the second batch for the first and lose it.</summary>
internal sealed class Sequence(string file)
{
    // Written ahead in blocks, so that a number costs no write to the disk.
    private const int Block = 1000;

    private long next;
    private long end;

    public long Next()
    {
        if (next == end)
            Reserve();
        return next++;
    }

    private void Reserve()
    {
        var from = File.Exists(file) ? Parse(File.ReadAllText(file)) : 1;
        WholeFile.Write(file, Encoding.ASCII.GetBytes((from + Block).ToString(CultureInfo.InvariantCulture)));
        (next, end) = (from, from + Block);
    }

    private long Parse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new SidecarException($"{file} was changed by hand. Start with an empty state directory.");
}
