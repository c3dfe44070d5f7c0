using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Tables;

/// <summary>A table as anybody sees it: a value or a blank in each cell. It may come from outside, so nothing says that it adds up.</summary>
internal sealed class PublishedTable
{
    private readonly ImmutableArray<long?> _values;
    private readonly ImmutableArray<bool> _structural;

    /// <param name="values">Of every cell, by index; null is a blank.</param>
    /// <exception cref="ArgumentException">A value is negative or too large, or a structural zero shows something.</exception>
    public PublishedTable(TableShape shape, IReadOnlyList<long?> values, params IReadOnlyCollection<int> structuralZeros)
    {
        if (values.Count != shape.CellCount)
            throw new ArgumentException($"The table has {shape.CellCount} cells, and {values.Count} values are given.", nameof(values));
        _structural = StructuralZeros.FollowingFrom(shape, structuralZeros);
        for (var cell = 0; cell < values.Count; cell++)
        {
            if (values[cell] is < 0 or > CountTable.MostOfACount)
                throw new ArgumentException($"'{shape.NameOf(cell)}' is {values[cell]}; a count is from 0 to {CountTable.MostOfACount}.", nameof(values));
            if (_structural[cell] && values[cell] is > 0)
                throw new ArgumentException($"'{shape.NameOf(cell)}' is {values[cell]}, but nothing can be counted there.", nameof(values));
        }

        (Shape, _values) = (shape, [.. values]);
    }

    public TableShape Shape { get; }

    /// <summary>Null is a blank.</summary>
    public long? this[int cell] => _values[cell];

    public bool IsStructuralZero(int cell) => _structural[cell];

    /// <summary>Everything of <paramref name="table"/> but the cells left blank.</summary>
    public static PublishedTable Of(CountTable table, IReadOnlySet<int> blank) =>
        new(
            table.Shape,
            [.. Enumerable.Range(0, table.Shape.CellCount).Select(cell => blank.Contains(cell) ? (long?)null : table[cell])],
            [.. Enumerable.Range(0, table.Shape.CellCount).Where(table.IsStructuralZero)]);
}
