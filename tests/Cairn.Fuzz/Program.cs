// Coverage-guided fuzzing of sealed lists and of what seekers send, in one process and with nothing but .NET: Cairn.Moment.dll and Cairn.Help.dll beside this program are instrumented by SharpFuzz,
// which counts the branches an input takes; inputs that take a new one are kept and changed further. How long ./check and ./check --nightly run it says eng/check-steps.
//   Cairn.Fuzz CORPUS KEEP --seconds 60 [--seed N] [--seeker]     CORPUS: where to begin; KEEP: where new inputs and the one that failed are written; --seeker: what seekers send
using System.Diagnostics;
using Cairn.Fuzz;

var seconds = double.Parse(args[Array.IndexOf(args, "--seconds") + 1], System.Globalization.CultureInfo.InvariantCulture);
var seed = Array.IndexOf(args, "--seed") is >= 0 and var at ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 20261124;
var keep = Directory.CreateDirectory(args[1]);
var random = new Random(seed);
// Before anything that is instrumented runs.
using var coverage = new Coverage();
using var seeker = args.Contains("--seeker") ? new SeekerTarget() : null;
Action<byte[]> target = seeker is null ? ListTarget.Run : seeker.Run;
var tokens = seeker is null ? ListTarget.Tokens : SeekerTarget.Tokens;
var inputs = new List<byte[]>();
long runs = 0;

foreach (var file in Directory.EnumerateFiles(args[0]).Order(StringComparer.Ordinal))
    Try(File.ReadAllBytes(file), always: true);
if (coverage.Branches == 0)
    throw new InvalidOperationException("Nothing was counted: what is beside this program is not instrumented.");
var begun = (inputs.Count, coverage.Branches);

var clock = Stopwatch.StartNew();
while (clock.Elapsed.TotalSeconds < seconds)
    Try(Mutation.Of(inputs, tokens, random), always: false);

Console.WriteLine(FormattableString.Invariant($"> {runs} inputs in {clock.Elapsed.TotalSeconds:F0} s, {coverage.Branches} branches taken ({begun.Branches} by the corpus), {inputs.Count - begun.Count} new inputs kept, none failed"));
return 0;

void Try(byte[] input, bool always)
{
    runs++;
    coverage.Begin();
    try
    {
        target(input);
    }
    catch (Exception e)
    {
        var failed = Path.Combine(keep.FullName, "failed");
        File.WriteAllBytes(failed, input);
        Console.WriteLine($"Input {runs} failed; it is in {failed}: add it to the corpus when it is mended.");
        Console.WriteLine(e);
        Environment.Exit(1);
    }

    if (!coverage.IsNew() && !always)
        return;
    inputs.Add(input);
    if (!always)
        File.WriteAllBytes(Path.Combine(keep.FullName, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..16]), input);
}
