using Cairn.Moment.Terms;

namespace Cairn.Tests.Moment.Terms;

public sealed class MatchTests
{
    [Theory]
    [InlineData("blorptang", "looking for BLORPTANG today")]
    [InlineData("blorp tang", "blorp-tang")]
    [InlineData("blorp tang", "blorp   tang!")]
    [InlineData("blörp", "blo\u0308rp")]
    [InlineData("straße zint", "STRASSE zint")]
    [InlineData("блорп", "БЛОРП")]
    [InlineData("漢字", "何漢字何")]
    [InlineData("route66", "on route66")]
    public void The_same_words_match_however_they_are_set(string entry, string text)
    {
        using var terms = Lists.Of(entry);

        var action = terms.Match(text);

        Assert.Equal(TermAction.Warn, action);
    }

    [Theory]
    [InlineData("blorptang", "blorptangy")]
    [InlineData("blorptang", "xblorptang")]
    [InlineData("blorp tang", "blorp")]
    [InlineData("blorp tang", "tang blorp")]
    [InlineData("blorp tang", "blorp the tang")]
    [InlineData("blorp tang", "blorp 123 tang")]
    [InlineData("coco", "сосо")]
    [InlineData("zintel", "1 2 3")]
    public void Other_words_do_not_match(string entry, string text)
    {
        using var terms = Lists.Of(entry);

        var action = terms.Match(text);

        Assert.Equal(TermAction.None, action);
    }

    [Theory]
    [InlineData("bl0rpt@ng")]
    [InlineData("b.l.o.r.p.t.a.n.g")]
    [InlineData("b l o r p t a n g")]
    [InlineData("bl\u200Borp\u00ADtang")]
    [InlineData("ｂｌｏｒｐｔａｎｇ")]
    [InlineData("blоrptаng")]
    [InlineData("bloooorptang")]
    [InlineData("ⓑⓛⓞⓡⓟⓣⓐⓝⓖ")]
    [InlineData("🅱🅻🅾🆁🅿🆃🅰🅽🅶")]
    [InlineData("🇧🇱🇴🇷🇵🇹🇦🇳🇬")]
    [InlineData("𝓫𝓵𝓸𝓻𝓹𝓽𝓪𝓷𝓰")]
    [InlineData("ʙʟᴏʀᴘᴛᴀɴɢ")]
    [InlineData("b😀l😀o😀r😀p😀t😀a😀n😀g")]
    [InlineData("blorptang123")]
    [InlineData("7blorptang")]
    [InlineData("blorp tang")]
    [InlineData("blo rptang")]
    [InlineData("b̶l̶o̶r̶p̶t̶a̶n̶g̶")]
    public void A_disguise_is_seen_through(string text)
    {
        using var terms = Lists.Of("blorptang", "zint vulk");

        var action = terms.Match(text);

        Assert.Equal(TermAction.Warn, action);
    }

    [Fact]
    public void The_strongest_action_of_all_that_match_is_answered()
    {
        using var terms = Lists.Of("blorptang", "zint vulk\taction=block", "drem\taction=warn");

        var (one, both, none) = (terms.Match("blorptang drem"), terms.Match("blorptang zint vulk"), terms.Match("zint"));

        Assert.Equal((TermAction.Warn, TermAction.Block, TermAction.None), (one, both, none));
    }

    [Theory]
    [InlineData("drem of vulk", true)]
    [InlineData("vulk drem", true)]
    [InlineData("vulk vulk", false)]
    [InlineData("vulk", false)]
    [InlineData("skel plin far zont", true)]
    [InlineData("zont skel plin", true)]
    [InlineData("plin skel zont", false)]
    [InlineData("glim and brux and tolk", true)]
    [InlineData("tolk glim", false)]
    public void Parts_match_in_any_order_and_only_together(string text, bool matches)
    {
        using var terms = Lists.Of("vulk + drem", "skel plin + zont", "brux + tolk + glim");

        var found = terms.Finds(text);

        Assert.Equal(matches, found);
    }

    [Theory]
    [InlineData("blorptang", true)]
    [InlineData("the blorptang museum", false)]
    [InlineData("blorptang museum and blorptang", true)]
    [InlineData("museum blorptang", true)]
    [InlineData("drem vulk", true)]
    [InlineData("old drem road to vulk", false)]
    public void An_exception_calms_only_the_match_it_covers(string text, bool matches)
    {
        using var terms = Lists.Of("blorptang", "!blorptang museum", "vulk + drem", "!old drem road");

        var found = terms.Finds(text);

        Assert.Equal(matches, found);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(511)]
    [InlineData(600)]
    [InlineData(10_000)]
    public void A_phrase_is_found_wherever_it_lies_in_a_long_text(int before)
    {
        using var terms = Lists.Of("blorptang zint vulk");
        string[] fillings = ["krenn plodd ", "a ", "x", "é ", "漢", "\n"];

        var found = fillings.Select(f => string.Concat(Enumerable.Repeat(f, before))[..before] + " b l o r p t a n g zint vulk " + string.Concat(Enumerable.Repeat(f, 300)));

        Assert.All(found, text => Assert.True(terms.Finds(text)));
    }
}
