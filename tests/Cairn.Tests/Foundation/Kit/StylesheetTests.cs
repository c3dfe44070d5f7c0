using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Foundation.Web;

namespace Cairn.Tests.Foundation.Kit;

public sealed class StylesheetTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "src", "Cairn.Foundation", "Web", "Assets");

    // Turning a sheet around also turns "direction: ltr", and then every telephone number reads backwards.
    [Fact]
    public void A_number_reads_from_left_to_right_in_every_direction()
    {
        var sheets = new[] { "site.css", "site.rtl.css" }.Select(Text);

        Assert.All(sheets, css =>
        {
            Assert.Matches(@"\.number\{[^}]*direction:ltr", css);
            Assert.DoesNotContain("direction:rtl", css, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("site.rtl.css")]
    public void Every_colour_a_pack_may_change_is_a_custom_property(string sheet)
    {
        var css = Text(sheet);

        string[] names = ["ink", "paper", "stone", "slate", "beacon", "yourself", "young-people", "parents", "someone-else", "danger"];

        Assert.All(names, name =>
        {
            Assert.Contains($"--{name}:", css, StringComparison.Ordinal);
            Assert.Contains($"var(--{name}", css, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("site.rtl.css")]
    public void Nothing_comes_from_elsewhere_and_nothing_moves(string sheet)
    {
        var css = Text(sheet);

        Assert.DoesNotContain("//", css, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotMatch("animation|transition|scroll-behavior", css);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Arabic_script_loads_no_web_font_and_Latin_loads_files_that_exist()
    {
        var latin = Regex.Matches(Text("site.css"), @"url\(""?([^"")]+)").Select(m => m.Groups[1].Value).ToList();

        Assert.DoesNotContain("@font-face", Text("site.rtl.css"), StringComparison.Ordinal);
        Assert.Equal(4, latin.Count);
        Assert.All(latin, name => Assert.True(File.Exists(Path.Combine(Folder, name)), name));
    }

    [Fact]
    public void The_stylesheet_and_the_two_fonts_of_an_English_page_keep_to_their_budget()
    {
        var assets = new Assets();
        Assert.StartsWith("/assets/site.", assets.Stylesheet(rightToLeft: false, new Dictionary<string, string>()), StringComparison.Ordinal);

        var fonts = new[] { "atkinson-latin-400.woff2", "atkinson-latin-800.woff2" }.Sum(f => new FileInfo(Path.Combine(Folder, f)).Length);

        Assert.InRange(fonts, 1, 30_000);
        Assert.InRange(Compressed(Text("site.css")), 1, 12_000);
        Assert.InRange(Compressed(Text("site.rtl.css")), 1, 12_000);
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static int Compressed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, quality: 11, window: 22) ? written : int.MaxValue;
    }
}
