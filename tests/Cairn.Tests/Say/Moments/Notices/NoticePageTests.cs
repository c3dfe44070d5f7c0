using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cairn.Moment.Decisions;

namespace Cairn.Tests.Say.Moments.Notices;

public sealed class NoticePageTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    private HttpClient Http => onTheAir.Cairn.Http;

    [Fact]
    public async Task An_adult_is_shown_help_first_and_the_report_second_with_a_crisis_line_and_999_beside_it()
    {
        var page = await Page(NoticeToken.Write("click-cost", 1, MomentAudience.Adult, "GB-SCT"));

        var links = page.QuerySelectorAll("article a[href]:not(.leave)").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal("One click can cost you everything. One click can stop it.", Words(page.QuerySelector("h1")!.TextContent));
        Assert.Equal("tel:08081000900", links[0]);
        Assert.StartsWith("https://", links[1], StringComparison.Ordinal);
        Assert.Contains("tel:116123", links);
        Assert.Equal("tel:999", links[^1]);
        Assert.Empty(page.QuerySelectorAll(".young"));
    }

    [Theory]
    [InlineData(MomentAudience.Unknown)]
    [InlineData(MomentAudience.Young)]
    public async Task Whoever_may_be_under_18_is_told_that_they_are_not_in_trouble_and_whom_to_call(MomentAudience audience)
    {
        var page = await Page(NoticeToken.Write(audience == MomentAudience.Young ? "not-in-trouble" : "never-just-looking", 2, audience, "GB-SCT"));

        var article = page.QuerySelector("article")!;

        Assert.Contains("You are not in trouble.", article.TextContent, StringComparison.Ordinal);
        Assert.NotNull(article.QuerySelector("a[href='tel:08001111']"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_look_has_one_action_with_words_about_names_beside_it_and_a_way_to_leave(int look)
    {
        var page = await Page(NoticeToken.Write("no-name", look, MomentAudience.Unknown, null));

        Assert.NotNull(page.QuerySelector($"article.look-{look}"));
        var action = Assert.Single(page.QuerySelectorAll("article .button"));
        Assert.Contains("No name needed.", action.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("article .leaving a.leave[rel~=noreferrer]"));
        Assert.NotNull(page.QuerySelector("#leave"));
    }

    [Fact]
    public async Task The_page_has_a_neutral_title_is_not_listed_and_holds_no_script()
    {
        var page = await Page(NoticeToken.Write("click-cost", 3, MomentAudience.Adult, null));

        Assert.Equal("Information and support", page.Title);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Empty(page.QuerySelectorAll("script, [style], style, iframe"));
        Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]"));
    }

    [Fact]
    public async Task The_page_says_what_an_answer_says()
    {
        await using var cairn = await RunningCairn.Start(drafts: true);
        var notices = cairn.Services.GetService(typeof(Cairn.Say.Moments.Notices.NoticePages)) as Cairn.Say.Moments.Notices.NoticePages;
        NoticeToken.TryRead(NoticeToken.Write("threat-crime", 1, MomentAudience.Adult, "GB-WLS"), out var token);

        var page = await Page("threat-crime", cairn.Http, "ur", token!);

        var notice = notices!.Find(token!, Cairn.Foundation.Text.Language.Parse("ur", null))!;
        Assert.Equal(notice.Ways.Select(w => w.Href).ToHashSet(), page.QuerySelectorAll("article a[href]:not(.leave)").Select(a => a.GetAttribute("href")!).ToHashSet());
        Assert.Equal(notice.Message.Heading, Words(page.QuerySelector("h1")!.TextContent));
        Assert.All(page.QuerySelectorAll("article a[href^='tel:']"), a => Assert.Equal("ltr", a.QuerySelector("bdi")!.GetAttribute("dir")));
    }

    [Fact]
    public async Task A_reader_may_change_the_language_and_stays_on_the_notice()
    {
        await using var cairn = await RunningCairn.Start(drafts: true);
        NoticeToken.TryRead(NoticeToken.Write("no-name", 2, MomentAudience.Unknown, null), out var token);

        var page = await Page("no-name", cairn.Http, "en", token!);
        var polish = page.QuerySelector("footer a[hreflang=pl]")!.GetAttribute("href")!;
        using var answer = await cairn.Http.GetAsync(polish, TestContext.Current.CancellationToken);

        Assert.StartsWith("/pl/notice/", polish, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static TheoryData<string> NoNotices => new()
    {
        "blorptang",
        "%00",
        "MSBibG9ycHRhbmc",
        new string('A', 300),
        NoticeToken.Write("blorptang", 1, MomentAudience.Adult, null),
        NoticeToken.Write("click-cost", 0, MomentAudience.Adult, null),
        NoticeToken.Write("click-cost", 5, MomentAudience.Adult, null),
        // The law is never held against young people, whoever writes the address.
        NoticeToken.Write("click-cost", 1, MomentAudience.Young, null),
    };

    [Theory, MemberData(nameof(NoNotices))]
    public async Task A_token_that_names_nothing_is_answered_with_the_page_that_helps(string token)
    {
        using var answer = await Http.GetAsync($"/en/notice/{token}", TestContext.Current.CancellationToken);

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        if (answer.StatusCode == HttpStatusCode.NotFound)
            Assert.Contains("/en/find-help", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blorptang", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nation_that_nobody_serves_gets_no_number_of_another_country_but_a_page_to_read()
    {
        var here = await Page(NoticeToken.Write("no-name", 1, MomentAudience.Adult, "FR"));

        Assert.StartsWith("/en/", here.QuerySelector("article .button")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(here.QuerySelectorAll("article a[href^='tel:']"));
    }

    [Fact]
    public async Task Any_number_of_notices_is_drawn_and_the_pages_of_the_campaign_stay_kept()
    {
        for (var nation = 0; nation < 5; nation++)
        {
            foreach (var message in new[] { "click-cost", "not-hidden", "message-crime", "live-is-real", "no-name", "type-it" })
                await Page(NoticeToken.Write(message, 1 + (nation % 4), MomentAudience.Unknown, nation == 0 ? null : $"X{nation}"));
        }

        using var answer = await Http.GetAsync("/en", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<IHtmlDocument> Page(string token) => new HtmlParser().ParseDocument(await Http.GetStringAsync($"/en/notice/{token}", TestContext.Current.CancellationToken));

    private static async Task<IHtmlDocument> Page(string message, HttpClient http, string language, NoticeToken token) => new HtmlParser().ParseDocument(
        await http.GetStringAsync($"/{language}/notice/{NoticeToken.Write(message, token.Look, token.Audience, token.Nation)}", TestContext.Current.CancellationToken));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
