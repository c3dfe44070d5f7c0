using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Cairn.Help.Helpline.Adviser;

namespace Cairn.Tests.Help.Helpline;

/// <summary>The desk's script is the one whose hash the source and the documents name, and it can be read.</summary>
public sealed partial class DeskScriptTests
{
    private static string Script { get; } = Path.Combine(Checkout.Root, "src", "Cairn.Foundation", "Web", "Assets", DeskScript.Name);

    [Fact]
    public async Task Row_31_the_hash_in_the_source_and_in_the_documents_is_that_of_the_script()
    {
        var hash = "sha384-" + Convert.ToBase64String(SHA384.HashData(await File.ReadAllBytesAsync(Script, TestContext.Current.CancellationToken)));

        Assert.Equal(DeskScript.Integrity, hash);
        Assert.Contains($"`{hash}`", await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "advisers.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_never_becomes_markup_an_address_or_code()
    {
        var ours = Directory().SelectMany(File.ReadLines);

        Assert.NotEmpty(await File.ReadAllLinesAsync(Script, TestContext.Current.CancellationToken));
        // A file that the page made itself is the only address that the desk ever follows.
        Assert.DoesNotContain(ours, l => Markup().IsMatch(l) && l.Trim() != "link.href = made;");
        Assert.Single(ours, l => l.Contains("const made = URL.createObjectURL(new Blob([content]", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Directory() => System.IO.Directory.EnumerateFiles(Path.Combine(Checkout.Root, "eng", "assets", "desk"), "*.js");

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bhref\b|\bsrc\b")]
    private static partial Regex Markup();
}
