using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>Writes flat artwork (a ground, letters, shapes, a code to scan) as PNG, several times quicker than an encoder made for photographs.</summary>
internal static class FlatPng
{
    /// <summary>Pixels in the longest side that other programs open.</summary>
    public const int LongestSide = 1_000_000;

    /// <summary>
    /// Up to 256 colours come out exactly. Of more, those that cover a thousandth of the picture and the pure ones stay exact and no other is more than
    /// <see cref="NearPalette.Farthest"/> off in any channel; where 256 entries are not enough for that, the picture is written in 24 bits, exactly.
    /// The same pixels always give the same bytes.
    /// </summary>
    /// <param name="rgba">sRGB, four bytes a pixel, rows from the top without padding. All of it counts as opaque.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="dotsPerInch">How large it is on paper; 0 says nothing about that.</param>
    /// <exception cref="ArgumentException">A side is less than one pixel or more than <see cref="LongestSide"/>, or the bytes are not as many as the sides ask for.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> rgba, int width, int height, double dotsPerInch = 0)
    {
        if (width < 1 || height < 1)
            throw new ArgumentException("A picture is at least one pixel wide and one pixel high.", width < 1 ? nameof(width) : nameof(height));
        if (width > LongestSide || height > LongestSide)
            throw new ArgumentException("A side is too long for the programs that open a PNG.", width > LongestSide ? nameof(width) : nameof(height));
        if (rgba.Length != 4L * width * height)
            throw new ArgumentException("A picture of RGBA takes four bytes a pixel and no padding.", nameof(rgba));

        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        using var runs = new FlatRuns(width);
        var palette = runs.TryRead(pixels) ? NearPalette.For(runs) : null;

        var chunks = new PngChunks();
        if (palette is null)
        {
            chunks.Begin(width, height, depth: 8, PngColour.Rgb, dotsPerInch);
            using var data = chunks.Data(TrueColourRows.Level);
            TrueColourRows.Write(data, pixels, width);
        }
        else
        {
            var depth = PaletteRows.Depth(palette.Colours.Length);
            chunks.Begin(width, height, depth, PngColour.Palette, dotsPerInch);
            chunks.Palette(palette.Colours);
            using var data = chunks.Data(PaletteRows.Level);
            PaletteRows.Write(data, runs, palette.Entries, depth);
        }
        return chunks.End();
    }
}
