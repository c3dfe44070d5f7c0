using System.Runtime.InteropServices;
using Cairn.Say.Posters.Output.Png;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

public sealed class FlatPngTests
{
    private const int Side = 1080;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(16), InlineData(17), InlineData(255), InlineData(256)]
    public void Up_to_256_colours_come_out_exactly(int colours)
    {
        var random = new Random(colours);
        var chosen = Enumerable.Range(0, colours).Select(n => Opaque((uint)random.Next(1 << 16) + ((uint)n << 16))).ToArray();
        var pixels = Picture(101, 67, (x, y) => chosen[(x / 3 * (y / 5)) % colours]);

        var png = FlatPng.Encode(Bytes(pixels), 101, 67);

        Assert.Equal(pixels, Decoded(png, 101, 67));
    }

    [Fact]
    public void A_poster_is_off_by_at_most_seven_and_its_large_colours_and_pure_ones_are_exact()
    {
        using var poster = TestPoster.Draw(Side);
        var pixels = MemoryMarshal.Cast<byte, uint>(poster.GetPixelSpan()).ToArray();
        var common = pixels.CountBy(p => p).Where(p => p.Value > pixels.Length / 1024 || p.Key is 0xFF000000 or 0xFFFFFFFF).Select(p => p.Key).ToHashSet();

        var png = FlatPng.Encode(poster.GetPixelSpan(), Side, Side);

        var decoded = Decoded(png, Side, Side);
        Assert.True(pixels.Distinct().Count() > 256);
        Assert.True(common.Count >= 5);
        Assert.True(Farthest(pixels, decoded) <= NearPalette.Farthest);
        Assert.All(pixels.Zip(decoded).Where(p => common.Contains(p.First)).Distinct(), p => Assert.Equal(p.First, p.Second));
        Assert.Equal((byte)PngColour.Palette, png[25]);
        Assert.True(png.Length <= 64 * 1024, $"{png.Length} bytes");
    }

    [Fact]
    public void A_pure_colour_is_exact_however_little_of_the_picture_it_covers()
    {
        var pixels = Picture(640, 640, (x, y) => y == 320 && x < 8 ? Opaque(Pure(x)) : Opaque((uint)(0x202020 + (x / 2) + (0x100 * (y & 1)))));

        var decoded = Decoded(FlatPng.Encode(Bytes(pixels), 640, 640), 640, 640);

        Assert.Equal(pixels[(320 * 640)..((320 * 640) + 8)], decoded[(320 * 640)..((320 * 640) + 8)]);
        Assert.True(Farthest(pixels, decoded) <= NearPalette.Farthest);
    }

    [Fact]
    public void Noise_is_written_in_24_bits_exactly()
    {
        var random = new Random(7);
        var pixels = Picture(211, 83, (_, _) => Opaque((uint)random.Next(1 << 24)));

        var png = FlatPng.Encode(Bytes(pixels), 211, 83);

        Assert.Equal((byte)PngColour.Rgb, png[25]);
        Assert.Equal(pixels, Decoded(png, 211, 83));
    }

    [Fact]
    public void A_picture_of_few_colours_that_lie_far_apart_is_written_in_24_bits_exactly()
    {
        var pixels = Picture(50, 60, (x, y) => Opaque((uint)((x * 5) | ((y * 4) << 8) | (((x ^ y) & 7) << 21))));

        var png = FlatPng.Encode(Bytes(pixels), 50, 60);

        Assert.Equal((byte)PngColour.Rgb, png[25]);
        Assert.Equal(pixels, Decoded(png, 50, 60));
    }

    [Fact]
    public async Task The_same_picture_gives_the_same_bytes_on_every_thread()
    {
        using var poster = TestPoster.Draw(Side);
        var pixels = poster.GetPixelSpan().ToArray();
        var once = FlatPng.Encode(pixels, Side, Side);

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FlatPng.Encode(pixels, Side, Side), TestContext.Current.CancellationToken)));

        Assert.Equal(once, FlatPng.Encode(pixels, Side, Side));
        Assert.All(again, png => Assert.Equal(once, png));
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, 300), InlineData(300, 1), InlineData(2, 2), InlineData(33, 31), InlineData(FlatPng.LongestSide, 1)]
    public void A_picture_of_any_shape_comes_out_as_it_went_in(int width, int height)
    {
        var pixels = Picture(width, height, (x, y) => Opaque((uint)((x + y) / 9 % 7 * 0x112233)));
        var oneColour = Picture(width, height, (_, _) => Opaque(0x336699));

        var (png, flat) = (FlatPng.Encode(Bytes(pixels), width, height), FlatPng.Encode(Bytes(oneColour), width, height));

        Assert.Equal(pixels, Decoded(png, width, height));
        Assert.Equal(oneColour, Decoded(flat, width, height));
    }

    [Fact]
    public void The_size_on_paper_is_told_only_when_it_is_given()
    {
        var pixel = Bytes(Picture(1, 1, (_, _) => Opaque(0)));

        var (said, unsaid) = (FlatPng.Encode(pixel, 1, 1, dotsPerInch: 300), FlatPng.Encode(pixel, 1, 1));

        // 300 dots in 2.54 cm are 11811 in a metre.
        byte[] dots = [.. "pHYs"u8, 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1];
        Assert.True(said.AsSpan().IndexOf(dots) > 0);
        Assert.Equal(-1, unsaid.AsSpan().IndexOf("pHYs"u8));
        Assert.True(unsaid.AsSpan().IndexOf("sRGB\0"u8) > 0);
    }

    [Theory]
    [InlineData(0, 1, 0), InlineData(1, 0, 0), InlineData(0, 0, 0), InlineData(-1, -1, 4), InlineData(2, 2, 15), InlineData(2, 2, 20), InlineData(65536, 65536, 0), InlineData(FlatPng.LongestSide + 1, 1, 4 * (FlatPng.LongestSide + 1))]
    public void Sides_that_are_nothing_or_do_not_go_with_the_bytes_are_refused(int width, int height, int bytes)
    {
        var rgba = new byte[bytes];

        var encode = () => FlatPng.Encode(rgba, width, height);

        Assert.ThrowsAny<ArgumentException>(encode);
    }

    private static uint Pure(int corner) => (uint)(((corner & 1) * 0xFF) | ((corner >> 1 & 1) * 0xFF00) | ((corner >> 2) * 0xFF0000));

    private static uint Opaque(uint rgb) => 0xFF000000 | rgb;

    private static uint[] Picture(int width, int height, Func<int, int, uint> pixel) =>
        [.. Enumerable.Range(0, width * height).Select(n => pixel(n % width, n / width))];

    private static byte[] Bytes(uint[] pixels) => MemoryMarshal.AsBytes<uint>(pixels).ToArray();

    private static uint[] Decoded(byte[] png, int width, int height)
    {
        using var bitmap = SKBitmap.Decode(png, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Assert.NotNull(bitmap);
        return MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan()).ToArray();
    }

    private static int Farthest(uint[] first, uint[] second) =>
        Bytes(first).Zip(Bytes(second)).Max(b => Math.Abs(b.First - b.Second));
}
