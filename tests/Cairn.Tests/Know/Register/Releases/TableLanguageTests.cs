using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Cairn.Foundation.Text;
using Cairn.Know.Register.Releases;
using CsCheck;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class TableLanguageTests
{
    private static readonly TableLanguage Urdu = Invented.In("ur");
    private static readonly Uri Address = new("https://small.example/ur/tables/by-division/revision.json");

    public static TheoryData<string> Languages => ["en", "gd", "pl", "ur", "cy"];

    [Fact]
    public void The_console_and_the_command_line_say_what_the_campaign_says_in_English() => Assert.Equal(Invented.In("en").Words, TableLanguage.English.Words);

    [Fact]
    public async Task In_Urdu_the_page_the_drawings_and_the_files_are_as_approved()
    {
        var table = Invented.Table();
        var (page, _) = await Invented.Draw<TablePage>("table-urdu", TablePageModel.Of(table, Invented.Frame("ur"), Urdu.Words));

        await Approved.EqualPage("ur/table.html", page);
        foreach (var chart in TableCharts.Of(table, Urdu))
            await Approved.Equal($"ur/{table.Id}.{chart.Id}.svg", ChartFile.Draw(chart, table, Urdu));
        await Approved.Equal("ur/by-division.csv", TableCsv.Csv(table, Urdu.Words));
        await Approved.Equal("ur/by-division.csv-metadata.json", TableCsv.Metadata(table, Urdu));
        await Approved.Equal("ur/by-division.json", TableJsonStat.Write(table, Urdu, Address));
        await Approved.Equal("ur/by-division.share.csv", SeriesCsv.Csv(table, Invented.Series, Urdu.Words));
        await Approved.Equal("ur/by-division.share.csv-metadata.json", SeriesCsv.Metadata(table, Invented.Series, Urdu));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_page_is_in_its_language_and_only_the_tables_own_text_is_marked_as_English(string code)
    {
        var language = Invented.In(code);
        var words = language.Words;

        var (_, page) = await Invented.Draw<TablePage>("table-" + code, TablePageModel.Of(Invented.Table(), Invented.Frame() with { Language = language.Language }, words));

        var main = page.QuerySelector("main")!;
        Assert.Null(main.GetAttribute("lang"));
        Assert.Equal([words.Chart, words.Table, words.HowMade, words.Download], main.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal([words.Base, words.AsOf, words.Definition, words.OnlineMeans, words.Method, words.Publisher, words.Source, words.Licence, words.Revision], main.QuerySelectorAll("#made ~ dl dt").Select(t => t.TextContent));
        Assert.Contains(words.MeansNotShown, main.QuerySelector("#marks + dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Invented.Facts.AsOf.ToString("d MMMM yyyy", language.Culture), main.QuerySelector("#made ~ dl")!.TextContent, StringComparison.Ordinal);
        var marked = main.QuerySelectorAll("bdi[lang=en]").Select(b => b.TextContent).ToHashSet();
        string[] own = [Invented.Facts.Title, Invented.Facts.Method, Invented.Facts.OnlineMeans, Invented.Facts.Publisher, "Division", "All divisions", "Division F", "Custody", .. Invented.Facts.Notes];
        Assert.All(own, text => Assert.Equal(code != "en", marked.Contains(text)));
        Assert.Equal(["[c]", "[x]", "[z]"], main.QuerySelectorAll("#marks + dl dt").Select(m => m.TextContent));
        Assert.DoesNotContain("{", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_written_as_the_language_writes_them()
    {
        var (_, page) = await Invented.Draw<TablePage>("table-pl", TablePageModel.Of(Invented.Table(), Invented.Frame() with { Language = Language.Parse("pl", null) }, Invented.In("pl").Words));

        Assert.Equal("1\u00a0720", page.QuerySelector("table.grid td")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("dd"), d => d.TextContent == "31 marca 2025");
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_csv_is_the_same_in_every_language_and_its_metadata_is_in_its_own(string code)
    {
        var language = Invented.In(code);
        var table = Invented.Table();

        var metadata = JsonDocument.Parse(TableCsv.Metadata(table, language)).RootElement;

        Assert.Equal(TableCsv.Csv(table, Invented.In("en").Words), TableCsv.Csv(table, language.Words));
        Assert.Equal(SeriesCsv.Csv(table, Invented.Series, Invented.In("en").Words), SeriesCsv.Csv(table, Invented.Series, language.Words));
        Assert.Equal(code, metadata.GetProperty("@context")[1].GetProperty("@language").GetString());
        Assert.Contains(metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray(), c => c.GetProperty("titles").GetProperty(code)[1].GetString() == language.Words.Count);
        Assert.Equal(code == "en" ? JsonValueKind.String : JsonValueKind.Object, metadata.GetProperty("dc:description").ValueKind);
        Assert.DoesNotContain('\u2066', Encoding.UTF8.GetString(TableCsv.Metadata(table, language)));
        Assert.DoesNotContain('\u2066', Encoding.UTF8.GetString(TableJsonStat.Write(table, language, Address)));
    }

    [Fact]
    public void A_drawing_that_is_read_from_the_right_begins_there()
    {
        var table = Invented.Table();

        foreach (var (right, left) in TableCharts.Of(table, Urdu).Zip(TableCharts.Of(table, Invented.In("en"))))
        {
            Assert.Equal(left.Shapes.OfType<ChartBar>().Select(b => b.Left), right.Shapes.OfType<ChartBar>().Select(b => 100 - b.Left - b.Width));
            Assert.Equal(left.Shapes.OfType<ChartDot>().Select(d => d.Across), right.Shapes.OfType<ChartDot>().Select(d => 100 - d.Across));
            Assert.Equal(right.Shapes, right.FromTheRight().FromTheRight().Shapes);
            var picture = XDocument.Parse(Encoding.UTF8.GetString(ChartFile.Draw(right, table, Urdu))).Root!;
            Assert.Equal(("ur", "rtl"), (picture.Attribute(XNamespace.Xml + "lang")!.Value, picture.Elements().Last().Attribute("direction")!.Value));
        }
    }

    [Fact]
    public void What_is_isolated_is_isolated_in_every_line_it_is_broken_into() =>
        Gen.Select(Gen.String[Gen.Char["ab "], 0, 30], Gen.String[Gen.Char["cd "], 0, 90], Gen.String[Gen.Char["ef "], 0, 30]).Sample((before, own, after) =>
        {
            var lines = TableLanguage.Lines($"{before}\u2066{own}\u2069{after}", 20).ToList();

            Assert.All(lines, line => Assert.Equal(line.Count(c => c == '\u2066'), line.Count(c => c == '\u2069')));
            Assert.All(lines.SelectMany(TableLanguage.Pieces), piece => Assert.True(piece.Own ? !piece.Text.Any("abef".Contains) : !piece.Text.Any("cd".Contains)));
        });

    [Fact]
    public void A_text_is_its_pieces() =>
        Gen.String[Gen.Char["ab\u2066\u2069"], 0, 12].Sample(text =>
            Assert.Equal(
                text.Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal),
                string.Concat(TableLanguage.Pieces(text).Select(p => p.Text)).Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal)));
}
