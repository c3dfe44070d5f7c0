using System.Net;
using System.Text.Json;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

public sealed class FindHelpPageTests
{
    private static readonly ServiceList Several = Given.Services(
        Given.Emergency,
        Given.Police,
        Given.Service("day", hours: Given.Hours("mon-fri 09:00-17:30")) with
        {
            Chat = Given.Field(new Uri("https://chat.example/")),
            Email = Given.Field("day@helpline.example"),
            Languages = Given.Field<IReadOnlyList<Language>>([Language.English, Language.Parse("cy", null)]),
            Nations = [Nation.Scotland],
        },
        Given.Service("old", "0000 555 777") with { Phone = Given.Field("0000 555 777", FieldState.Historical), Website = Given.Field(new Uri("https://old.example/"), FieldState.Verified) });

    [Fact]
    public async Task The_page_says_who_is_open_how_to_reach_them_and_how_far_to_believe_it()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var page = await site.Page("/en/find-help");

        var card = page.QuerySelector(".service")!;
        Assert.Equal("Open now, until 5:30\u00A0pm", card.QuerySelector(".status")!.TextContent);
        Assert.Equal("Helpline day", card.QuerySelector("h3")!.TextContent);
        Assert.Equal("tel:0000555001", card.QuerySelector(".call a")!.GetAttribute("href"));
        Assert.Equal("ltr", card.QuerySelector(".call bdi")!.GetAttribute("dir"));
        Assert.Equal("0000 555 001", card.QuerySelector(".call b")!.TextContent);
        Assert.Equal(["https://chat.example/", "mailto:day@helpline.example"], card.QuerySelectorAll(".ways a").Select(a => a.GetAttribute("href")));
        Assert.All(card.QuerySelectorAll(".ways a"), a => Assert.Equal("noreferrer", a.GetAttribute("rel")));
        Assert.Equal(["seen on 23 November 2026 at helpline.example, not confirmed"], card.QuerySelectorAll(".provenance").Select(p => p.TextContent));
        Assert.Equal("Scotland", card.QuerySelector(".nations")!.TextContent);
        Assert.Contains("In: English, Cymraeg", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["tel:999", "tel:101"], page.QuerySelectorAll(".danger-now a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_historical_number_is_nowhere_on_the_page_in_the_data_or_in_the_api()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        foreach (var address in new[] { "/en/find-help", "/ur/find-help", "/en/find-help.jsonld", "/api/v1/directory/services", "/api/v1/directory/services/old" })
        {
            var text = await site.Text(address);
            Assert.DoesNotContain("777", text, StringComparison.Ordinal);
            Assert.Contains("old", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_urdu_the_page_runs_from_right_to_left_and_numbers_do_not()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var page = await site.Page("/ur/find-help");

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.All(page.QuerySelectorAll(".service .number"), number => Assert.Equal("ltr", number.GetAttribute("dir")));
        Assert.Contains("17:30", page.QuerySelector(".status")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_stays_chosen_and_decides_what_is_listed()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var page = await site.Page("/en/find-help?who=parents&nation=england");

        Assert.Equal(["parents", "england"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Helpline old"], page.QuerySelectorAll(".service h3").Select(h => h.TextContent));
        Assert.Equal("get", page.QuerySelector("form")!.GetAttribute("method"));
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick]"));
    }

    [Theory]
    [InlineData("?who=blorptang")]
    [InlineData("?nation=%3Cscript%3E&who=Parents")]
    [InlineData("?blorptang=parents")]
    [InlineData("?who=parents&who=yourself")]
    public async Task What_is_not_on_the_lists_is_as_if_it_were_not_there(string query)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var plain = await site.Text("/en/find-help");
        var asked = await site.Text("/en/find-help" + query);

        Assert.Equal(plain, asked);
        Assert.DoesNotContain("blorptang", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minute_later_the_same_page_tells_what_changed()
    {
        await using var site = await SmallSite.Open(Instant.FromUtc(2026, 11, 23, 17, 29), Several);

        var open = await site.Page("/en/find-help");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var closed = await site.Page("/en/find-help");

        Assert.Equal("Open now, until 5:30\u00A0pm", open.QuerySelector(".status")!.TextContent);
        Assert.Contains("Opens tomorrow at 9\u00A0am", closed.QuerySelectorAll(".status").Select(s => s.TextContent));
    }

    [Theory]
    [InlineData("mon 18:00-24:00", "Opens today at 6\u00A0pm")]
    [InlineData("tue 00:00-12:00", "Opens tomorrow at midnight")]
    [InlineData("thu 12:00-13:00", "Opens on Thursday at midday")]
    [InlineData("mon 09:00-12:00", "Opens on 30 November at 9\u00A0am")]
    [InlineData("mon 09:00-24:00", "Open now, until midnight")]
    [InlineData("mon 09:00 - wed 09:00", "Open now")]
    [InlineData("always", "Open day and night")]
    public async Task Times_are_said_as_people_say_them(string hours, string said)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Given.Services(Given.Service("one", hours: Given.Hours(hours))));

        var page = await site.Page("/en/find-help");

        Assert.Equal(said, page.QuerySelector(".status")!.TextContent);
    }

    [Fact]
    public async Task Each_place_and_day_a_card_was_read_is_named_once()
    {
        var service = Given.Service("one") with { Name = Given.Field("One", FieldState.Verified, on: new LocalDate(2026, 11, 20)), About = null };
        await using var site = await SmallSite.Open(Given.MondayNoon, Given.Services(service));

        var page = await site.Page("/en/find-help");

        Assert.Equal(
            ["seen on 23 November 2026 at helpline.example, not confirmed", "checked on 20 November 2026"],
            page.QuerySelectorAll(".provenance").Select(p => p.TextContent));
        Assert.DoesNotContain("Robin Reader", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_is_offered_to_programs_as_schema_org_terms()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var page = await site.Page("/en/find-help");
        var link = page.QuerySelector("link[type='application/ld+json']")!.GetAttribute("href")!;
        var (answer, answerText) = await site.Get(link);

        var data = JsonDocument.Parse(answerText).RootElement;
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        Assert.Equal("ItemList", data.GetProperty("@type").GetString());
        var items = data.GetProperty("itemListElement").EnumerateArray().Select(i => i.GetProperty("item")).ToList();
        Assert.Equal(4, items.Count);
        Assert.All(items, item => Assert.Equal("Service", item.GetProperty("@type").GetString()));
        Assert.Equal("999", items[0].GetProperty("availableChannel")[0].GetProperty("servicePhone").GetProperty("telephone").GetString());
        Assert.DoesNotContain("null", data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_offered_has_no_such_page()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var (answer, _) = await site.Get("/pl/find-help");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
