using Cairn.Say.Posters.Partners;

namespace Cairn.Tests.Say.Posters;

/// <summary>What an SVG may hold that a mark may not.</summary>
public sealed class StrangeMarkTests : IDisposable
{
    private const string Shape = """<rect width="200" height="100"/>""";

    private readonly string folder = Directory.CreateTempSubdirectory("cairn-mark-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""<script>blorptang()</script>""", "script")]
    [InlineData("""<style>rect { fill: red }</style>""", "style")]
    [InlineData("""<image href="https://example.org/blorptang.png"/>""", "image")]
    [InlineData("""<use xlink:href="#blorptang"/>""", "use")]
    [InlineData("""<use href="#blorptang"/>""", "use")]
    [InlineData("""<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">blorptang</p></foreignObject>""", "foreignObject")]
    [InlineData("""<text>blorptang</text>""", "text")]
    [InlineData("""<a href="https://example.org"><rect width="9" height="9"/></a>""", "a")]
    [InlineData("""<svg/>""", "svg")]
    [InlineData("""<animate attributeName="x"/>""", "animate")]
    [InlineData("""<linearGradient id="blorptang"/>""", "linearGradient")]
    [InlineData("""<defs><rect id="blorptang"/></defs>""", "defs")]
    [InlineData("""<rect width="9" height="9" xlink:href="https://example.org/blorptang"/>""", "href")]
    [InlineData("""<rect width="9" height="9" href="blorptang"/>""", "href")]
    [InlineData("""<rect width="9" height="9" style="fill:red"/>""", "style")]
    [InlineData("""<rect width="9" height="9" opacity=".5"/>""", "opacity")]
    [InlineData("""<g fill-opacity="0.99"><rect width="9" height="9"/></g>""", "fill-opacity")]
    [InlineData("""<rect width="9" height="9" filter="none"/>""", "filter")]
    [InlineData("""<rect width="9" height="9" fill="rgb(1,2,3)"/>""", "fill")]
    [InlineData("""<rect width="9" height="9" fill="blorptang"/>""", "fill")]
    [InlineData("""<rect width="9" height="9" fill="#12345"/>""", "fill")]
    [InlineData("""<rect width="9" height="9" stroke="currentColor"/>""", "stroke")]
    [InlineData("""<path d="M0 0h9" stroke-dasharray="1 2"/>""", "stroke-dasharray")]
    [InlineData("""<path d="M0 0h9v9" fill-rule="blorptang"/>""", "fill-rule")]
    [InlineData("""<rect width="9" height="9" transform="skewX(10)"/>""", "transform")]
    [InlineData("""<rect width="9" height="9" transform="scale(1,2,3)"/>""", "transform")]
    public void What_svg_knows_and_a_mark_may_not_have_is_refused_by_its_name(string strange, string name)
    {
        var said = Refusal(PartnerMarkTests.Svg(Shape + strange));

        Assert.StartsWith($"The mark uses \"{name}\" ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<blorptang/>""")]
    [InlineData("""<x:rect xmlns:x="urn:blorptang"/>""")]
    [InlineData("""<rect width="9" height="9" blorptang="1"/>""")]
    [InlineData("""<rect width="9" height="9" xmlns:x="urn:blorptang" x:blorptang="1"/>""")]
    [InlineData("""<rect width="9" height="9" xml:base="https://blorptang.example/"/>""")]
    [InlineData("""blorptang""")]
    [InlineData("""<rect width="9" height="9">blorptang</rect>""")]
    [InlineData("""<rect width="9" height="9"><circle r="1"/></rect>""")]
    [InlineData("""<?blorptang href="x"?>""")]
    public void What_svg_does_not_know_is_refused_without_its_name(string strange)
    {
        var said = Refusal(PartnerMarkTests.Svg(Shape + strange));

        Assert.Equal("The mark has something in it that is not a plain shape; save it as plain SVG, with every part turned into paths.", said);
    }

    [Theory]
    [InlineData("""<rect width="9" height="9" onload="blorptang()"/>""", "runs a script")]
    [InlineData("""<g ONCLICK="blorptang()"/>""", "runs a script")]
    [InlineData("""<rect width="9" height="9" fill="url(#blorptang)"/>""", "url(...)")]
    [InlineData("""<rect width="9" height="9" clip-path="URL( 'https://blorptang.example' )"/>""", "url(...)")]
    [InlineData("""<path d="M0 0L5"/>""", "cannot be read")]
    [InlineData("""<path d="blorptang"/>""", "cannot be read")]
    [InlineData("""<path d="M0 0L1e99 1"/>""", "cannot be read")]
    [InlineData("""<polygon points="1 2 3"/>""", "cannot be read")]
    [InlineData("""<polygon points="1 2 3 blorptang"/>""", "cannot be read")]
    [InlineData("""<rect width="50%" height="9"/>""", "cannot be read")]
    [InlineData("""<rect width="-1" height="9"/>""", "cannot be read")]
    [InlineData("""<circle r="1e7"/>""", "cannot be read")]
    [InlineData("""<g transform="scale(99999)"><g transform="scale(99999)"><circle r="99999"/></g></g>""", "cannot be read")]
    [InlineData("""<rect width="9" height="9" """, "broken")]
    public void Other_strange_things_are_refused_in_plain_words(string strange, string reason)
    {
        var said = Refusal(PartnerMarkTests.Svg(Shape + strange));

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("blorptang", said, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&c;</title></svg>""", "DOCTYPE")]
    [InlineData("""<!DOCTYPE svg SYSTEM "https://blorptang.example/svg.dtd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>""", "DOCTYPE")]
    [InlineData("""<?xml-stylesheet href="https://blorptang.example/a.css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>""", "not a plain shape")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>""", "says no size")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"><rect width="9" height="9"/></svg>""", "cannot be read")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"><rect width="9" height="9"/></svg>""", "cannot be read")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9"><rect width="9" height="9"/></svg>""", "cannot be read")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 61 10"><rect width="9" height="9"/></svg>""", "six times")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="10" height="61px"><rect width="9" height="9"/></svg>""", "six times")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>""", "draws nothing")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect x="10" width="9" height="9"/><rect width="9" height="9" fill="none"/></svg>""", "draws nothing")]
    [InlineData("""<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>""", "not a plain shape")]
    [InlineData("""<html/>""", "not a plain shape")]
    public void A_document_that_is_not_a_mark_is_refused(string document, string reason)
    {
        var said = Refusal(PartnerMarkTests.Text(document));

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("blorptang", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Too_many_shapes_and_groups_too_deep_are_refused()
    {
        var many = string.Concat(Enumerable.Repeat(Shape, SvgMark.MostShapes));
        var deep = string.Concat(Enumerable.Repeat("<g>", 20_000)) + Shape + string.Concat(Enumerable.Repeat("</g>", 20_000));

        using var most = PartnerMark.Read(Kept(PartnerMarkTests.Svg(many)));

        Assert.Equal(SvgMark.MostShapes, most.Shapes.Count);
        Assert.Contains("500 shapes", Refusal(PartnerMarkTests.Svg(many + Shape)), StringComparison.Ordinal);
        Assert.Contains("too deep", Refusal(PartnerMarkTests.Svg(deep)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_not_in_utf8_is_refused()
    {
        byte[] latin = [.. PartnerMarkTests.Svg(Shape).Take(20), 0xE9, .. PartnerMarkTests.Svg(Shape).Skip(20)];

        var said = Refusal(latin);

        Assert.Contains("UTF-8", said, StringComparison.Ordinal);
    }

    private string Refusal(byte[] bytes) => Assert.Throws<PartnerMarkException>(() => PartnerMark.Read(Kept(bytes)).Dispose()).Message;

    private string Kept(byte[] bytes)
    {
        var path = Path.Combine(folder, "mark");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
