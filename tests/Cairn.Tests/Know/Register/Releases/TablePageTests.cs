using Cairn.Know.Register.Releases;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class TablePageTests
{
    [Fact]
    public async Task The_pages_are_drawn_as_approved()
    {
        var (table, _) = await Invented.Draw<TablePage>("table", TablePageModel.Of(Invented.Table(), Invented.Frame(), Invented.In("en").Words));
        var (list, _) = await Invented.Draw<TablesPage>("tables", TablesModel.Of([Invented.Table(), Invented.Rounded()], Invented.Frame(), Invented.In("en").Words));

        await Approved.EqualPage("table.html", table);
        await Approved.EqualPage("tables.html", list);
    }

    [Fact]
    public async Task A_table_is_read_with_its_headings_and_every_mark_has_its_meaning()
    {
        var (_, page) = await Invented.Draw<TablePage>("table", TablePageModel.Of(Invented.Table(), Invented.Frame(), Invented.In("en").Words));

        var grid = page.QuerySelector("table.grid")!;
        Assert.Equal(["Division", "All", "Community", "Custody"], grid.QuerySelectorAll("thead th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(10, grid.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.All(grid.QuerySelectorAll("tbody tr"), row => Assert.Equal(3, row.QuerySelectorAll("td").Length));
        Assert.Equal("All divisions 1,720 1,332 388", Row(grid, 0));
        Assert.Equal("Division B 200 [c] [c]", Row(grid, 3));
        Assert.Equal("Division F 90 90 0 [z]", Row(grid, 8));
        Assert.Equal("No division recorded [x] [x] [x]", Row(grid, 9));
        Assert.Equal(["[c]", "[x]", "[z]"], page.QuerySelectorAll("#marks + dl dt").Select(m => m.TextContent));
        Assert.Contains("does not say that it is small", page.QuerySelector("#marks + dl dd")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(grid.QuerySelector("caption"));
    }

    [Fact]
    public async Task Of_a_third_dimension_there_is_a_table_for_each_code()
    {
        var (_, page) = await Invented.Draw<TablePage>("table-three", TablePageModel.Of(Invented.Rounded(), Invented.Frame(), Invented.In("en").Words));

        var captions = page.QuerySelectorAll("table.grid caption").Select(c => c.TextContent[(c.TextContent.LastIndexOf(". ", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(["Marked as online: All", "Marked as online: Yes", "Marked as online: No"], captions);
        Assert.Contains("rounded to a multiple of 5", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_stands_with_everything_needed_to_judge_it()
    {
        var table = Invented.Table();

        var (_, page) = await Invented.Draw<TablePage>("table", TablePageModel.Of(table, Invented.Frame(), Invented.In("en").Words));

        var terms = page.QuerySelectorAll("dl.facts dt").Zip(page.QuerySelectorAll("dl.facts dd")).ToDictionary(p => p.First.TextContent, p => p.Second.TextContent);
        Assert.Equal("People on the invented register", terms["Who is counted"]);
        Assert.Equal("31 March 2025", terms["Day it describes"]);
        Assert.Equal(Invented.Facts.Definition, terms["Definition"]);
        Assert.Equal(Invented.Facts.Method, terms["Protection"]);
        Assert.Equal(Invented.Facts.OnlineMeans, terms["What \u201conline\u201d means here"]);
        Assert.Equal("Invented Police", terms["Publisher"]);
        Assert.Equal(table.Revision, terms["Revision"]);
        Assert.Equal($"/en/tables/by-division/{table.Revision}", page.QuerySelector("a.permalink")!.GetAttribute("href"));
        Assert.Equal("https://small.example/en/tables/by-division/" + table.Revision, page.QuerySelector("a.permalink")!.TextContent);
        Assert.Equal(
            [".csv", ".csv-metadata.json", ".json", ".share.csv", ".share.csv-metadata.json", ".bars.svg", ".share-over-time.svg", ".waffle.svg"],
            page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")![$"/en/tables/by-division/{table.Revision}".Length..]));
        Assert.Contains(Invented.In("en").Words.Demonstration, page.QuerySelector("main .lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chart_is_a_picture_with_words_and_has_its_table_under_it()
    {
        var (_, page) = await Invented.Draw<TablePage>("table", TablePageModel.Of(Invented.Table(), Invented.Frame(), Invented.In("en").Words));

        var charts = page.QuerySelectorAll("figure.chart");
        Assert.Equal(["bars", "share-over-time", "waffle"], charts.Select(c => c.Id));
        foreach (var chart in charts)
        {
            var svg = chart.QuerySelector("svg")!;
            Assert.Equal("img", svg.GetAttribute("role"));
            Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(id)!.TextContent)));
            Assert.NotNull(chart.QuerySelector("svg ~ section table"));
            // One colour, the text's own, and no size that holds the words back when they are enlarged.
            Assert.All(svg.QuerySelectorAll("*"), e => Assert.True(e.GetAttribute("fill") is null or "none" && e.GetAttribute("stroke") is null or "currentColor"));
            Assert.Null(svg.GetAttribute("viewBox"));
            Assert.Contains("Demonstration", svg.QuerySelector("text")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_list_is_in_its_language_and_only_titles_and_publishers_are_marked_as_English()
    {
        var (_, page) = await Invented.Draw<TablesPage>("tables-urdu", TablesModel.Of([Invented.Table()], Invented.Frame("ur"), Invented.In("ur").Words));

        Assert.Null(page.QuerySelector("main")!.GetAttribute("lang"));
        Assert.Equal(Invented.In("ur").Words.Heading, page.QuerySelector("h1")!.TextContent);
        Assert.Equal([Invented.Facts.Title, Invented.Facts.Publisher], page.QuerySelectorAll("main [lang=en]").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_text_is_text_whatever_stands_in_it()
    {
        var facts = Invented.Facts with { Title = "<b>T</b>", Method = "\"><i>&", Publisher = "</title>" };

        var (_, page) = await Invented.Draw<TablePage>("table-marks", TablePageModel.Of(Invented.Table(facts), Invented.Frame(), Invented.In("en").Words));

        Assert.Equal("<b>T</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main b, main i"));
    }

    [Fact]
    public async Task The_list_leads_to_every_table_and_to_the_feed_and_says_when_there_is_none()
    {
        var (_, page) = await Invented.Draw<TablesPage>("tables", TablesModel.Of([Invented.Table(), Invented.Rounded()], Invented.Frame(), Invented.In("en").Words));
        var (_, none) = await Invented.Draw<TablesPage>("tables-none", TablesModel.Of([], Invented.Frame(), Invented.In("en").Words));

        Assert.Equal(["/en/tables/by-division", "/en/tables/by-mark"], page.QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("main li p"), p => Assert.StartsWith("Demonstration.", p.TextContent, StringComparison.Ordinal));
        Assert.Equal("/tables.atom", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Contains("No table has been published.", none.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Row(AngleSharp.Dom.IElement grid, int row) => string.Join(' ', grid.QuerySelectorAll("tbody tr")[row].Children.Select(c => c.TextContent.Trim()));
}
