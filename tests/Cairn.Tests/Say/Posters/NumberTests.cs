using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Rendering;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

/// <summary>A telephone number that reads backwards sends a frightened person nowhere.</summary>
public sealed class NumberTests
{
    private const double Same = 0.99;

    [Fact]
    public void One_artwork_has_its_number_from_left_to_right_in_every_language_and_format()
    {
        var posters = Posters.All().Where(p => p.Job.Artwork.Id is "next-click" or "a-way-to-stop").ToList();

        var wrong = posters.SelectMany(Wrong).ToList();

        Assert.True(posters.Sum(p => p.Drawing.Numbers.Count) > 80);
        Assert.Empty(wrong);
    }

    [Fact, Trait("Category", "Nightly")]
    public void Every_picture_has_its_numbers_from_left_to_right()
    {
        var (numbers, wrong) = (0, new List<string>());

        foreach (var poster in Posters.All())
        {
            numbers += poster.Drawing.Numbers.Count;
            wrong.AddRange(Wrong(poster));
        }

        Assert.Empty(wrong);
        Console.WriteLine($"> {numbers} numbers on pictures: each as an independent drawing of it, none as its reverse");
    }

    [Fact]
    public void A_format_that_takes_a_number_has_one_and_a_strip_that_is_too_low_has_none()
    {
        var posters = Posters.All().Where(p => p.Content.Number is not null).ToList();

        Assert.All(posters, p => Assert.Equal(p.Job.Format.Number ? 1 : 0, p.Drawing.Numbers.Count));
    }

    private static IEnumerable<string> Wrong(ComposedPoster poster)
    {
        // Paper is looked at as a printer's screen would show it, a small number through a glass.
        foreach (var number in poster.Drawing.Numbers)
        {
            var scale = poster.Job.Format.Print ? 4 : 1;
            using var picture = Posters.Pixels(poster.Drawing, scale);
            var right = Likeness(picture, number, number.Number, scale);
            var reverse = Likeness(picture, number, new string([.. number.Number.Reverse()]), scale);
            var groups = Likeness(picture, number, string.Join(' ', number.Number.Split(' ').Reverse()), scale);
            if (right < Same)
                yield return $"{poster.Job.File}: {right:0.0000} like {number.Number}";
            if (reverse >= Same || (groups >= Same && number.Number.Split(' ').Distinct().Count() > 1))
                yield return $"{poster.Job.File}: as like its reverse";
        }
    }

    // Correlation of the pixels under the number's rectangle with a drawing of the text by Skia alone, which knows nothing of directions.
    private static double Likeness(SKBitmap picture, DrawnNumber number, string text, int scale)
    {
        var ink = number.Ink;
        var area = SKRectI.Intersect(
            new((int)Math.Floor(ink.Left * scale) - 1, (int)Math.Floor(ink.Top * scale) - 1, (int)Math.Ceiling(ink.Right * scale) + 1, (int)Math.Ceiling(ink.Bottom * scale) + 1),
            new(0, 0, picture.Width, picture.Height));
        using var alone = new SKBitmap(picture.Width, area.Bottom, SKColorType.Rgba8888, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(alone))
        using (var paint = new SKPaint { Color = number.Colour, IsAntialias = true })
        using (var file = typeof(DrawnNumber).Assembly.GetManifestResourceStream(number.Font + ".ttf")!)
        using (var typeface = SKTypeface.FromStream(file))
        using (var font = new SKFont(typeface, (float)number.Size) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true, BaselineSnap = false })
        {
            canvas.Clear(number.Ground);
            canvas.Scale(scale);
            canvas.DrawText(text, number.Origin.X, number.Origin.Y, SKTextAlign.Left, font, paint);
        }

        return Correlation(Grey(picture, area), Grey(alone, area));
    }

    private static double[] Grey(SKBitmap bitmap, SKRectI area)
    {
        var grey = new double[area.Width * area.Height];
        for (var y = 0; y < area.Height; y++)
        {
            for (var x = 0; x < area.Width; x++)
            {
                var pixel = bitmap.GetPixel(area.Left + x, area.Top + y);
                grey[y * area.Width + x] = pixel.Red + pixel.Green + pixel.Blue;
            }
        }

        return grey;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (both, ofA, ofB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - meanA) * (b[i] - meanB);
            ofA += (a[i] - meanA) * (a[i] - meanA);
            ofB += (b[i] - meanB) * (b[i] - meanB);
        }

        return ofA == 0 || ofB == 0 ? 0 : both / Math.Sqrt(ofA * ofB);
    }
}
