using Cairn.Say.Packs.Approval.Differences;
using CsCheck;

namespace Cairn.Tests.Say.Packs.Approval.Differences;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("You can stop today.", "You can stop now.", "You can stop [today].", "You can stop {now}.")]
    [InlineData("Call us.", "Call us!", "Call us[.]", "Call us{!}")]
    [InlineData("آج ہی رک سکتے ہیں۔", "ابھی رک سکتے ہیں۔", "[آج ہی] رک سکتے ہیں۔", "{ابھی} رک سکتے ہیں۔")]
    [InlineData("Tha cuideachadh ann.", "Tha cuideachadh ann an-dràsta.", "Tha cuideachadh ann.", "Tha cuideachadh ann{ an-dràsta}.")]
    [InlineData("", "New words.", "", "{New words.}")]
    [InlineData("Old words.", "", "[Old words.]", "")]
    public void The_words_that_changed_are_marked_and_no_others(string before, string after, string old, string fresh)
    {
        var (was, now) = WordDiff.Between(before, after);

        Assert.Equal((old, fresh), (Written(was), Written(now)));
    }

    [Fact]
    public void A_long_stretch_that_stayed_is_cut_so_that_the_change_is_found()
    {
        var long_text = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"blorptang{i}"));

        var (_, now) = WordDiff.Between($"{long_text} one {long_text}", $"{long_text} two {long_text}");

        Assert.Contains("blorptang199 {two} blorptang0", Written(now), StringComparison.Ordinal);
        Assert.StartsWith(" … blorptang", Written(now), StringComparison.Ordinal);
        Assert.EndsWith(" … ", Written(now), StringComparison.Ordinal);
        Assert.True(Written(now).Split(' ').Length < 40);
    }

    [Fact]
    public void Whole_both_sides_are_the_texts_themselves()
    {
        var text = Gen.OneOf(Gen.Const("ab"), Gen.Const(" "), Gen.Const("."), Gen.Const("گھر"), Gen.Const("\n"), Gen.Const("c'd")).List[0, 30].Select(string.Concat);

        text.Select(text).Sample((before, after) =>
        {
            var (was, now) = WordDiff.Between(before, after, whole: true);
            return string.Concat(was.Select(s => s.Text)) == before && string.Concat(now.Select(s => s.Text)) == after
                && string.Concat(was.Where(s => s.Fate == Fate.Same).Select(s => s.Text)) == string.Concat(now.Where(s => s.Fate == Fate.Same).Select(s => s.Text));
        }, iter: 500);
    }

    private static string Written(IReadOnlyList<Stretch> stretches) => string.Concat(stretches.Select(s => s.Fate switch
    {
        Fate.Gone => $"[{s.Text}]",
        Fate.New => $"{{{s.Text}}}",
        _ => s.Text,
    }));
}
