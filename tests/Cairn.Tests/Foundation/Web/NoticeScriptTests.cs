using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Foundation.Web;

namespace Cairn.Tests.Foundation.Web;

/// <summary>What <c>&lt;cairn-notice&gt;</c> promises to whoever puts it on a page.</summary>
public sealed class NoticeScriptTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    private static readonly byte[] Script = File.ReadAllBytes(Path.Combine(Checkout.Root, "src", "Cairn.Foundation", "Web", "Assets", "notice.js"));

    private static readonly string Text = Encoding.UTF8.GetString(Script);

    [Fact]
    public void It_is_small()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(Script);

        Assert.InRange(Script.Length, 1, 6_000);
        Assert.InRange(packed.Length, 1, 2_700);
    }

    // Under "require-trusted-types-for 'script'" and without 'unsafe-inline' a page can still use it.
    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("setHTMLUnsafe")]
    [InlineData("eval(")]
    [InlineData("new Function")]
    [InlineData("setTimeout")]
    [InlineData(".style")]
    [InlineData("\"style\"")]
    [InlineData("\"script\"")]
    public void It_makes_no_markup_no_code_and_no_inline_style(string way) => Assert.DoesNotContain(way, Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("fetch(")]
    [InlineData("XMLHttpRequest")]
    [InlineData("sendBeacon")]
    [InlineData("WebSocket")]
    [InlineData("EventSource")]
    [InlineData("import(")]
    [InlineData("Storage")]
    [InlineData("cookie")]
    [InlineData("indexedDB")]
    [InlineData("navigator")]
    [InlineData("url(")]
    [InlineData("@import")]
    public void It_asks_nobody_keeps_nothing_and_looks_at_nothing(string way) => Assert.DoesNotContain(way, Text, StringComparison.Ordinal);

    [Fact]
    public void Nothing_in_it_moves_and_it_has_the_looks_of_the_page()
    {
        Assert.DoesNotMatch("animation|transition|@keyframes|scroll-behavior|\\.animate\\(", Text);
        Assert.Equal(Cairn.Say.Moments.Notices.NoticeModel.Looks, Regex.Matches(Text, @"\.l(\d)\{").Select(m => m.Groups[1].Value).Distinct().Count());
    }

    [Fact]
    public async Task A_page_of_any_origin_may_load_it_from_one_address_that_stays()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Assets.ElementPath);
        request.Headers.Add("Origin", "https://platform.example");

        using var answer = await onTheAir.Cairn.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["cross-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(Script, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Everything_else_is_for_our_own_pages()
    {
        var page = await onTheAir.Cairn.Http.GetStringAsync("/en", TestContext.Current.CancellationToken);
        var sheet = Regex.Match(page, "/assets/site[^\"]+").Value;

        using var answer = await onTheAir.Cairn.Http.GetAsync(sheet, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("notice.js", page, StringComparison.Ordinal);
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
