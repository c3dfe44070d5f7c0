using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>At most 256 colours that stand for all colours of a picture.</summary>
/// <param name="Colours">RGBA as they lie in memory.</param>
/// <param name="Entries">For each colour of the picture, the place in <paramref name="Colours"/> of the one that stands for it.</param>
internal sealed record NearPalette(uint[] Colours, byte[] Entries)
{
    /// <summary>The most by which a channel is off, of 255: nobody sees it in a blend at the edge of a letter.</summary>
    public const int Farthest = 7;

    private const int Size = 256;

    // Ground, letters and modules cover far more of a picture; blends far less.
    private const int LargeShare = 1024;

    // So many large areas are a course of colours, in which bands would show.
    private const int MostLarge = Size / 2;

    private static readonly int[] Tries = [2, 4, Farthest];

    /// <returns>Null when no palette comes near enough to all colours.</returns>
    public static NearPalette? For(FlatRuns runs)
    {
        var colours = runs.Colours;
        if (colours.Length <= Size)
            return new NearPalette(colours.ToArray(), [.. Enumerable.Range(0, colours.Length).Select(n => (byte)n)]);

        var counts = runs.Count();
        var large = counts.Sum() / LargeShare;
        var exact = new List<uint>();
        var blends = new List<uint>();
        for (var n = 0; n < colours.Length; n++)
            (counts[n] > large || IsPure(colours[n]) ? exact : blends).Add(colours[n]);
        if (exact.Count > MostLarge)
            return null;

        // Neighbours on a course from one colour to another come one after the other.
        blends.Sort((a, b) => Key(a).CompareTo(Key(b)));
        foreach (var off in Tries)
        {
            var boxes = new ColourBoxes(Size, off);
            if (exact.TrueForAll(boxes.TryAddExact) && blends.TrueForAll(boxes.TryAdd))
                return Standing(boxes, colours);
        }
        return null;
    }

    private static NearPalette Standing(ColourBoxes boxes, ReadOnlySpan<uint> colours)
    {
        boxes.Close();
        var entries = new byte[colours.Length];
        for (var n = 0; n < entries.Length; n++)
            entries[n] = (byte)boxes.Nearest(colours[n]);
        return new NearPalette(boxes.Centres(), entries);
    }

    // The modules of a code that is read by a machine, however small it stands.
    private static bool IsPure(uint pixel)
    {
        foreach (var channel in MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in pixel))[..3])
            if (channel is not (0 or 255))
                return false;
        return true;
    }

    private static uint Key(uint pixel) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(pixel);
}
