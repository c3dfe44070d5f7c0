using System.Text;
using Cairn.Say.Posters.Formats;
using UglyToad.PdfPig;

namespace Cairn.Tests.Say.Posters;

public sealed class PrintTests
{
    private const int MostBytes = 60_000;
    private const double TenthOfAMillimetre = 0.1 * PosterFormat.PointsPerMillimetre;

    [Theory]
    [InlineData("a4", 210, 297)]
    [InlineData("a3", 297, 420)]
    [InlineData("wallet", 85, 55)]
    public void The_boxes_say_where_the_sheet_and_its_bleed_are(string format, double width, double height)
    {
        var bytes = Posters.Of("one-click", "en", format).Write();

        using var pdf = PdfDocument.Open(bytes);
        var page = pdf.GetPage(1);

        var (trim, bleed) = (Box(page, "TrimBox"), Box(page, "BleedBox"));
        Assert.Equal(width * PosterFormat.PointsPerMillimetre, trim[2] - trim[0], TenthOfAMillimetre);
        Assert.Equal(height * PosterFormat.PointsPerMillimetre, trim[3] - trim[1], TenthOfAMillimetre);
        for (var side = 0; side < 4; side++)
            Assert.Equal((side < 2 ? 3 : -3) * PosterFormat.PointsPerMillimetre, trim[side] - bleed[side], TenthOfAMillimetre);
        Assert.True(bleed[0] > 0 && bleed[3] < page.Height);
    }

    [Fact]
    public void Every_sheet_is_small_says_its_language_and_carries_cut_fonts()
    {
        foreach (var poster in Posters.All().Where(p => p.Job.Format.Print && p.Job.Artwork.Id is "one-click" or "found-it" or "one-number" or "a-way-to-stop"))
        {
            var bytes = poster.Write();
            var text = Encoding.Latin1.GetString(bytes);

            Assert.True(bytes.Length <= MostBytes, $"{poster.Job.File}: {bytes.Length}");
            Assert.Contains($"/Lang ({poster.Job.Language.Culture.Name})", text, StringComparison.Ordinal);
            Assert.Contains("/DisplayDocTitle true", text, StringComparison.Ordinal);
            Assert.Matches(@"/FontName /[A-Z]{6}\+", text);
            Assert.Contains("/FontFile2", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Words_of_Latin_script_are_read_back_in_order()
    {
        foreach (var language in new[] { "en", "gd", "cy", "pl" })
        {
            var poster = Posters.Of("one-click", language, "a4");

            using var pdf = PdfDocument.Open(poster.Write());
            var read = string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text));

            foreach (var text in poster.Drawing.Texts)
                Assert.Contains(text, read, StringComparison.Ordinal);
            Assert.Equal(poster.Content.Headline, pdf.Information.Title);
        }
    }

    [Fact]
    public void The_number_is_found_in_the_sheets_of_every_language()
    {
        foreach (var poster in Posters.All().Where(p => p.Job.Format.Print && p.Content.Number is not null))
        {
            using var pdf = PdfDocument.Open(poster.Write());

            var read = string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value)).Replace('\u00A0', ' ');

            Assert.Contains(poster.Content.Number!.Replace(" ", "", StringComparison.Ordinal), read.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static double[] Box(UglyToad.PdfPig.Content.Page page, string name)
    {
        var box = (UglyToad.PdfPig.Tokens.ArrayToken)page.Dictionary.Data[name];
        return [.. box.Data.Cast<UglyToad.PdfPig.Tokens.NumericToken>().Select(n => n.Double)];
    }
}
