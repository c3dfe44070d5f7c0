using Cairn.Foundation.Text;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Rendering;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

/// <summary>Text fits or is refused; it is never cut.</summary>
public sealed class FitTests
{
    private const int Edge = 2;

    public static TheoryData<string, string> Stress() => new()
    {
        { "en", string.Join(' ', Enumerable.Repeat("blorptang", 60)) },
        { "en", new string('w', 400) },
        { "en", "NOBLORP ZINTEL QUANDRIL FOSTUNG MERBLIT" },
        { "en", "Blorptangzintelquandrilfostungmerblitversicherung ist hier" },
        { "cy", "Llanfairpwllgwyngyllgogerychwyrndrobwlll yma" },
        { "cy", "Llanfairpwllgwyngyllgogerychwyrndrobwlll" },
        { "gd", "Chan eil dad an seo ach facail mhòra fhada agus tuilleadh fhacal às an dèidh" },
        { "pl", "Żółć gęślą jaźń. Zażółć gęślą jaźń!" },
        { "ur", "ایک بہت لمبا جملہ جس میں بہت سے الفاظ ہیں اور جو کئی سطروں میں ٹوٹتا ہے، پھر بھی پورا پڑھا جاتا ہے۔" },
        { "ur", "نستعلیقمیںایکہیلفظجسمیںکوئیخالیجگہنہیںاوربہتلمباہےاورچلتاہیرہتاہے" },
    };

    [Theory, MemberData(nameof(Stress))]
    public void A_hard_text_fits_or_is_refused_in_every_format(string language, string text)
    {
        var (fitted, refused) = (0, 0);

        foreach (var format in PosterFormat.All.Select(f => f.Name).Append("640x360").Append("333x777"))
        {
            var poster = Posters.With("next-click", language, format, c => c with { Headline = text, Short = null });
            if (poster.Drawing.Faults.Count > 0)
                refused++;
            else
            {
                fitted++;
                Assert.True(NothingTouchesTheEdge(poster), poster.Job.File);
                Assert.Contains(text, poster.Drawing.Texts);
            }
        }

        Assert.Equal(PosterFormat.All.Count + 2, fitted + refused);
    }

    [Fact]
    public void No_picture_of_the_campaign_has_ink_at_its_edge()
    {
        var cut = Posters.All().Where(p => !NothingTouchesTheEdge(p)).Select(p => p.Job.File);

        Assert.Empty(cut);
    }

    [Fact]
    public void The_longest_message_of_each_language_fits_on_a_sheet_or_is_refused()
    {
        foreach (var language in Posters.Languages)
        {
            var longest = Posters.Renderer.Contents.Pack.Messages.Select(m => m.Body.In(language)).MaxBy(b => b.Length)!;

            var poster = Posters.With("next-click", language.Code, "a3", c => c with { Headline = longest });

            Assert.True(poster.Drawing.Faults.Count > 0 || NothingTouchesTheEdge(poster));
        }
    }

    [Fact]
    public void A_letter_that_no_font_has_is_refused_and_named()
    {
        var poster = Posters.With("next-click", "en", "square", c => c with { Headline = "Blorp \u0F40 zint" });

        var fault = Assert.Single(poster.Drawing.Faults);

        Assert.Equal(new DrawingFault(DrawingFaultKind.NoGlyph, "headline: U+0F40"), fault);
    }

    [Theory]
    [InlineData("Zintel on 0808 1000 900 or #NotMyFriend today", "0808", "1000")]
    [InlineData("Ask on 116 123, day or night", "116")]
    public void The_groups_of_a_telephone_number_stay_on_one_line(string text, params string[] together)
    {
        var shaped = new Lettering().Shape(text, Language.English, Weight.Heavy);
        var words = text.Split(' ');
        var longest = shaped.Words.Max(w => w.Advance);

        for (var width = longest; width < 40; width += 0.25)
        {
            if (LineBreaks.Of(shaped.Words, width) is not { } lines)
                continue;
            Assert.All(lines, l => Assert.DoesNotContain(words[l.First + l.Count - 1], together));
            Assert.All(lines, l => Assert.True(l.Width <= width + 1e-9));
        }
    }

    [Fact]
    public void Every_picture_of_a_demonstration_says_so_on_its_face()
    {
        foreach (var poster in Posters.All())
        {
            var sentence = Posters.AsPrinted(poster, Posters.Renderer.Contents.Pack.WordsIn(poster.Job.Language).Frame.Demonstration);
            Assert.True(poster.Drawing.Texts.Any(t => t.Contains(sentence, StringComparison.Ordinal)), poster.Job.File);
        }
    }

    [Fact]
    public void A_number_that_nobody_confirmed_says_where_it_was_read()
    {
        foreach (var poster in Posters.All().Where(p => p.Drawing.Numbers.Count > 0))
            Assert.True(poster.Drawing.Texts.Any(t => t.Contains("stopitnow.org.uk", StringComparison.Ordinal) || t.Contains("nspcc.org.uk", StringComparison.Ordinal) || t.Contains("childrenfirst.org.uk", StringComparison.Ordinal)), poster.Job.File);
    }

    // Flat grounds meet the edge; letters and motifs do not.
    private static bool NothingTouchesTheEdge(ComposedPoster poster)
    {
        using var picture = Posters.Pixels(poster.Drawing);
        bool Flat(IEnumerable<SKPointI> points)
        {
            var colours = points.Select(p => picture.GetPixel(p.X, p.Y)).ToList();
            // One change along an edge: where the panel begins.
            return colours.Zip(colours.Skip(1)).Count(pair => pair.First != pair.Second) <= 2;
        }

        var (right, bottom) = (picture.Width - 1, picture.Height - 1);
        return Enumerable.Range(0, Edge).All(d =>
            Flat(Enumerable.Range(0, right).Select(x => new SKPointI(x, d))) && Flat(Enumerable.Range(0, right).Select(x => new SKPointI(x, bottom - 1 - d)))
            && Flat(Enumerable.Range(0, bottom).Select(y => new SKPointI(d, y))) && Flat(Enumerable.Range(0, bottom).Select(y => new SKPointI(right - 1 - d, y))));
    }
}
