using System.Buffers.Binary;
using System.Text;
using Cairn.Say.Posters.Output.Png;
using Cairn.Say.Posters.Partners;
using SkiaSharp;

namespace Cairn.Tests.Say.Posters;

public sealed class PartnerMarkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-mark-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_picture_is_read_with_its_size_and_its_colours()
    {
        var png = Png(400, 200, canvas =>
        {
            canvas.DrawRect(0, 0, 300, 200, Ink("#003366"));
            canvas.DrawRect(300, 0, 100, 160, Ink("#ffcc00"));
            canvas.DrawRect(300, 160, 30, 40, Ink("#ff0000"));
        });

        using var mark = PartnerMark.Read(Kept(png));

        Assert.Equal((400, 200, 400, 200), (mark.Width, mark.Height, mark.Picture!.Width, mark.Picture.Height));
        Assert.Empty(mark.Shapes);
        Assert.Equal(["#003366", "#ffcc00"], mark.Colours);
    }

    [Fact]
    public void What_is_not_opaque_does_not_count_among_the_colours()
    {
        var png = Png(400, 400, canvas =>
        {
            canvas.DrawRect(0, 0, 400, 400, Ink("#40ff0000"));
            canvas.DrawRect(100, 100, 100, 100, Ink("#336699"));
        });

        using var mark = PartnerMark.Read(Kept(png));

        Assert.Equal(["#336699"], mark.Colours);
        Assert.Equal(1, mark.Shares[0].Share);
    }

    [Fact]
    public void Shapes_are_read_where_their_groups_put_them()
    {
        var svg = Svg("""
            <title>A mark</title><desc>Whose</desc><metadata><anything xmlns="urn:x" onload="1"/></metadata><defs/>
            <rect x="10" y="20" width="20" height="10" fill="#036"/>
            <g transform="translate(100, 50) scale(2)" fill="red"><circle cx="5" cy="5" r="5"/><path d="M10 0h5v5h-5z" fill="#00ff00"/></g>
            <ellipse cx="150" cy="20" rx="10" ry="5" transform="rotate(90 150 20)"/>
            <polygon points="0,0 10,0 10,10" transform="matrix(1 0 0 1 60 60)"/>
            <polyline points="0 90 10 90 10 100" fill="none" stroke="blue" stroke-width="2"/>
            """);

        using var mark = PartnerMark.Read(Kept(svg));

        Assert.Null(mark.Picture);
        Assert.Equal((200, 100), (mark.Width, mark.Height));
        Assert.Equal(["#003366", "#ff0000", "#00ff00", "#000000", "#000000", "#0000ff"], mark.Shapes.Select(s => s.Fill));
        Assert.Equal(new SKRect(10, 20, 30, 30), mark.Shapes[0].Outline.Bounds);
        Assert.Equal(new SKRect(100, 50, 120, 70), mark.Shapes[1].Outline.Bounds);
        Assert.Equal(new SKRect(120, 50, 130, 60), mark.Shapes[2].Outline.Bounds);
        Assert.Equal(new SKRect(145, 10, 155, 30), Rounded(mark.Shapes[3].Outline.Bounds));
        Assert.Equal(new SKRect(60, 60, 70, 70), mark.Shapes[4].Outline.Bounds);
        Assert.True(mark.Shapes[5].Outline.Contains(5, 90.5f));
        Assert.False(mark.Shapes[5].Outline.Contains(8, 95));
    }

    [Fact]
    public void A_view_box_that_begins_elsewhere_is_moved_to_the_corner()
    {
        var svg = Text("""<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm" viewBox="-50,-50 100 100"><path d="M-50-50h100v100h-100z"/></svg>""");

        using var mark = PartnerMark.Read(Kept(svg));

        Assert.Equal(new SKRect(0, 0, 100, 100), mark.Shapes[0].Outline.Bounds);
    }

    [Fact]
    public void A_hole_in_a_shape_stays_a_hole()
    {
        var svg = Svg("""<path fill="#000" fill-rule="evenodd" d="M0 0h100v100h-100zM25 25h50v50h-50z"/>""");
        using var bitmap = new SKBitmap(200, 100);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);

        using var mark = PartnerMark.Read(Kept(svg));
        mark.Draw(canvas, new SKRect(0, 0, 200, 100));

        Assert.Equal((SKColors.Black, SKColors.White), (bitmap.GetPixel(10, 10), bitmap.GetPixel(50, 50)));
    }

    [Fact]
    public void A_mark_is_drawn_in_the_middle_and_never_outside_of_its_sides()
    {
        var svg = Svg("""<rect x="-500" y="-500" width="2000" height="2000" fill="red"/>""");
        using var bitmap = new SKBitmap(200, 200);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);

        using var mark = PartnerMark.Read(Kept(svg));
        mark.Draw(canvas, new SKRect(0, 0, 200, 200));

        Assert.Equal((SKColors.White, SKColors.Red, SKColors.White), (bitmap.GetPixel(100, 45), bitmap.GetPixel(100, 100), bitmap.GetPixel(100, 155)));
    }

    [Fact]
    public void Contrast_counts_the_best_colour_that_is_large_enough_to_be_seen()
    {
        // White covers 4 %, black 6 %, and the rest is a blue.
        var svg = Svg("""<rect width="200" height="100" fill="#0000ff"/><rect width="8" height="100" fill="white"/><rect x="100" width="12" height="100"/>""");

        using var mark = PartnerMark.Read(Kept(svg));

        Assert.Equal(["#0000ff", "#000000", "#ffffff"], mark.Colours);
        Assert.Equal(21, mark.ContrastOn("#ffffff"), 2);
        Assert.Equal(8.59, Math.Round(Cairn.Say.Packs.Checking.Contrast.Between("#0000ff", "#ffffff"), 2));
        Assert.Equal(2.44, Math.Round(mark.ContrastOn("#000000"), 2));
    }

    [Fact]
    public void A_picture_of_a_hundred_megapixels_is_refused_from_its_header()
    {
        var header = Header(10000, 10000);

        var said = Refusal(header);

        Assert.Contains("more than 4096 pixels", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, 199, "fewer than 200 pixels")]
    [InlineData(4097, 1000, "more than 4096 pixels")]
    [InlineData(1300, 200, "six times")]
    [InlineData(0, 300, "broken or cut")]
    [InlineData(300, 300, "broken or cut")]
    public void A_picture_is_judged_by_its_header(uint width, uint height, string reason)
    {
        var header = Header(width, height);

        var said = Refusal(header);

        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_picture_is_refused_wherever_it_was_cut()
    {
        var png = Png(300, 300, canvas => canvas.DrawCircle(150, 150, 100, Ink("#336699")));

        var said = Enumerable.Range(8, png.Length - 8).Where(n => n % 37 == 0 || n > png.Length - 14).Select(n => Refusal(png[..n])).Distinct();

        Assert.Equal(["The mark's PNG is broken or cut; save it again and send it whole."], said);
    }

    [Fact]
    public void A_picture_with_one_wrong_byte_or_something_behind_it_is_refused()
    {
        var png = Png(300, 300, canvas => canvas.DrawCircle(150, 150, 100, Ink("#336699")));
        var wrong = png.ToArray();
        wrong[png.Length / 2] ^= 1;

        string[] said = [Refusal(wrong), Refusal([.. png, 0])];

        Assert.All(said, s => Assert.Contains("broken or cut", s, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_with_nothing_opaque_is_refused()
    {
        var png = Png(300, 300, canvas => canvas.DrawCircle(150, 150, 100, Ink("#80336699")));

        var said = Refusal(png);

        Assert.Contains("no area of one opaque colour", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        var png = Png(300, 300, canvas => canvas.Clear(SKColors.Red));

        var (large, largeSvg) = (Refusal([.. png, .. new byte[4 * 1024 * 1024]]), Refusal([.. Svg("<rect width='9' height='9'/>"), .. Text(new string(' ', 256 * 1024))]));

        Assert.Contains("4 MB", large, StringComparison.Ordinal);
        Assert.Contains("256 kB", largeSvg, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_and_an_empty_file_are_refused()
    {
        var random = new Random(3);
        var noise = Enumerable.Range(0, 50).Select(_ => new byte[random.Next(1, 3000)]).ToList();
        noise.ForEach(random.NextBytes);

        var said = noise.Select(n => Refusal(n)).Distinct();

        Assert.Equal(["The mark is neither a PNG nor an SVG in UTF-8; save it as one of these."], said);
        Assert.Contains("empty", Refusal([]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_refused()
    {
        string[] missing = [Path.Combine(folder, "none.svg"), Path.Combine(folder, "nowhere", "none.png")];

        var said = missing.Select(m => Assert.Throws<PartnerMarkException>(() => PartnerMark.Read(m)).Message);

        Assert.All(said, s => Assert.Equal("There is no file of the mark at that place; check where it is.", s));
        Assert.Contains("not a folder", Assert.Throws<PartnerMarkException>(() => PartnerMark.Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("not a folder", Assert.Throws<PartnerMarkException>(() => PartnerMark.Read("")).Message, StringComparison.Ordinal);
    }

    internal static byte[] Svg(string inside) => Text($"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">{inside}</svg>""");

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Png(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        draw(canvas);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    private static SKPaint Ink(string colour) => new() { Color = SKColor.Parse(colour) };

    // A whole header and nothing after it: who decodes it finds no picture.
    private static byte[] Header(uint width, uint height)
    {
        byte[] header = [.. FlatPng.Encode(new byte[4], 1, 1).AsSpan(0, 33)];
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(29), PngCheck.Of(header.AsSpan(12, 17)));
        return header;
    }

    private static SKRect Rounded(SKRect rect) => new(MathF.Round(rect.Left, 3), MathF.Round(rect.Top, 3), MathF.Round(rect.Right, 3), MathF.Round(rect.Bottom, 3));

    private string Kept(byte[] bytes)
    {
        var path = Path.Combine(folder, "mark");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Refusal(byte[] bytes) => Assert.Throws<PartnerMarkException>(() => PartnerMark.Read(Kept(bytes))).Message;
}
