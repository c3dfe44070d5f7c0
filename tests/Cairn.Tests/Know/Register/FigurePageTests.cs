using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Cairn.Foundation.Text;
using Cairn.Know.Register;
using Cairn.Tests.Help;
using NodaTime;

namespace Cairn.Tests.Know.Register;

public sealed class FigurePageTests
{
    private static readonly string[] Everywhere =
    [
        "/en/figures", "/en/figures/share", "/ur/figures/share", "/en/figures/share.csv", "/en/figures/share.csv-metadata.json", "/en/figures/share.json", "/en/figures/share.svg",
        "/api/v1/figures/share",
    ];

    [Fact]
    public async Task The_number_stands_with_its_month_base_source_and_range_and_without_a_count()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var page = await site.Page("/en/figures/share");

        Assert.Equal("23%", page.QuerySelector(".figure .number")!.TextContent);
        Assert.Equal("In March 2018", page.QuerySelector(".month")!.TextContent);
        Assert.Contains("Invented Police, snapshot of 7 March 2018.", page.QuerySelector(".source")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("between 22.5% and 23.5%", page.QuerySelector(".range")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We do not guess it", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["23%", "77%"], page.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(4, page.QuerySelectorAll("a[download]").Length);
        Assert.Empty(page.QuerySelectorAll("script, [style], style"));
    }

    [Fact]
    public async Task The_bar_is_a_picture_with_words_and_fills_as_far_as_the_share_goes()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var bar = (await site.Page("/en/figures")).QuerySelector("svg.bar")!;

        var filled = bar.QuerySelectorAll("rect").Where(r => r.GetAttribute("fill-opacity") is null).ToList();
        Assert.Equal("img", bar.GetAttribute("role"));
        Assert.Equal(bar.GetAttribute("aria-labelledby"), bar.QuerySelector("title")!.Id);
        Assert.Equal("A bar, 23% of it filled.", bar.QuerySelector("title")!.TextContent);
        Assert.Equal(4.6m, filled.Sum(r => decimal.Parse(r.GetAttribute("width")!, CultureInfo.InvariantCulture)) / 24m);
        Assert.Equal(20 + 5, bar.QuerySelectorAll("rect").Length);
    }

    [Fact]
    public async Task In_urdu_the_bar_fills_from_the_right_and_the_number_reads_from_the_left()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var page = await site.Page("/ur/figures/share");

