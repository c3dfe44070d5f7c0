using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Tables;

/// <summary>Counts of a whole table, all levels, that add up. A structural zero cannot be anything but 0, and everybody knows that.</summary>
internal sealed class CountTable
{
    /// <summary>Sums up to here are exact in the solvers' floating point, with room for their tolerance.</summary>
    public const long MostOfACount = 1_000_000_000;

    private readonly ImmutableArray<long> _values;
    private readonly ImmutableArray<bool> _structural;

    private CountTable(TableShape shape, ImmutableArray<long> values, ImmutableArray<bool> structural) => (Shape, _values, _structural) = (shape, values, structural);

    public TableShape Shape { get; }

    public long this[int cell] => _values[cell];

    public bool IsStructuralZero(int cell) => _structural[cell];

    /// <param name="values">Of every cell, by index.</param>
    /// <param name="structuralZeros">Cells of any level; what follows from them (parts of such a total, totals of such parts alone) follows.</param>
    /// <exception cref="ArgumentException">A count is negative or too large, a structural zero is not 0, or a total is not the sum of its parts; the first such relation is named.</exception>
    public static CountTable Of(TableShape shape, IReadOnlyList<long> values, params IReadOnlyCollection<int> structuralZeros)
    {
        if (values.Count != shape.CellCount)
            throw new ArgumentException($"The table has {shape.CellCount} cells, and {values.Count} values are given.", nameof(values));
        for (var cell = 0; cell < values.Count; cell++)
        {
            if (values[cell] is < 0 or > MostOfACount)
                throw new ArgumentException($"'{shape.NameOf(cell)}' is {values[cell]}; a count is from 0 to {MostOfACount}.", nameof(values));
        }

        foreach (var relation in shape.Relations)
        {
            var sum = relation.Parts.Sum(part => values[part]);
            if (sum != values[relation.Total])
                throw new ArgumentException($"'{shape.NameOf(relation.Total)}' is {values[relation.Total]}, and its parts add up to {sum}: {string.Join("; ", relation.Parts.Take(3).Select(shape.NameOf))}{(relation.Parts.Length > 3 ? "; ..." : "")}.", nameof(values));
        }

        var structural = StructuralZeros.FollowingFrom(shape, structuralZeros);
        var wrong = Enumerable.Range(0, shape.CellCount).FirstOrDefault(cell => structural[cell] && values[cell] != 0, -1);
        return wrong < 0
            ? new(shape, [.. values], structural)
            : throw new ArgumentException($"'{shape.NameOf(wrong)}' is {values[wrong]}, but nothing can be counted there.", nameof(structuralZeros));
    }

    /// <summary>Totals are computed.</summary>
    /// <param name="values">Of base cells; one that is not named is 0.</param>
    public static CountTable OfBase(TableShape shape, IReadOnlyDictionary<int, long> values, params IReadOnlyCollection<int> structuralZeros)
    {
        var all = new long[shape.CellCount];
        foreach (var (cell, value) in values)
        {
            if (cell < 0 || cell >= shape.CellCount || !shape.IsBase(cell))
                throw new ArgumentException($"{cell} is not a base cell.", nameof(values));
            if (value is < 0 or > MostOfACount)
                throw new ArgumentException($"'{shape.NameOf(cell)}' is {value}; a count is from 0 to {MostOfACount}.", nameof(values));
            foreach (var counting in shape.CountedIn(cell))
                all[counting] += value;
        }

        return Of(shape, all, structuralZeros);
    }
}
