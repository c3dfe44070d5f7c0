using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Cairn.Moment.Decisions;
using Cairn.Tests.Architecture;

namespace Cairn.Tests.Moment.Readme;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_code_of_the_readme_is_the_code_that_is_compiled()
    {
        var shown = string.Join('\n', Fence().Matches(SourceTree.Read("src/Cairn.Moment/README.md")).Select(m => m.Groups["code"].Value));
        var compiled = Between().Match(SourceTree.Read("tests/Cairn.Tests/Moment/Readme/ReadmeExample.cs")).Groups["code"].Value.Replace("public static", "static", StringComparison.Ordinal);

        Assert.Equal(Lines(compiled), Lines(shown));
    }

    [Fact]
    public void The_code_of_the_readme_does_what_it_says()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = SmallBundle.Make(TimeProvider.System.GetUtcNow());
        var counts = new KeptCounts();
        var told = new HashSet<string>();

        var decider = ReadmeExample.Load(made.Write(key), key.ExportSubjectPublicKeyInfo(), null, RandomNumberGenerator.GetBytes(32), null, counts);
        var answer = ReadmeExample.Ask(decider, "zorkel fint", 2)!;
        var drawn = ReadmeExample.Draw(answer);
        ReadmeExample.Tell(decider, answer.Receipt, MomentOutcome.Help, told, counts);
        ReadmeExample.Tell(decider, answer.Receipt, MomentOutcome.Help, told, counts);
        ReadmeExample.Tell(decider, "zorkel", MomentOutcome.Help, told, counts);

        Assert.Contains("Danger now: 999 <tel:999>", drawn, StringComparison.Ordinal);
        Assert.Equal(3, answer.Look);
        Assert.Equal([MomentEvent.Exposure, MomentEvent.Outcome], counts.All.Select(c => c.Event));
    }

    // Without indentation and blank lines, which differ between a page and a class.
    private static IEnumerable<string> Lines(string code) => code.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"// BEGIN\n(?<code>.*?)// END", RegexOptions.Singleline)]
    private static partial Regex Between();
}