        var filled = page.QuerySelectorAll("svg.bar rect").Where(r => r.GetAttribute("fill-opacity") is null).Select(r => decimal.Parse(r.GetAttribute("x")!, CultureInfo.InvariantCulture));
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ltr", page.QuerySelector(".figure .number")!.GetAttribute("dir"));
        Assert.All(filled, x => Assert.True(x > 400));
    }

    [Fact]
    public async Task A_figure_too_old_is_withheld_everywhere_and_no_number_is_left()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: false));

        foreach (var address in Everywhere)
        {
            var (answer, text) = await site.Get(address);
            Assert.Equal(address.EndsWith("/figures", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Gone, answer.StatusCode);
            Assert.DoesNotContain("23%", text, StringComparison.Ordinal);
            Assert.DoesNotContain("22.5", text, StringComparison.Ordinal);
        }
        Assert.Contains("too old to show", (await site.Page("/en/figures/share")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_shown_up_to_the_last_day_the_pack_allows()
    {
        var list = Figures(historical: false);
        await using var lastDay = await SmallSite.Open(Instant.FromUtc(2018, 3, 7, 12, 0) + Duration.FromDays(800), figures: list);
        await using var dayAfter = await SmallSite.Open(Instant.FromUtc(2018, 3, 7, 12, 0) + Duration.FromDays(801), figures: list);

        Assert.Equal(HttpStatusCode.OK, (await lastDay.Get("/en/figures/share")).Message.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await dayAfter.Get("/en/figures/share")).Message.StatusCode);
    }

    [Theory]
    [InlineData("/en/figures/blorptang")]
    [InlineData("/en/figures/share.blorptang")]
    [InlineData("/en/figures/blorptang.csv")]
    [InlineData("/api/v1/figures/blorptang")]
    public async Task What_is_not_there_is_not_found_and_not_repeated(string address)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var (answer, text) = await site.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("blorptang", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("share.csv", "text/csv")]
    [InlineData("share.csv-metadata.json", "application/csvm+json")]
    [InlineData("share.json", "application/json")]
    [InlineData("share.svg", "image/svg+xml")]
    public async Task A_download_has_its_type_its_name_and_an_etag(string file, string type)
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var (answer, _) = await site.Get("/en/figures/" + file);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"attachment; filename=\"{file}\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task The_metadata_describes_the_columns_the_csv_has()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var lines = (await site.Text("/en/figures/share.csv")).Split("\r\n");
        var metadata = JsonDocument.Parse(await site.Text("/en/figures/share.csv-metadata.json")).RootElement;

        // CSVW 1.0: @context is the namespace or an array that starts with it, a table has url and tableSchema, a column a unique name.
        Assert.Equal("http://www.w3.org/ns/csvw", metadata.GetProperty("@context")[0].GetString());
        Assert.Equal("share.csv", metadata.GetProperty("url").GetString());
        var columns = metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).ToList();
        Assert.Equal(lines[0].Split(','), columns);
        Assert.Equal(columns.Count, columns.Distinct().Count());
        Assert.All(metadata.GetProperty("tableSchema").GetProperty("primaryKey").EnumerateArray(), key => Assert.Contains(key.GetString(), columns));
        Assert.StartsWith("share,2018-03-07,share,percent,23,22.5,23.5,,,A,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"people, registered\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_is_a_json_stat_dataset()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var data = JsonDocument.Parse(await site.Text("/en/figures/share.json")).RootElement;

        // JSON-stat 2.0: version, class, id, size, dimension and value; value has as many members as the product of size.
        Assert.Equal(("2.0", "dataset"), (data.GetProperty("version").GetString(), data.GetProperty("class").GetString()));
        var sizes = data.GetProperty("size").EnumerateArray().Select(s => s.GetInt32()).ToList();
        var ids = data.GetProperty("id").EnumerateArray().Select(i => i.GetString()!).ToList();
        Assert.Equal(sizes, ids.Select(id => data.GetProperty("dimension").GetProperty(id).GetProperty("category").GetProperty("index").GetArrayLength()));
        Assert.Equal(sizes.Aggregate(1, (a, b) => a * b), data.GetProperty("value").GetArrayLength());
        Assert.Equal([23m, 22.5m, 23.5m], data.GetProperty("value").EnumerateArray().Select(v => v.GetDecimal()));
    }

    [Fact]
    public async Task The_picture_stands_alone_with_words_source_and_a_white_ground()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var picture = XDocument.Parse(await site.Text("/en/figures/share.svg")).Root!;

        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal("img", picture.Attribute("role")!.Value);
        Assert.Contains("23%", picture.Element(svg + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("Invented Police", picture.Elements(svg + "text").Last().Value, StringComparison.Ordinal);
        Assert.Equal("#ffffff", picture.Element(svg + "rect")!.Attribute("fill")!.Value);
        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "href");
    }

    [Fact]
    public async Task The_api_gives_the_figure_with_everything_needed_to_judge_it()
    {
        await using var site = await SmallSite.Open(Given.MondayNoon, figures: Figures(historical: true));

        var (answer, text) = await site.Get("/api/v1/figures/share");

        var figure = JsonDocument.Parse(text).RootElement;
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(23m, figure.GetProperty("value").GetDecimal());
        Assert.Equal(22.5m, figure.GetProperty("range").GetProperty("low").GetDecimal());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("numerator").ValueKind);
        Assert.Equal("people, registered", figure.GetProperty("base").GetProperty("en").GetString());
    }

    private static FigureList Figures(bool historical) => new(
        [
            new("share", 23m, 0, new LocalDate(2018, 3, 7), Text("of people on an invented list."), Text("people, registered"), null, null, Text("What was counted."), Text("A mark."),
                "Invented Police", "An announcement", new FigureOrigin.Read(new Uri("https://police.example/announcement"), Given.CheckedOn), historical),
        ],
        [],
        MaxAgeDays: 800);

    private static LocalText Text(string english) => new(Language.English, new Dictionary<Language, string> { [Language.English] = english });
}
