using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>The rows of a picture with a palette.</summary>
internal static class PaletteRows
{
    private const byte Up = 2;

    // Measured on posters: 1 saves a fifth of the time and writes half as much again, 4 takes a quarter longer and writes a twentieth less.
    public static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 2 };

    /// <returns>Bits a pixel: 1, 2, 4 or 8. A code of two colours is an eighth of the size in one bit, and written sooner.</returns>
    public static int Depth(int colours) => colours switch { <= 2 => 1, <= 4 => 2, <= 16 => 4, _ => 8 };

    /// <param name="to">Takes the rows, each after its filter.</param>
    /// <param name="runs">The picture.</param>
    /// <param name="entries">The place in the palette of each colour of the picture.</param>
    /// <param name="depth">Bits a pixel.</param>
    public static void Write(Stream to, FlatRuns runs, ReadOnlySpan<byte> entries, int depth)
    {
        var length = (int)((((long)runs.Width * depth) + 7) / 8);
        var pixels = new byte[(8 / depth) * length];
        // The filter stands before each row; "none" is 0.
        var (row, above) = (new byte[1 + length], new byte[1 + length]);
        byte[] changed = [Up, .. new byte[length]];
        byte[] unchanged = [Up, .. new byte[length]];
        foreach (var next in runs.Rows)
        {
            Spread(runs.Of(next), entries, pixels);
            Pack(pixels, row.AsSpan(1), depth);
            to.Write(ChangesLess(row, above, changed, next.Count) ? changed : row);
            for (var time = 1; time < next.Times; time++)
                to.Write(unchanged);
            (row, above) = (above, row);
        }
    }

    // A row in itself repeats what is at the edges of its runs; if fewer of its bytes than that differ from the row above, the difference is shorter.
    private static bool ChangesLess(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> changed, int edges)
    {
        var to = changed[1..];
        Subtract(row[1..], above[1..], to);
        return to.Length - to.Count((byte)0) < edges;
    }

    private static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> to)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(to);
        var now = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        var before = MemoryMarshal.Cast<byte, Vector<byte>>(above);
        for (var n = 0; n < vectors.Length; n++)
            vectors[n] = now[n] - before[n];
        for (var n = vectors.Length * Vector<byte>.Count; n < to.Length; n++)
            to[n] = (byte)(row[n] - above[n]);
    }

    private static void Spread(ReadOnlySpan<uint> runs, ReadOnlySpan<byte> entries, Span<byte> to)
    {
        foreach (var run in runs)
        {
            var length = FlatRuns.Length(run);
            var entry = entries[FlatRuns.Colour(run)];
            if (length == 1)
                to[0] = entry;
            else
                to[..length].Fill(entry);
            to = to[length..];
        }
    }

    // The leftmost pixel lies in the highest bits.
    private static void Pack(ReadOnlySpan<byte> pixels, Span<byte> to, int depth)
    {
        if (depth == 8)
        {
            pixels.CopyTo(to);
            return;
        }
        var each = 8 / depth;
        for (var n = 0; n < to.Length; n++)
        {
            var packed = 0;
            foreach (var entry in pixels.Slice(n * each, each))
                packed = (packed << depth) | entry;
            to[n] = (byte)packed;
        }
    }
}
