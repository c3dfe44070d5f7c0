using System.Text.RegularExpressions;

namespace Cairn.Tests.Say.Moments;

/// <summary>The code in <c>docs/embedding.md</c> is the sample's own code: it is compiled with the solution and run in a browser by the end-to-end tests.
/// To copy it anew, run with <c>CAIRN_WRITE_DOCS=1</c>.</summary>
public sealed partial class EmbeddingGuideTests
{
    private static readonly string Guide = Path.Combine(Checkout.Root, "docs", "embedding.md");

    [Fact]
    public void Every_block_of_code_is_the_sample_as_it_stands()
    {
        var written = File.ReadAllText(Guide);

        var fresh = Blocks().Replace(written, block => $"{block.Groups["head"].Value}{Source(block.Groups["file"].Value, block.Groups["region"].Value)}\n```");

        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") == "1")
            File.WriteAllText(Guide, fresh);
        Assert.True(Blocks().Count(fresh) >= 7);
        Assert.Equal(fresh, File.ReadAllText(Guide));
    }

    [Fact]
    public void Every_custom_property_attribute_event_and_part_of_the_element_is_described()
    {
        var script = File.ReadAllText(Path.Combine(Checkout.Root, "src", "Cairn.Foundation", "Web", "Assets", "notice.js"));
        var guide = File.ReadAllText(Guide);

        var names = Names().Matches(script).Select(m => m.Value).Distinct().ToList();

        Assert.True(names.Count >= 9, string.Join(' ', names));
        Assert.All(names, n => Assert.Contains(n, guide, StringComparison.Ordinal));
        Assert.All(new[] { "answer", "mode", "words", "notice", "heading", "action", "way", "button" }, n => Assert.Contains($"`{n}`", guide, StringComparison.Ordinal));
        Assert.All(new[] { "help", "report", "guide", "dismissed", "stopped", "continued" }, n => Assert.Contains($"`{n}`", guide, StringComparison.Ordinal));
    }

    private static string Source(string file, string region)
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, file)).ToList();
        if (region.Length > 0)
        {
            var first = lines.FindIndex(l => l.Trim() == "#region " + region);
            Assert.True(first >= 0, $"{file} has no region '{region}'.");
            lines = lines[(first + 1)..lines.FindIndex(first, l => l.Trim() == "#endregion")];
        }

        var indent = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length > indent ? l[indent..] : l.Trim())).TrimEnd();
    }

    [GeneratedRegex(@"(?<head><!-- (?<file>samples/[^#\s]+)(#(?<region>[^>]+?))? -->\n```[a-z]+\n)(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"--cairn-[a-z-]+|cairn-outcome")]
    private static partial Regex Names();
}
