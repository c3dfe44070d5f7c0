using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Rendering;
using SkiaSharp;
using ZXing;
using ZXing.Common;

namespace Cairn.Tests.Say.Posters;

public sealed class CodeTests
{
    [Fact]
    public void The_code_of_one_artwork_of_each_layout_reads_as_its_placement_in_every_format()
    {
        var posters = Posters.All().Where(p => p.Job.Language.Code is "en" or "ur" && p.Job.Artwork.Id is "one-click" or "a-way-to-stop" or "is-your-friend-scared" or "one-number").ToList();

        var unread = posters.Where(Unread).Select(p => p.Job.File);

        Assert.Empty(unread);
        Assert.True(posters.Sum(p => p.Drawing.Codes.Count) > 40);
    }

    [Fact, Trait("Category", "Nightly")]
    public void Every_code_in_every_picture_reads_as_its_placement()
    {
        var (codes, unread) = (0, new List<string>());

        foreach (var poster in Posters.All())
        {
            codes += poster.Drawing.Codes.Count;
            if (Unread(poster))
                unread.Add(poster.Job.File);
        }

        Assert.Empty(unread);
        Console.WriteLine($"> {codes} codes read back");
    }

    [Fact]
    public void Every_code_has_four_blank_modules_around_it()
    {
        var posters = Posters.All().Where(p => p.Job.Language.Code == "en").ToList();

        foreach (var poster in posters)
        {
            using var picture = Posters.Pixels(poster.Drawing);
            foreach (var code in poster.Drawing.Codes)
            {
                var quiet = (float)(QrCode.Quiet * code.Module) - 1;
                var around = new SKRect(code.Where.Left - quiet, code.Where.Top - quiet, code.Where.Right + quiet, code.Where.Bottom + quiet);
                Assert.True(Edge(around).All(p => picture.GetPixel(p.X, p.Y) == SKColors.White), poster.Job.File);
            }
        }
    }

    [Fact]
    public void A_code_is_on_every_format_that_takes_one()
    {
        var posters = Posters.All().ToList();

        Assert.All(posters, p => Assert.Equal(p.Job.Format.Code ? 1 : 0, p.Drawing.Codes.Count));
        Assert.All(posters.Where(p => p.Job.Format.Print), p => Assert.All(p.Drawing.Codes, c => Assert.True((c.Where.Width + 8 * c.Module) / PosterFormat.PointsPerMillimetre >= 19.9, p.Job.File)));
    }

    private static bool Unread(ComposedPoster poster)
    {
        if (poster.Drawing.Codes is not [var code])
            return false;
        // Paper at 288 dots an inch; a phone sees more.
        var scale = poster.Job.Format.Print ? 4 : 1;
        using var picture = Posters.Pixels(poster.Drawing, scale);
        // As somebody holds a phone to it: the code, and as much again around it.
        var half = code.Where.Width * scale / 2;
        var seen = SKRectI.Intersect(SKRectI.Round(new(code.Where.Left * scale - half, code.Where.Top * scale - half, code.Where.Right * scale + half, code.Where.Bottom * scale + half)), new(0, 0, picture.Width, picture.Height));
        using var part = new SKBitmap(seen.Width, seen.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(part))
            canvas.DrawBitmap(picture, -seen.Left, -seen.Top, SKSamplingOptions.Default, null);
        var reader = new BarcodeReaderGeneric { Options = new DecodingOptions { PossibleFormats = [BarcodeFormat.QR_CODE], TryHarder = true } };
        var read = reader.Decode(new RGBLuminanceSource(part.Bytes, part.Width, part.Height, RGBLuminanceSource.BitmapFormat.RGBA32));
        return read?.Text != code.Address || !code.Address.EndsWith("/a/" + poster.Job.Artwork.CodeOn(poster.Job.Format), StringComparison.Ordinal);
    }

    private static IEnumerable<SKPointI> Edge(SKRect around)
    {
        for (var x = (int)around.Left + 1; x < (int)around.Right; x++)
        {
            yield return new(x, (int)around.Top + 1);
            yield return new(x, (int)around.Bottom - 1);
        }

        for (var y = (int)around.Top + 1; y < (int)around.Bottom; y++)
        {
            yield return new((int)around.Left + 1, y);
            yield return new((int)around.Right - 1, y);
        }
    }
}
