using Cairn.Foundation.Text;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Layouts;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

/// <summary>Lines end where a reader would pause.</summary>
public sealed class LineBreakTests
{
    [Theory]
    [InlineData("Chan e mo charaid-sa a th' annaibh", "charaid-sa")]
    [InlineData("Tha e an-asgaidh an-dràsta fhèin", "an-asgaidh", "an-dràsta")]
    [InlineData("plant gam-drin heddiw", "gam-drin")]
    public void A_short_word_with_a_hyphen_is_one_word(string text, params string[] words)
    {
        var pieces = WordBreaks.Of(text).Select(w => text.Substring(w.Start, w.Length)).ToList();

        Assert.All(words, w => Assert.Contains(w, pieces));
    }

    [Theory]
    [InlineData("Zintel: seen on 23 November 2026 at zintel.invalid, not confirmed", "23|November|2026")]
    [InlineData("Zintel: widziano 23 listopada 2026 na stronie", "23|listopada|2026")]
    [InlineData("Demonstration. Not run by Police Scotland or Stop It Now.", "Police|Scotland")]
    [InlineData("Talk to the Children First support line.", "Children|First")]
    public void A_date_and_a_name_stay_on_one_line_where_there_is_room_for_it(string text, string together)
    {
        var shaped = new Lettering().Shape(text, Language.English, Weight.Regular);
        var parts = together.Split('|');
        var words = text.Split(' ');
        var first = Array.IndexOf(words, parts[0]);
        var needs = shaped.Words.Skip(first).Take(parts.Length).Sum(w => w.Advance + w.Gap);

        for (var width = Math.Max(needs, shaped.Words.Max(w => w.Advance)) * 1.6; width < 40; width += 0.5)
        {
            var lines = LineBreaks.Of(shaped.Words, width, whole: true)!;
            var ends = lines.Select(l => l.First + l.Count - 1).ToHashSet();
            Assert.DoesNotContain(Enumerable.Range(first, parts.Length - 1), ends.Contains);
        }
    }

    [Theory]
    [InlineData("You tell. They listen.", "You tell.|They listen.")]
    [InlineData("Stop. Don't pay. Keep it. Tell.", "Stop.|Don’t pay.|Keep it.|Tell.")]
    [InlineData("Start with \"I'm glad you told me.\"", "Start with|“I’m glad|you told me.”")]
    public void A_heading_breaks_between_its_sentences_and_before_what_is_quoted(string text, string wanted)
    {
        var format = PosterFormat.Named("story")!;
        var block = new LayoutText(new Lettering(), new Sheet(format, rightToLeft: false, SKColors.White), Language.English).Heading("headline", text, 170, 60, 918, 800);

        var words = WordBreaks.Of(block.Text.Text).Select(w => block.Text.Text.Substring(w.Start, w.Length)).ToList();
        Assert.Equal(wanted.Split('|'), block.Lines.Select(l => string.Join(' ', words.Skip(l.First).Take(l.Count))));
    }

    [Theory]
    [InlineData("Don't pay.", "Don’t pay.")]
    [InlineData("Say \"It is not your fault.\" Say \"I will.\"", "Say “It is not your fault.” Say “I will.”")]
    [InlineData("'S ann leibhse", "’S ann leibhse")]
    [InlineData("„Dobrze”", "„Dobrze”")]
    [InlineData("23%", "23%")]
    public void Typed_marks_are_printed_as_a_printer_sets_them(string typed, string printed) => Assert.Equal(printed, Typography.Of(typed));

    [Fact]
    public void Lines_of_nastaliq_are_all_as_far_apart()
    {
        var shaped = new Lettering().Shape("رک جائیں۔ پیسے نہ دیں۔ سنبھال کر رکھیں۔ بتائیں۔", Language.Parse("ur", null), Weight.Heavy);

        var block = TextBlock.At(shaped, 40, 320, 1.04)!;

        var steps = block.Baselines.Zip(block.Baselines.Skip(1), (a, b) => Math.Round(b - a, 6)).Distinct().ToList();
        Assert.True(block.Lines.Count > 2);
        Assert.Single(steps);
    }
}
