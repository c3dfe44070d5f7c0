using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Bench.Helpline;

/// <summary>A process as /proc shows it.</summary>
internal sealed class Watched(int pid)
{
    /// <summary>Processor time in milliseconds, in steps of ten; threads that have ended are in it.</summary>
    public double Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ');
            return 10.0 * (long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture));
        }
    }

    public double Megabytes => Line("VmRSS");

    public double Peak => Line("VmHWM");

    public int Handles => Directory.GetFileSystemEntries($"/proc/{pid}/fd").Length;

    private double Line(string name) =>
        double.Parse(Regex.Match(File.ReadAllText($"/proc/{pid}/status"), name + @":\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture) / 1024;
}
