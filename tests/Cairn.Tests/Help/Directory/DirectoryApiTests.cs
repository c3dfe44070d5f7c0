using System.Net;
using System.Text.Json;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Tests.Help.Directory;

public sealed class DirectoryApiTests
{
    private static readonly ServiceList Several = Given.Services(
        Given.Emergency,
        Given.Service("day", hours: Given.Hours("mon-thu 09:00-21:00", "fri 18:00 - sat 02:00")) with { Nations = [Nation.Scotland], Audiences = [Audience.Parents] },
        Given.Service("third"));

    [Fact]
    public async Task A_list_is_wrapped_as_the_specification_asks_and_readable_from_anywhere()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var (answer, answerText) = await site.Get("/api/v1/directory/services");

        var page = JsonDocument.Parse(answerText).RootElement;
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal((3, 1, 1, 3), (Int(page, "total_items"), Int(page, "total_pages"), Int(page, "page_number"), Int(page, "size")));
        Assert.True(page.GetProperty("first_page").GetBoolean() && page.GetProperty("last_page").GetBoolean() && !page.GetProperty("empty").GetBoolean());
        Assert.All(page.GetProperty("contents").EnumerateArray(), HasWhatTheSchemaRequires);
    }

    [Fact]
    public async Task A_schedule_carries_its_zone_and_the_offset_of_its_own_day()
    {
        // The Saturday before the clocks go forward: Monday is already in summer time.
        await using var site = await SmallSite.Open(Instant.FromUtc(2026, 3, 28, 12, 0), Several);

        var service = JsonDocument.Parse(await site.Text("/api/v1/directory/services/day")).RootElement;

        var schedules = service.GetProperty("schedules").EnumerateArray()
            .Select(s => $"{s.GetProperty("byday")} {s.GetProperty("opens_at")} {s.GetProperty("closes_at")} {s.GetProperty("timezone")} {s.GetProperty("iana_timezone")}");
        Assert.Equal(
            ["MO,TU,WE,TH 09:00+01:00 21:00+01:00 0 Europe/London", "FR 18:00+01:00 24:00+01:00 0 Europe/London", "SA 00:00+00:00 02:00+00:00 0 Europe/London"],
            schedules);
    }

    [Fact]
    public async Task Every_field_tells_where_it_was_read_and_names_nobody()
    {
        var service = Given.Service("one") with { Name = Given.Field("It's + one", FieldState.Verified) };
        await using var site = await SmallSite.Open(Given.MondayNoon, Given.Services(service));

        var text = await site.Text("/api/v1/directory/services/one");

        var metadata = JsonDocument.Parse(text).RootElement.GetProperty("metadata").EnumerateArray().ToList();
        Assert.Equal(["about seen", "name verified", "phone seen"], metadata.Select(m => $"{m.GetProperty("field_name")} {m.GetProperty("last_action_type")}").Order());
        Assert.All(metadata, m => Assert.Equal("2027-05-23", m.GetProperty("expires_on").GetString()));
        Assert.DoesNotContain("Robin Reader", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?audience=parents", "emergency,day,third")]
    [InlineData("?audience=yourself", "emergency,third")]
    [InlineData("?nation=GB-SCT", "emergency,day,third")]
    [InlineData("?nation=wales", "emergency,third")]
    [InlineData("?page=2&per_page=2", "third")]
    [InlineData("?page=9", "")]
    public async Task The_list_can_be_filtered_and_paged(string query, string slugs)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var page = JsonDocument.Parse(await site.Text("/api/v1/directory/services" + query)).RootElement;

        Assert.Equal(slugs, string.Join(',', page.GetProperty("contents").EnumerateArray().Select(s => s.GetProperty("slug").GetString())));
        Assert.Equal(slugs.Length == 0, page.GetProperty("empty").GetBoolean());
    }

    [Theory]
    [InlineData("?audience=blorptang")]
    [InlineData("?audience=")]
    [InlineData("?nation=blorptang")]
    [InlineData("?page=0")]
    [InlineData("?page=-1")]
    [InlineData("?page=blorptang")]
    [InlineData("?per_page=101")]
    [InlineData("?per_page=99999999999")]
    [InlineData("?blorptang=1")]
    [InlineData("?page=1&page=2")]
    public async Task What_it_does_not_understand_is_refused_and_not_repeated(string query)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var (answer, answerText) = await site.Get("/api/v1/directory/services" + query);

        var text = answerText;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(string.IsNullOrEmpty(JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()));
        Assert.DoesNotContain("blorptang", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_service_is_found_by_its_slug_and_by_its_identifier()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, Several);

        var bySlug = await site.Text("/api/v1/directory/services/third");
        var id = JsonDocument.Parse(bySlug).RootElement.GetProperty("id").GetString();
        var byId = await site.Text("/api/v1/directory/services/" + id);
        var (none, noneText) = await site.Get("/api/v1/directory/services/blorptang");

        Assert.Equal(bySlug, byId);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.DoesNotContain("blorptang", noneText, StringComparison.Ordinal);
    }

    // HSDS 3.1, "required" of service, organization, phone, schedule, service_area, metadata.
    private static void HasWhatTheSchemaRequires(JsonElement service)
    {
        Has(service, "id", "name", "status");
        Has(service.GetProperty("organization"), "id", "name", "description");
        foreach (var list in new[] { "phones", "schedules", "service_areas", "languages", "additional_urls" })
        {
            if (service.TryGetProperty(list, out var items))
                Assert.All(items.EnumerateArray(), item => Has(item, "id"));
        }
        Assert.All(service.GetProperty("phones").EnumerateArray(), phone => Has(phone, "number"));
        Assert.All(
            service.GetProperty("metadata").EnumerateArray(),
            m => Has(m, "id", "last_action_date", "last_action_type", "field_name", "previous_value", "replacement_value", "updated_by"));
        Assert.True(Guid.TryParse(service.GetProperty("id").GetString(), out _));
    }

    private static void Has(JsonElement item, params string[] members) => Assert.All(members, member => Assert.Equal(JsonValueKind.String, item.GetProperty(member).ValueKind));

    private static int Int(JsonElement page, string member) => page.GetProperty(member).GetInt32();
}
