using System.Net;
using Cairn.Know.Tallies;
using Cairn.Say.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Toolkit;

public sealed class ToolkitPageTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    private HttpClient Http => onTheAir.Cairn.Http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_artwork_is_shown_with_its_picture_what_it_shows_and_a_text_to_copy()
    {
        var pack = onTheAir.Cairn.Services.GetRequiredService<OnAir>().Shown!.Pack;

        var page = await Http.Page("/en/toolkit");

        var cards = page.Cards();
        Assert.NotEmpty(cards);
        Assert.All(cards, card =>
        {
            var artwork = Assert.Single(pack.Artworks, a => a.Id == card.GetAttribute("aria-labelledby"));
            var alternative = artwork.Alternative.In(Cairn.Foundation.Text.Language.English);
            Assert.StartsWith(alternative, card.QuerySelector("img")!.GetAttribute("alt"), StringComparison.Ordinal);
            Assert.StartsWith(alternative, card.QuerySelector(".govuk-details__text > p")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("/a/", card.QuerySelector("textarea[readonly]")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(card.Downloads());
        });
        Assert.Contains(cards.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("#results-heading")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_download_of_an_artwork_answers_with_what_it_says()
    {
        var card = (await Http.Page("/en/toolkit")).Cards().MaxBy(c => c.Downloads().Count)!;

        foreach (var address in card.Downloads().Append(card.QuerySelector("img")!.GetAttribute("src")!))
        {
            using var answer = await Http.Get(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
            var (type, start) = address.Contains(".pdf", StringComparison.Ordinal) ? ("application/pdf", "%PDF") : ("image/png", "\u0089PNG");
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(start, System.Text.Encoding.Latin1.GetString(bytes, 0, 4));
        }
    }

    [Fact]
    public async Task A_picture_has_the_size_the_page_reserves_for_it()
    {
        var picture = (await Http.Page("/en/toolkit")).QuerySelector("article.artwork img")!;

        var bytes = await Http.GetByteArrayAsync(picture.GetAttribute("src"), Cancel);

        int Number(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
        Assert.Equal((picture.GetAttribute("width"), picture.GetAttribute("height")), ($"{Number(16)}", $"{Number(20)}"));
        Assert.Equal("lazy", picture.GetAttribute("loading"));
    }

    [Fact]
    public async Task The_choice_stays_chosen_and_decides_what_is_listed_and_what_goes_into_the_one_file()
    {
        var all = await Http.Page("/en/toolkit");

        var page = await Http.Page("/en/toolkit?who=young-people&format=print");

        Assert.Equal(["young-people", "print"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.InRange(page.Cards().Count, 1, all.Cards().Count - 1);
        Assert.All(page.Cards().SelectMany(c => c.Downloads()), d => Assert.Contains(".pdf", d, StringComparison.Ordinal));
        Assert.Equal("/en/toolkit/kit.zip?who=young-people&format=print", page.QuerySelector("a.save")!.GetAttribute("href"));
        Assert.Equal("get", page.QuerySelector("form")!.GetAttribute("method"));
    }

    [Theory]
    [InlineData("?who=blorptang")]
    [InlineData("?format=%3Cscript%3E&language=blorptang")]
    [InlineData("?language=ur")]
    [InlineData("?who=parents&who=yourself")]
    public async Task What_is_not_on_the_lists_is_as_if_it_were_not_there(string query)
    {
        var all = await Http.Page("/en/toolkit");

        var page = await Http.Page("/en/toolkit" + query);

        Assert.Equal(all.Cards().Count, page.Cards().Count);
        Assert.DoesNotContain("blorptang", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_cookie_and_no_script_and_every_page_leads_to_it()
    {
        using var answer = await Http.Get("/en/toolkit");

        var page = await Http.Page("/en/toolkit");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick], iframe"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull((await Http.Page("/en/privacy")).QuerySelector("footer a[href='/en/toolkit']"));
    }

    [Fact]
    public async Task In_urdu_the_page_runs_from_right_to_left_and_urdu_artwork_is_found_from_every_language()
    {
        await using var cairn = await RunningCairn.Start(drafts: true);

        var urdu = await cairn.Http.Page("/ur/toolkit");
        var english = await cairn.Http.Page("/en/toolkit?language=ur");

        Assert.Equal("rtl", urdu.DocumentElement.GetAttribute("dir"));
        Assert.NotEmpty(urdu.Cards());
        Assert.All(urdu.QuerySelectorAll("article.artwork bdi"), b => Assert.Equal("ltr", b.GetAttribute("dir")));
        Assert.Equal(urdu.Cards().SelectMany(c => c.Downloads()), english.Cards().SelectMany(c => c.Downloads()));
        Assert.All(english.QuerySelectorAll("article.artwork :is(h3, textarea)"), e => Assert.Equal(("ur", "rtl"), (e.GetAttribute("lang"), e.GetAttribute("dir"))));
        using var picture = await cairn.Http.Get(urdu.Cards()[0].Downloads()[0]);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
    }

    [Fact]
    public async Task A_page_is_shared_with_the_first_picture_for_its_audience()
    {
        var cards = (await Http.Page("/en/toolkit?who=young-people")).Cards().Select(c => c.GetAttribute("aria-labelledby")).ToList();

        var page = await Http.Page("/en/young-people");

        string? Said(string property) => page.QuerySelector($"head meta[property='og:{property}']")?.GetAttribute("content");
        var address = new Uri(Said("image")!);
        Assert.StartsWith("https://", Said("image"), StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(address.AbsolutePath).Split('.')[0], cards);
        Assert.Equal(("1200", "630"), (Said("image:width"), Said("image:height")));
        Assert.All(new[] { "title", "description", "image:alt" }, p => Assert.NotEmpty(Said(p)!));
        using var picture = await Http.Get(address.PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
    }

    [Theory, EachDatabase]
    public async Task A_look_at_the_toolkit_is_counted_and_what_was_taken_from_it_is_not(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        // A clock that stands still: the writer does not write beside this test.
        await using var cairn = await RunningCairn.On(database, time: new FakeTimeProvider(new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));

        var card = (await cairn.Http.Page("/en/toolkit?who=parents")).Cards()[0];
        using var picture = await cairn.Http.Get(card.Downloads()[0]);

        await cairn.Services.GetServices<IHostedService>().OfType<TallyWriter>().Single().Write(Cancel);
        var counted = await cairn.Services.GetRequiredService<TallyReader>().Totals(default, Cancel);
        Assert.Equal([("toolkit", "parents", 1L)], counted.Select(c => (c.Page, c.Audience, c.Count)));
    }
}
