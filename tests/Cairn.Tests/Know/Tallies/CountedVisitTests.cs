using Cairn.Know.Tallies;

namespace Cairn.Tests.Know.Tallies;

public sealed class CountedVisitTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory]
    [InlineData(Firefox)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36")]
    [InlineData("Opera/9.80 (J2ME/MIDP; Opera Mini/7.1) Presto/2.12.423 Version/12.16")]
    public void A_person_with_a_browser_counts(string agent) => Assert.True(Counts(agent: agent));

    [Fact]
    public void Whoever_asks_to_be_left_out_is_left_out()
    {
        Assert.False(Counts(gpc: "1"));
        Assert.False(Counts(gpc: " 1 "));
        Assert.False(Counts(dnt: "1"));
        Assert.True(Counts(gpc: "0", dnt: "0"));
    }

    [Fact]
    public void A_page_fetched_ahead_of_time_is_not_a_view()
    {
        Assert.False(Counts(purpose: "prefetch"));
        Assert.False(Counts(purpose: "preview"));
        Assert.False(Counts(secPurpose: "prefetch"));
        Assert.False(Counts(secPurpose: "prefetch;prerender"));
        Assert.False(Counts(secPurpose: "Prefetch;anonymous-client-ip"));
        Assert.False(Counts(xMoz: "prefetch"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0)")]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("WhatsApp/2.23")]
    [InlineData("curl/8.5.0")]
    [InlineData("Wget/1.21")]
    [InlineData("python-requests/2.32")]
    [InlineData("Go-http-client/2.0")]
    [InlineData("Mozilla/5.0 HeadlessChrome/142.0")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_program_is_not_a_view(string? agent) => Assert.False(Counts(agent: agent));

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public void Only_showing_a_page_is_a_view(string method) => Assert.False(Counts(method: method));

    private static bool Counts(
        string method = "GET", string? gpc = null, string? dnt = null, string? purpose = null, string? secPurpose = null, string? xMoz = null, string? agent = Firefox) =>
        CountedVisit.Counts(method, gpc, dnt, purpose, secPurpose, xMoz, agent);
}
