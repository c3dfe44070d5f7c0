using Cairn.Say.Packs.Checking;
using Cairn.Say.Packs.Checking.Texts;

namespace Cairn.Tests.Say.Packs.Checking;

public sealed class ReadingAgeTests
{
    [Theory]
    [InlineData("cat", 1)]
    [InlineData("stopped", 1)]
    [InlineData("closed", 1)]
    [InlineData("wanted", 2)]
    [InlineData("houses", 2)]
    [InlineData("picture", 2)]
    [InlineData("trouble", 2)]
    [InlineData("online", 2)]
    [InlineData("someone", 2)]
    [InlineData("helpline", 2)]
    [InlineData("quiet", 2)]
    [InlineData("video", 3)]
    [InlineData("family", 3)]
    [InlineData("children", 2)]
    [InlineData("people", 2)]
    [InlineData("don't", 1)]
    [InlineData("you're", 1)]
    [InlineData("police", 2)]
    [InlineData("organisation", 5)]
    [InlineData("responsible", 4)]
    [InlineData("watching", 2)]
    [InlineData("being", 2)]
    public void Syllables_are_counted_as_they_are_said(string word, int syllables) => Assert.Equal(syllables, ReadingAge.Syllables(word));

    [Fact]
    public void The_formula_is_the_published_one()
    {
        // 3 sentences, 15 words, 15 syllables: 0.39 x 5 + 11.8 x 1 - 15.59 + 5.
        var age = ReadingAge.Of("The cat sat on it. The dog ran to him. We all went up there.");

        Assert.Equal(3.16, age!.Value, 2);
    }

    [Fact]
    public void A_few_words_are_not_judged() => Assert.Null(ReadingAge.Of("Find the right help. Talk to someone."));
}
