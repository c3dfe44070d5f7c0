using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>The rows of a picture in 24 bits.</summary>
internal static class TrueColourRows
{
    private const byte Sub = 1, Up = 2;
    private const int Channels = 3;

    public static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 3 };

    public static void Write(Stream to, ReadOnlySpan<uint> pixels, int width)
    {
        var length = Channels * width;
        // A pixel of zeros stands before each row, so that the first pixel has one to its left.
        var (row, above) = (new byte[Channels + length], new byte[Channels + length]);
        var (beside, below) = (new byte[1 + length], new byte[1 + length]);
        (beside[0], below[0]) = (Sub, Up);
        for (; !pixels.IsEmpty; pixels = pixels[width..])
        {
            Take(MemoryMarshal.AsBytes(pixels[..width]), row.AsSpan(Channels));
            var fromLeft = Differ(row.AsSpan(Channels), row, beside.AsSpan(1));
            var fromAbove = Differ(row.AsSpan(Channels), above.AsSpan(Channels), below.AsSpan(1));
            to.Write(fromLeft < fromAbove ? beside : below);
            (row, above) = (above, row);
        }
    }

    private static void Take(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        for (var (from, to) = (0, 0); from < rgba.Length; (from, to) = (from + 4, to + Channels))
            (rgb[to], rgb[to + 1], rgb[to + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);
    }

    // The smaller the differences, the less there is to deflate.
    private static long Differ(ReadOnlySpan<byte> row, ReadOnlySpan<byte> from, Span<byte> to)
    {
        var sum = 0L;
        for (var n = 0; n < row.Length; n++)
        {
            to[n] = (byte)(row[n] - from[n]);
            sum += Math.Abs((int)(sbyte)to[n]);
        }
        return sum;
    }
}
