using System.Net;

namespace Cairn.Tests.Say.Landing;

public sealed class LandingRoutesTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    private HttpClient Http => onTheAir.Cairn.Http;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("en-GB,en;q=0.9")]
    [InlineData("xx")]
    [InlineData("en;q=0")]
    [InlineData("*")]
    [InlineData(";;;q=blorptang")]
    public async Task The_start_leads_to_a_language_the_campaign_offers(string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/en", answer.Headers.Location?.OriginalString);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Leaving_goes_to_the_address_of_the_pack_and_is_never_kept()
    {
        using var answer = await Http.GetAsync("/leave", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("https://www.bbc.co.uk/weather", answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/a/bus1", "/en/yourself")]
    [InlineData("/a/screen1", "/en")]
    [InlineData("/a/gp1", "/en/find-help")]
    [InlineData("/a/blorptang", "/en")]
    public async Task A_code_from_a_poster_leads_to_its_page_and_a_mistyped_one_leads_home(string code, string page)
    {
        using var answer = await Http.GetAsync(code, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/zz")]
    [InlineData("/ur")]
    [InlineData("/EN")]
    [InlineData("/en/reports")]
    [InlineData("/en/home")]
    [InlineData("/%C3%A9n/about")]
    public async Task What_is_not_offered_is_not_there(string path)
    {
        using var answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_demonstration_can_be_read_by_robots_so_that_they_learn_not_to_list_it()
    {
        var robots = await Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);

        Assert.Contains("User-agent: *\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Sitemap:", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_lists_pages_that_exist()
    {
        var map = System.Xml.Linq.XDocument.Parse(await Http.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken));

        var addresses = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value)).ToList();

        Assert.Equal(11, addresses.Count);
        foreach (var address in addresses)
        {
            using var answer = await Http.GetAsync(address.AbsolutePath, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_finds_a_hole_is_told_whom_to_tell_until_a_day_to_come()
    {
        var text = await Http.GetStringAsync("/.well-known/security.txt", TestContext.Current.CancellationToken);

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        Assert.StartsWith("https://", lines["Contact"], StringComparison.Ordinal);
        Assert.EndsWith("/.well-known/security.txt", lines["Canonical"], StringComparison.Ordinal);
        var expires = DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires, TimeProvider.System.GetUtcNow().AddDays(30), TimeProvider.System.GetUtcNow().AddDays(364));
    }
}
