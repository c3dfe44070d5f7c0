using Cairn.Foundation.Text;
using Cairn.Say.Packs;

namespace Cairn.Tests.Say.Packs.Reading;

public sealed class PageTests
{
    [Fact]
    public void Blocks_come_in_the_order_of_the_page()
    {
        using var pack = Given.APack();

        var page = Page(pack, "yourself");

        Assert.Collection(
            page.Body,
            b => Assert.IsType<Block.Prose>(b),
            b => Assert.Equal("steps", Assert.IsType<Block.Panel>(b).Kind),
            b => Assert.Equal(Audience.Yourself, Assert.IsType<Block.ServiceCards>(b).Audience),
            b => Assert.Equal(["stop-now"], Assert.IsType<Block.MessageCards>(b).MessageIds));
    }

    [Fact]
    public void A_citation_in_a_sentence_stays_a_citation()
    {
        using var pack = Given.APack();

        var prose = Assert.IsType<Block.Prose>(Page(pack, "figures").Body[1]);

        Assert.Collection(
            prose.Pieces,
            p => Assert.Equal("<h2 id=\"what-it-is\">What it is</h2>\n<p>It is ", Markup(p)),
            p => Assert.Equal("share", Assert.IsType<ProsePiece.Figure>(p).FigureId),
            p => Assert.Equal(" of them. Get <a href=\"/en/find-help\">help</a>.</p>", Markup(p)));
    }

    [Fact]
    public void Links_inside_the_site_carry_the_language_and_links_out_tell_nobody_where_from()
    {
        using var pack = Given.APack();

        Assert.Contains("<a href=\"/en/yourself#stop\">", All(Page(pack, "home")), StringComparison.Ordinal);
        Assert.Contains("<a href=\"#stop\">", All(Page(pack, "yourself")), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/list\" rel=\"noreferrer\">", All(Page(pack, "about")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_takes_the_id_written_beside_it_and_a_translation_takes_that_of_the_reference()
    {
        using var pack = Given.APack();

        var (english, gaelic) = (All(Page(pack, "home")), All(Page(pack, "home", "gd")));

        Assert.Contains("<h2 id=\"stop\">Stop today</h2>", All(Page(pack, "yourself")), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"what-we-know\">What we know</h2>", english, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"what-we-know\">Na tha fios againn</h2>", gaelic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:alert(1)\"")]
    [InlineData("![x](https://example.org/x.png)", "<img")]
    [InlineData("[x](data:text/html,hello)", "href=\"data:")]
    public void Nothing_dangerous_comes_through_even_before_the_check_has_spoken(string markdown, string danger)
    {
        using var pack = Given.APack().Change("pages/en/someone-else.md", "The plain words stand here.", markdown);

        var reading = PackReader.Read(pack.Folder);

        Assert.Null(reading.Pack);
        Assert.DoesNotContain(danger, All(reading.Readable!.Pages.Single(p => p.Id == "someone-else")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_door_a_translation_lacks_is_the_references()
    {
        using var pack = Given.APack().With("pages/gd/parents.md", "---\nheading: Cuidich\nlead: Faighnich.\n---\nSeall [cuideachadh](/find-help).\n");

        var page = Page(pack, "parents", "gd");

        Assert.Equal("I am a parent", page.Door);
    }

    private static PackPage Page(TemporaryPack pack, string id, string language = "en") =>
        PackReader.Read(pack.Folder).Pack!.Pages.Single(p => p.Id == id && p.Language.Code == language);

    private static string Markup(ProsePiece piece) => Assert.IsType<ProsePiece.Html>(piece).Markup.Value;

    private static string All(PackPage page) =>
        string.Concat(page.Body.OfType<Block.Prose>().SelectMany(p => p.Pieces).OfType<ProsePiece.Html>().Select(p => p.Markup.Value));
}
