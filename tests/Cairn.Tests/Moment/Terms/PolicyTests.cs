namespace Cairn.Tests.Moment.Terms;

/// <summary>Joined, split, digits glued on, mistyped: each of these finds what was hidden, and leaves alone what people write anyway.</summary>
public sealed class PolicyTests
{
    private static readonly string[] Vocabulary =
        ["blorp", "tang", "zint", "vulk", "drem", "skel", "plin", "zont", "glim", "brux", "tolk", "krennel", "ploddim", "farguvel", "wexlorrin", "tildanox", "jembrisk", "morvulaz"];

    private static readonly string[] List =
        [.. Vocabulary.SelectMany((a, i) => Vocabulary.Skip(i + 1).Take(3).Select(b => $"{a} {b}")), "gexolim", "nodrask", "tarp", "in", "foxel", "ne ton"];

    [Theory]
    [InlineData("krennelploddim")]
    [InlineData("buy farguvelwexlorrin now")]
    public void Words_written_as_one_are_found(string text)
    {
        using var terms = Lists.Of(List);

        Assert.True(terms.Finds(text));
    }

    [Theory]
    [InlineData("neton")]
    [InlineData("krennelploddims")]
    [InlineData("xblorptang")]
    public void A_word_that_only_holds_them_or_is_short_is_left_alone(string text)
    {
        using var terms = Lists.Of(List);

        Assert.False(terms.Finds(text));
    }

    [Theory]
    [InlineData("gexo lim")]
    [InlineData("krenn el ploddim")]
    [InlineData("nodr ask")]
    public void A_word_written_as_two_is_found(string text)
    {
        using var terms = Lists.Of(List);

        Assert.True(terms.Finds(text));
    }

    [Theory]
    [InlineData("ta rp")]
    [InlineData("i n")]
    [InlineData("gex the olim")]
    public void Short_words_that_happen_to_make_one_are_left_alone(string text)
    {
        using var terms = Lists.Of(List);

        Assert.False(terms.Finds(text));
    }

    [Theory]
    [InlineData("foxel123", true)]
    [InlineData("7foxel", true)]
    [InlineData("krennel1 ploddim22", true)]
    [InlineData("in5", false)]
    [InlineData("foxel 123 foxela", true)]
    [InlineData("foxela123", false)]
    [InlineData("krennel 5 ploddim", false)]
    public void Digits_glued_to_a_word_are_not_part_of_it(string text, bool matches)
    {
        using var terms = Lists.Of(List);

        Assert.Equal(matches, terms.Finds(text));
    }

    [Theory]
    [InlineData("farguvl wexlorrin")]
    [InlineData("farguvelx wexlorrin")]
    [InlineData("fargxvel wexlorrin")]
    [InlineData("farugvel wexlorrin")]
    [InlineData("farguvel wexlorirn")]
    public void One_letter_wrong_in_a_long_phrase_is_seen_through(string text)
    {
        using var terms = Lists.WithTypos(List);

        Assert.True(terms.Finds(text));
    }

    [Theory]
    [InlineData("fargvl wexlorrin")]
    [InlineData("gexolin")]
    [InlineData("zint")]
    [InlineData("krennel jembrisk")]
    public void Two_letters_or_a_short_word_are_not(string text)
    {
        using var terms = Lists.WithTypos(List);

        Assert.False(terms.Finds(text));
    }
}
