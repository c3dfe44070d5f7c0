using System.Buffers;
using System.Runtime.CompilerServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>A picture as runs of equal pixels; a row that equals the one above is only counted. A poster of a million pixels has some ten thousand runs.</summary>
internal sealed class FlatRuns(int width) : IDisposable
{
    // Below lies the length, which a million needs; above, the number of a colour, of which there are at most 4096.
    private const int LengthBits = 20;
    private const int LengthMask = (1 << LengthBits) - 1;

    private readonly ColourTable table = new();
    private readonly List<Row> rows = [];
    private uint[] runs = ArrayPool<uint>.Shared.Rent(1 << 16);
    private int count;

    /// <summary>Pixels in a row.</summary>
    public int Width => width;

    /// <summary>RGBA as they lie in memory, in the order in which they first appear; a run names one by its place here.</summary>
    public ReadOnlySpan<uint> Colours => table.Colours;

    public IReadOnlyList<Row> Rows => rows;

    /// <returns>False when there are more colours than flat artwork has; what was read until then is of no use.</returns>
    public bool TryRead(ReadOnlySpan<uint> pixels)
    {
        for (var at = 0; at < pixels.Length; at += width)
        {
            var row = pixels.Slice(at, width);
            if (at > 0 && row.SequenceEqual(pixels.Slice(at - width, width)))
                rows[^1] = rows[^1] with { Times = rows[^1].Times + 1 };
            else if (!TryReadRow(row))
                return false;
        }
        return true;
    }

    /// <summary>The runs of a row, from the left.</summary>
    public ReadOnlySpan<uint> Of(Row row) => runs.AsSpan(row.First, row.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Colour(uint run) => (int)(run >> LengthBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(uint run) => (int)(run & LengthMask);

    /// <returns>How many pixels have each of <see cref="Colours"/>.</returns>
    public long[] Count()
    {
        var counts = new long[Colours.Length];
        foreach (var row in rows)
            foreach (var run in Of(row))
                counts[Colour(run)] += (long)Length(run) * row.Times;
        return counts;
    }

    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(runs);
        runs = [];
    }

    private bool TryReadRow(ReadOnlySpan<uint> row)
    {
        var first = count;
        MakeRoom(row.Length);
        var to = runs;
        var next = first;
        while (!row.IsEmpty)
        {
            var pixel = row[0];
            var length = RunOf(pixel, row);
            var number = table.NumberOf(pixel);
            if (number < 0)
                return false;
            to[next++] = ((uint)number << LengthBits) | (uint)length;
            row = row[length..];
        }
        count = next;
        rows.Add(new Row(first, next - first, 1));
        return true;
    }

    // At the edge of a letter the next pixel is another one: looking at it first costs less than starting vectors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RunOf(uint pixel, ReadOnlySpan<uint> row)
    {
        if (row.Length == 1 || row[1] != pixel)
            return 1;
        var end = row.IndexOfAnyExcept(pixel);
        return end < 0 ? row.Length : end;
    }

    private void MakeRoom(int more)
    {
        if (count + more <= runs.Length)
            return;
        var larger = ArrayPool<uint>.Shared.Rent(Math.Max(count + more, 2 * runs.Length));
        runs.AsSpan(0, count).CopyTo(larger);
        ArrayPool<uint>.Shared.Return(runs);
        runs = larger;
    }

    /// <param name="First">The place of its first run.</param>
    /// <param name="Count">How many runs it has.</param>
    /// <param name="Times">How many rows, one below the other, are this one; at least 1.</param>
    internal readonly record struct Row(int First, int Count, int Times);
}
