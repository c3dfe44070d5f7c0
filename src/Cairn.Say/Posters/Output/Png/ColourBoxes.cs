using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>Boxes in the space of colours, none wider than twice what a colour may be off: the middle of a box stands for all that is in it.</summary>
/// <param name="most">How many boxes there may be; a multiple of 32.</param>
/// <param name="off">How far a colour may be from the middle, in each channel, of 255.</param>
internal sealed class ColourBoxes(int most, int off)
{
    // A picture with more colours than entries compares each with all boxes: 32 at a time.
    private readonly byte[] low = new byte[3 * most];
    private readonly byte[] high = new byte[3 * most];
    private readonly bool[] isExact = new bool[most];
    private int count;

    /// <summary>A box of this one colour, into which no other is put.</summary>
    public bool TryAddExact(uint pixel) => TryOpen(pixel, exact: true);

    /// <summary>Puts a colour with one that is near enough, or into the first box with room for it, or into a new one.</summary>
    /// <returns>False when it needs a new one and there may be no more.</returns>
    public bool TryAdd(uint pixel)
    {
        var (r, g, b) = Channels(pixel);
        var (vr, vg, vb) = (Vector256.Create(r), Vector256.Create(g), Vector256.Create(b));
        for (var at = 0; at < count; at += Vector256<byte>.Count)
        {
            var wide = Vector256.Max(Width(vr, at), Vector256.Max(Width(vg, most + at), Width(vb, (2 * most) + at)));
            var fits = Vector256.LessThanOrEqual(wide, Vector256.Create((byte)(2 * off))).ExtractMostSignificantBits();
            for (; fits != 0; fits &= fits - 1)
            {
                var box = at + BitOperations.TrailingZeroCount(fits);
                if (box >= count)
                    break;
                if (TryPut(box, r, g, b))
                    return true;
            }
        }
        return TryOpen(pixel, exact: false);
    }

    /// <summary>Each box becomes its middle; nothing can be put into one after that.</summary>
    public void Close()
    {
        for (var n = 0; n < low.Length; n++)
            low[n] = high[n] = (byte)((low[n] + high[n]) / 2);
    }

    /// <returns>The box whose middle is nearest; of several, the first.</returns>
    public int Nearest(uint pixel)
    {
        var (r, g, b) = Channels(pixel);
        var (vr, vg, vb) = (Vector256.Create(r), Vector256.Create(g), Vector256.Create(b));
        var (nearest, best) = (0, 256);
        for (var at = 0; at < count; at += Vector256<byte>.Count)
        {
            var far = Vector256.Max(Width(vr, at), Vector256.Max(Width(vg, most + at), Width(vb, (2 * most) + at)));
            var nearer = Vector256.LessThan(far, Vector256.Create((byte)Math.Min(best, 255))).ExtractMostSignificantBits();
            for (; nearer != 0; nearer &= nearer - 1)
            {
                var lane = BitOperations.TrailingZeroCount(nearer);
                if (at + lane < count && far[lane] < best)
                    (nearest, best) = (at + lane, far[lane]);
            }
        }
        return nearest;
    }

    /// <returns>The middles as opaque pixels.</returns>
    public uint[] Centres()
    {
        var centres = new uint[count];
        for (var n = 0; n < count; n++)
            centres[n] = MemoryMarshal.Read<uint>([low[n], low[most + n], low[(2 * most) + n], 255]);
        return centres;
    }

    // How wide the boxes from here on would be in one channel with this colour in them.
    private Vector256<byte> Width(Vector256<byte> channel, int at) =>
        Vector256.Max(Vector256.Create(high, at), channel) - Vector256.Min(Vector256.Create(low, at), channel);

    private bool TryPut(int box, byte r, byte g, byte b)
    {
        if (isExact[box])
            return Distance(box, r, g, b) <= off;
        Widen(box, r);
        Widen(most + box, g);
        Widen((2 * most) + box, b);
        return true;
    }

    private int Distance(int box, byte r, byte g, byte b) =>
        Math.Max(Math.Abs(low[box] - r), Math.Max(Math.Abs(low[most + box] - g), Math.Abs(low[(2 * most) + box] - b)));

    private void Widen(int at, byte channel) => (low[at], high[at]) = (Math.Min(low[at], channel), Math.Max(high[at], channel));

    private bool TryOpen(uint pixel, bool exact)
    {
        if (count == most)
            return false;
        var (r, g, b) = Channels(pixel);
        low[count] = high[count] = r;
        low[most + count] = high[most + count] = g;
        low[(2 * most) + count] = high[(2 * most) + count] = b;
        isExact[count++] = exact;
        return true;
    }

    private static (byte R, byte G, byte B) Channels(uint pixel)
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in pixel));
        return (bytes[0], bytes[1], bytes[2]);
    }
}
