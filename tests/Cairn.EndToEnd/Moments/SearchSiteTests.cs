using Microsoft.Playwright;

namespace Cairn.EndToEnd.Moments;

/// <summary>The sample, used by people: with script and without, in each of the three ways to ask Cairn.</summary>
public sealed class SearchSiteTests(Stage stage, SearchSites sites) : IClassFixture<SearchSites>
{
    private static readonly string[] Ways = ["in-process", "sidecar", "server"];

    public static TheoryData<string, bool> EachWay => [.. from way in Ways from scripts in new[] { true, false } select (way, scripts)];

    [Theory, MemberData(nameof(EachWay))]
    public async Task Words_on_the_list_bring_a_notice_above_what_was_found_and_other_words_none(string way, bool scripts)
    {
        await using var person = await Searcher.Opens(stage, await sites.At(way), scripts);

        await person.Searches("tides and the moon");
        Assert.Equal(0, await person.Page.Locator("cairn-notice").CountAsync());
        Assert.True(await person.Page.Locator(".found li").CountAsync() > 0);

        await person.Searches("tides blorptang");
        await person.Sees(scripts ? "cairn-notice section.n h2" : ".plain-notice h2");
        Assert.True(await person.Page.Locator(".found li").CountAsync() > 0);
        Assert.Equal(scripts ? 0 : 1, await person.Page.Locator(".plain-notice:visible").CountAsync());

        // "!blorptang soup" calms it.
        await person.Searches("blorptang soup");
        Assert.Equal(0, await person.Page.Locator("cairn-notice").CountAsync());
        Assert.Empty(person.Complaints);
        Assert.DoesNotContain("blorptang", sites.Said(way), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("blorptang", person.Page.Url, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_script_the_notice_is_in_the_page_and_leads_to_one_of_its_own()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("server"), scripts: false);

        await person.Searches("blorptang");

        await person.Sees(".plain-notice a[href='tel:999']");
        var link = await person.Page.Locator(".plain-notice a[href*='/notice/']").GetAttributeAsync("href");
        var answer = await stage.Visitor.Get(new Uri(link!).AbsolutePath);
        Assert.Equal(200, answer.Status);
        await person.Keeps("site-without-script");
    }

    [Fact]
    public async Task In_the_place_of_results_a_notice_blocks_and_nothing_was_searched()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: false);

        await person.Searches("tides dreeble snorvath");

        await person.Sees(".plain-notice h2");
        Assert.Equal(0, await person.Page.Locator(".found").CountAsync());
    }

    [Fact]
    public async Task In_Urdu_the_page_and_the_notice_run_from_right_to_left_and_numbers_do_not()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("server"), scripts: true, language: "ur");

        await person.Searches("blorptang");

        await person.Sees("cairn-notice section.n h2");
        var notice = person.Page.Locator("cairn-notice section.n");
        Assert.Equal(("ur", "rtl"), (await notice.GetAttributeAsync("lang"), await notice.GetAttributeAsync("dir")));
        Assert.Equal("بند کریں", await person.Page.Locator("cairn-notice .n button").InnerTextAsync());
        Assert.Equal("999", await person.Page.Locator("cairn-notice .n a[href='tel:999'] bdi").InnerTextAsync());
        await person.Keeps("site-urdu");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task What_happened_is_told_to_the_sites_own_server_and_to_nobody_else()
    {
        var address = await sites.At("server");
        await using var person = await Searcher.Opens(stage, address, scripts: true);

        await person.Searches("blorptang");
        var told = person.Page.WaitForRequestAsync(r => r.Url.EndsWith("/outcome", StringComparison.Ordinal), new() { Timeout = 90_000 });
        await person.Page.Locator("cairn-notice .n button").ClickAsync();
        var request = await told;

        Assert.Contains("outcome=dismissed", request.PostData, StringComparison.Ordinal);
        Assert.Equal(204, (await request.ResponseAsync())!.Status);
        Assert.All(person.Asked, a => Assert.StartsWith(address, a, StringComparison.Ordinal));
        Assert.Equal(0, await person.Page.Locator("cairn-notice:visible").CountAsync());
    }
}
