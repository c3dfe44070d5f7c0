using System.Text;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Matching;
using CsCheck;

namespace Cairn.Tests.Moment.Terms;

/// <summary>Any string of UTF-16, also broken, has an answer; nothing is allocated for it.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
        ["blorp", "tang", " ", "1", "@", "!", "é", "о", "ｂ", "\u200B", "\u0301", "😀", "🇫🇷", "𝓫", "\uD800", "\uDC00", "漢", "ﷺ", "ß", "\0", "\n", "ǆ", "ll", "il1|", "...", "𐐀", "\uFFFF"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(c => new string(c)),
        Gen.Int[0, Pieces.Length - 1].Array[0, 400].Select(p => string.Concat(p.Select(i => Pieces[i]))));

    private static readonly Cairn.Moment.Terms.SealedTerms Terms =
        Lists.Of("blorptang", "blorp tang\taction=block", "tang + blorp", "!tang tang", "漢", "ﷺ", "il1|", "éß blorp tang tang");

    [Fact]
    public void Any_text_is_answered() => Text.Sample(text => { _ = Terms.Match(text); }, iter: 20_000, threads: 1);

    [Fact]
    public void What_is_normal_stays_as_it_is() =>
        Text.Sample(
            text =>
            {
                // One character may stand for eighteen letters and two boundaries, and a stretch has room for five hundred.
                var once = Normal.Form(text.AsSpan(0, Math.Min(text.Length, 20)));

                Assert.Equal(once, Normal.Form(once));
            },
            iter: 10_000, threads: 1);

    [Fact]
    public void A_listed_phrase_is_found_among_any_other_words() =>
        Gen.Select(Text, Text).Sample((before, after) => Assert.True(Terms.Finds($"{before.Replace("tang", "", StringComparison.Ordinal)} \n blorptang \n {after.Replace("tang", "", StringComparison.Ordinal)}")), iter: 5_000, threads: 1);

    [Fact]
    public void The_quick_way_and_the_long_way_read_the_same() =>
        Text.Sample(
            text =>
            {
                var cut = text[..Math.Min(text.Length, 60)];

                // Blanks at the end mean nothing, but make the text too long for the quick way.
                Assert.Equal(Terms.Match(cut), Terms.Match(cut + new string(' ', 10)));
            },
            iter: 20_000, threads: 1);

    [Fact]
    public void A_word_that_a_stretch_cuts_in_two_is_still_one_word() =>
        Assert.All(Enumerable.Range(Scan.Stretch - 20, 40), before => Assert.False(Terms.Finds(string.Concat(Enumerable.Repeat("ab ", before))[..before] + " blorptangible")));

    [Theory]
    [InlineData("blorp\0tang")]
    [InlineData("bl\u0001orp\u001Ftang")]
    public void A_control_character_neither_ends_a_word_nor_begins_one(string text) => Assert.True(Terms.Finds(text));

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(100_000)]
    public void Nothing_is_allocated(int length)
    {
        string[] texts = [.. new[] { "krenn b1orp tang ", "блорп ", "😀 ", "漢字" }.Select(t => string.Concat(Enumerable.Repeat(t, length))[..length])];
        foreach (var text in texts)
            Lists.Large.Match(text);
        // The first rounds compile and the runtime looks at itself.
        for (var warm = 0; warm < 50; warm++)
            Lists.Large.Match(texts[warm % texts.Length]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            Lists.Large.Match(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("bl\uD800orptang")]
    public void Half_a_character_harms_nothing(string text)
    {
        var found = Terms.Finds(text);

        Assert.Equal(text.Contains("orptang", StringComparison.Ordinal), found);
    }

    [Fact]
    public void Every_character_has_a_place_in_the_fold()
    {
        const uint Kinds = Fold.Letter | Fold.Blank | Fold.Punct | Fold.Skip | Fold.Surrogate;

        var without = Enumerable.Range(0, 0x110000).Where(c => System.Numerics.BitOperations.PopCount(FoldTable.Of(c) & Kinds) != 1);

        Assert.Empty(without);
    }

    [Theory]
    [InlineData('Ａ', 'a')]
    [InlineData('а', 'a')]
    [InlineData('Ⓐ', 'a')]
    [InlineData('ᴀ', 'a')]
    [InlineData('ɐ', 'a')]
    [InlineData('Ꭺ', 'a')]
    [InlineData('ο', 'o')]
    [InlineData('օ', 'o')]
    [InlineData('ø', 'o')]
    [InlineData('ł', 'l')]
    [InlineData('ı', 'i')]
    [InlineData('ⁿ', 'n')]
    [InlineData('٣', '3')]
    public void A_letter_that_passes_for_ours_is_ours(char written, char read)
    {
        var entry = FoldTable.Of(written);

        Assert.Equal(read, (char)(entry & 0xFFFF));
    }
}
