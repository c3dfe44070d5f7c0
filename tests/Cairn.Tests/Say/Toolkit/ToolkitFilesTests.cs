using System.Net;
using Cairn.Say.Toolkit;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Toolkit;

public sealed class ToolkitFilesTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    private HttpClient Http => onTheAir.Cairn.Http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_with_its_version_is_kept_for_ever_and_without_it_asked_for_again()
    {
        var address = (await Http.Page("/en/toolkit")).Cards()[0].Downloads()[0];

        using var versioned = await Http.Get(address);
        using var bare = await Http.Get(address.Split('?')[0]);

        Assert.Contains("immutable", versioned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(bare.Headers.CacheControl!.NoCache);
        Assert.Equal(versioned.Headers.ETag, bare.Headers.ETag);
        Assert.False(bare.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        var card = (await Http.Page("/en/toolkit")).Cards()[0];

        foreach (var address in new[] { card.Downloads()[0], card.Downloads()[0].Split('?')[0], card.Zip(), "/en/toolkit/kit.zip?format=print&who=parents" })
        {
            using var first = await Http.Get(address);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await Http.SendAsync(again, Cancel);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task Other_sites_may_show_what_is_handed_out_and_search_engines_leave_a_demonstration_alone()
    {
        var card = (await Http.Page("/en/toolkit")).Cards()[0];

        foreach (var address in new[] { card.Downloads()[0], card.Zip(), card.QuerySelector("a[href$='.html']")!.GetAttribute("href")! })
        {
            using var answer = await Http.Get(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_zip_holds_every_format_the_page_as_text_the_post_and_what_may_be_done_with_it()
    {
        var card = (await Http.Page("/en/toolkit")).Cards()[0];
        var id = card.GetAttribute("aria-labelledby");

        var files = await Http.Unzipped(card.Zip());

        Assert.Equal(
            card.QuerySelectorAll("details li a[download]").Select(a => a.GetAttribute("download")!).Concat([$"{id}.en.html", "post.txt", "LICENCE.txt"]).Order(StringComparer.Ordinal),
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(await Http.GetByteArrayAsync(card.Downloads()[0], Cancel), files[card.QuerySelector("details li a[download]")!.GetAttribute("download")!]);
        Assert.Equal(card.QuerySelector("textarea")!.TextContent, System.Text.Encoding.UTF8.GetString(files["post.txt"]).TrimEnd());
        Assert.Contains("CC-BY-4.0", System.Text.Encoding.UTF8.GetString(files["LICENCE.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_file_of_everything_holds_a_folder_for_each_artwork_that_is_shown()
    {
        var page = await Http.Page("/en/toolkit?who=parents&format=print");

        var files = await Http.Unzipped(page.QuerySelector("a.save")!.GetAttribute("href")!);

        var pictures = page.Cards().SelectMany(c => c.QuerySelectorAll("details li a[download]").Select(a => $"{c.GetAttribute("aria-labelledby")}/{a.GetAttribute("download")}"));
        Assert.Equal(pictures.Order(StringComparer.Ordinal), files.Keys.Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Single(files.Keys, f => f == "LICENCE.txt");
    }

    [Fact]
    public async Task The_same_question_is_answered_with_the_same_bytes_by_another_program()
    {
        await using var other = await RunningCairn.Start();

        foreach (var address in new[] { "/en/toolkit/kit.zip?who=parents", (await Http.Page("/en/toolkit")).Cards()[0].Zip() })
            Assert.Equal(await Http.GetByteArrayAsync(address, Cancel), await other.Http.GetByteArrayAsync(address, Cancel));
    }

    [Fact]
    public async Task A_zip_is_answered_to_head_with_its_length_and_no_body()
    {
        var address = (await Http.Page("/en/toolkit")).Cards()[0].Zip();

        using var answer = await Http.SendAsync(new(HttpMethod.Head, address), Cancel);

        Assert.Equal((await Http.GetByteArrayAsync(address, Cancel)).Length, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/en/toolkit/blorptang.square.png")]
    [InlineData("/en/toolkit/blorptang.zip")]
    [InlineData("/en/toolkit/blorptang.html")]
    [InlineData("/en/toolkit/ARTWORK.blorptang.png")]
    [InlineData("/en/toolkit/ARTWORK.400x300.png")]
    [InlineData("/en/toolkit/ARTWORK.a4.png")]
    [InlineData("/en/toolkit/ARTWORK.portrait.pdf")]
    [InlineData("/en/toolkit/ARTWORK.png")]
    [InlineData("/en/toolkit/ARTWORK.zip?partner=Blorptang")]
    [InlineData("/en/toolkit/ARTWORK.zip?partner=")]
    [InlineData("/en/toolkit/kit.zip?partner=Blorptang")]
    [InlineData("/ur/toolkit")]
    [InlineData("/ur/toolkit/kit.zip")]
    [InlineData("/zz/toolkit/ARTWORK.a4.pdf")]
    [InlineData("/%C3%A9n/toolkit/ARTWORK.html")]
    public async Task What_is_not_there_is_answered_with_the_page_that_helps(string address)
    {
        var artwork = (await Http.Page("/en/toolkit")).Cards()[0].GetAttribute("aria-labelledby");

        using var answer = await Http.Get(address.Replace("ARTWORK", artwork, StringComparison.Ordinal));

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("/en/find-help", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lorptang", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_would_wait_too_long_for_a_picture_is_told_when_to_come_again()
    {
        using var turns = new DrawingTurns(TimeSpan.Zero);
        await using var cairn = await RunningCairn.Start(instead: services => services.AddSingleton(turns));
        var card = (await cairn.Http.Page("/en/toolkit")).Cards()[0];
        using var others = new ManualResetEventSlim();
        var drawing = Enumerable.Range(0, 2).Select(_ => turns.Draw(() => { others.Wait(Cancel); return "drawn"; })).ToList();

        using var picture = await cairn.Http.Get(card.Downloads()[0]);
        using var zip = await cairn.Http.Get(card.Zip());
        others.Set();
        await Task.WhenAll(drawing);
        using var later = await cairn.Http.Get(card.Downloads()[0]);

        Assert.All(new[] { picture, zip }, answer =>
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        });
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }
}
