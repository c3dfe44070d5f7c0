using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Say.Landing;

public sealed class LandingPageTests
{
    private readonly SmallCampaign campaign = new();

    [Theory]
    [InlineData("home", "en")]
    [InlineData("home", "ur")]
    [InlineData("yourself", "en")]
    [InlineData("young-people", "ur")]
    [InlineData("about", "en")]
    public async Task A_page_keeps_the_promises_of_the_site(string id, string language)
    {
        var page = await Read(id, language);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "ur" ? "rtl" : "ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("Information and support", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Empty(page.QuerySelectorAll("script, style, iframe, img, object, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"), l => Assert.StartsWith("/assets/", l.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        Assert.All(page.QuerySelectorAll("nav"), n => Assert.False(string.IsNullOrEmpty(n.GetAttribute("aria-label"))));
    }

    [Fact]
    public async Task The_first_two_links_skip_to_the_page_and_to_the_way_out()
    {
        var page = await Read("yourself", "en");

        var links = page.QuerySelectorAll("a").Take(2).ToList();

        Assert.Equal(page.QuerySelector("main"), page.QuerySelector(links[0].GetAttribute("href")!));
        Assert.Equal("a", page.QuerySelector(links[1].GetAttribute("href")!)?.LocalName);
        Assert.Equal("https://weather.example/", page.QuerySelector(links[1].GetAttribute("href")!)?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("home", false)]
    [InlineData("young-people", false)]
    [InlineData("yourself", true)]
    public async Task The_way_out_is_loud_where_a_child_may_be_reading_and_says_what_it_does_not_do(string id, bool quiet)
    {
        var page = await Read(id, "en");

        var leave = page.QuerySelector("#leave")!;

        Assert.Equal(quiet, leave.ClassList.Contains("quiet"));
        Assert.Equal("noreferrer nofollow", leave.GetAttribute("rel"));
        Assert.Equal("«LeavePrefix» «Leave»", leave.TextContent);
        Assert.Equal("«LeaveNote»", page.GetElementById(leave.GetAttribute("aria-describedby")!)?.TextContent);
    }

    [Fact]
    public async Task A_page_without_a_translation_is_marked_with_the_language_it_is_in()
    {
        var page = await Read("about", "ur");

        var main = page.QuerySelector("main")!;

        Assert.Equal(("en", "ltr"), (main.GetAttribute("lang"), main.GetAttribute("dir")));
        Assert.Equal("ur", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_number_in_the_text_is_followed_by_where_it_was_read()
    {
        var page = await Read("yourself", "en");

        var sources = page.QuerySelector(".sources")!.TextContent;

        Assert.Contains("0000 111 222", page.QuerySelector(".actions a[href='tel:0000111222']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0000 111 222", sources, StringComparison.Ordinal);
        Assert.Contains("seen 20 November 2026 help.example", sources, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_and_what_they_cite_stand_in_one_sentence()
    {
        var page = await Read("yourself", "en");

        var sentence = page.QuerySelector(".prose p")!;

        Assert.Equal("About 23% did. Call Line 0000 111 222, or Web.", sentence.TextContent);
        Assert.Equal("/en/figures/share", sentence.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_service_that_may_not_be_shown_leaves_no_trace()
    {
        var page = await Read("young-people", "en");

        Assert.DoesNotContain("Gone", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("999 999", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_only_seen_is_not_shown_once_somebody_answers_for_the_campaign()
    {
        var answeredFor = new SmallCampaign(demonstration: false);

        var page = new HtmlParser().ParseDocument(await answeredFor.Draw("yourself"));

        Assert.DoesNotContain("0000 111 222", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/en/find-help", page.QuerySelector(".actions a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task A_story_says_that_it_is_invented()
    {
        var page = await Read("yourself", "en");

        Assert.Contains("«Invented»", page.QuerySelector(".story")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_to_say_stands_beside_what_not_to_say()
    {
        var page = await Read("young-people", "en");

        Assert.Equal(2, page.QuerySelectorAll(".pair > .panel").Length);
    }

    [Fact]
    public async Task Every_language_can_be_reached_from_the_page_in_its_own_name()
    {
        var page = await Read("about", "en");

        var urdu = page.QuerySelector("footer a[hreflang=ur]")!;

        Assert.Equal(("/ur/about", "ur", "rtl", "اردو"), (urdu.GetAttribute("href"), urdu.GetAttribute("lang"), urdu.GetAttribute("dir"), urdu.TextContent));
        Assert.Equal("https://small.example/ur/about", page.QuerySelector("link[rel=alternate][hreflang=ur]")?.GetAttribute("href"));
        Assert.Equal("https://small.example/en/about", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    private async Task<IHtmlDocument> Read(string id, string language) => new HtmlParser().ParseDocument(await campaign.Draw(id, language));
}
