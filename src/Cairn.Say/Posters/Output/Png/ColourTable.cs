using System.Numerics;
using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>The colours of a picture in the order in which they first appear, each with its number. Open-addressed on the pixel's 32 bits.</summary>
internal sealed class ColourTable
{
    /// <summary>Artwork with sixteen pairs of colours that blend into each other has fewer; a photograph soon has more.</summary>
    public const int Most = 4096;

    // Twice as many places as colours: a search ends after one or two steps.
    private const int Places = 2 * Most;
    private static readonly int Shift = 32 - BitOperations.Log2(Places);

    // The pixel above, its number and one below: zero is an empty place, whatever the pixel.
    private readonly ulong[] places = new ulong[Places];
    private readonly List<uint> colours = new(256);

    public ReadOnlySpan<uint> Colours => CollectionsMarshal.AsSpan(colours);

    /// <returns>The colour's number from 0, or -1 when there are more than <see cref="Most"/>.</returns>
    public int NumberOf(uint pixel)
    {
        var at = (int)((pixel * 0x9E3779B1u) >> Shift);
        while (true)
        {
            var place = places[at];
            if (place == 0)
                return Add(pixel, at);
            if ((uint)(place >> 32) == pixel)
                return (int)(uint)place - 1;
            at = (at + 1) & (Places - 1);
        }
    }

    private int Add(uint pixel, int at)
    {
        if (colours.Count == Most)
            return -1;
        colours.Add(pixel);
        places[at] = ((ulong)pixel << 32) | (uint)colours.Count;
        return colours.Count - 1;
    }
}
