using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Tables;

/// <summary>A total and the cells that add up to it, by their indexes in a <see cref="TableShape"/>.</summary>
internal readonly record struct Relation(int Total, ImmutableArray<int> Parts);

/// <summary>The cells of a table, of all levels: one for each combination of one code per dimension, and the sums that hold between them.</summary>
/// <remarks>A cell is an index from 0; the last dimension counts fastest, so cell 0 is the grand total.</remarks>
internal sealed class TableShape
{
    public const int MostCells = 10_000;
    public const int MostDimensions = 3;

    private readonly ImmutableArray<int> _stride;

    /// <exception cref="ArgumentException">Not one to three dimensions, two of one name, or more than 10,000 cells.</exception>
    public TableShape(params IReadOnlyList<CodeTree> dimensions)
    {
        if (dimensions.Count is < 1 or > MostDimensions)
            throw new ArgumentException($"A table has one to {MostDimensions} dimensions, not {dimensions.Count}.", nameof(dimensions));
        if (dimensions.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count() != dimensions.Count)
            throw new ArgumentException("Two dimensions have one name.", nameof(dimensions));
        var cells = 1L;
        var strides = new int[dimensions.Count];
        for (var d = dimensions.Count - 1; d >= 0; d--)
        {
            strides[d] = (int)Math.Min(cells, int.MaxValue);
            cells *= dimensions[d].Codes.Length;
            if (cells > MostCells)
                throw new ArgumentException($"The table has more than {MostCells} cells.", nameof(dimensions));
        }

        Dimensions = [.. dimensions];
        _stride = [.. strides];
        CellCount = (int)cells;
        Relations = [.. FindRelations()];
    }

    public ImmutableArray<CodeTree> Dimensions { get; }

    public int CellCount { get; }

    /// <summary>For each dimension, each code with children and each combination of codes of the others: the total is the sum of its parts.</summary>
    public ImmutableArray<Relation> Relations { get; }

    /// <param name="codes">One per dimension, in their order.</param>
    public int CellOf(params IReadOnlyList<string> codes)
    {
        if (codes.Count != Dimensions.Length)
            throw new ArgumentException($"A cell of this table has {Dimensions.Length} codes, not {codes.Count}.", nameof(codes));
        return Dimensions.Select((tree, d) => tree.IndexOf(codes[d]) * _stride[d]).Sum();
    }

    /// <summary>Which code of a dimension the cell has.</summary>
    public int CodeOf(int cell, int dimension) => cell / _stride[dimension] % Dimensions[dimension].Codes.Length;

    /// <summary>The cell with another code in one dimension.</summary>
    public int Moved(int cell, int dimension, int code) => cell + (code - CodeOf(cell, dimension)) * _stride[dimension];

    /// <summary>As a person would read it: "Forth Valley, custody".</summary>
    public string NameOf(int cell) => string.Join(", ", Dimensions.Select((tree, d) => tree.Codes[CodeOf(cell, d)]));

    /// <summary>No cell adds up to this one.</summary>
    public bool IsBase(int cell)
    {
        for (var d = 0; d < Dimensions.Length; d++)
        {
            if (!Dimensions[d].IsBase(CodeOf(cell, d)))
                return false;
        }

        return true;
    }

    /// <summary>How many base cells add up to this one, itself where it is one.</summary>
    public int BaseCellsOf(int cell)
    {
        var count = 1;
        for (var d = 0; d < Dimensions.Length; d++)
            count *= Dimensions[d].SubtreeOf(CodeOf(cell, d)).Count(Dimensions[d].IsBase);
        return count;
    }

    /// <summary>The cells whose codes come each from one set per dimension.</summary>
    public IEnumerable<int> Product(IReadOnlyList<IReadOnlyList<int>> codes)
    {
        IEnumerable<int> cells = [0];
        for (var d = 0; d < Dimensions.Length; d++)
        {
            var (dimension, before) = (d, cells);
            cells = before.SelectMany(cell => codes[dimension].Select(code => cell + code * _stride[dimension]));
        }

        return cells;
    }

    /// <summary>The cell itself and every total that counts it.</summary>
    public IEnumerable<int> CountedIn(int cell) => Product([.. Dimensions.Select((tree, d) => tree.ChainOf(CodeOf(cell, d)).ToList())]);

    private IEnumerable<Relation> FindRelations()
    {
        for (var d = 0; d < Dimensions.Length; d++)
        {
            for (var cell = 0; cell < CellCount; cell++)
            {
                var (total, dimension, code) = (cell, d, CodeOf(cell, d));
                if (!Dimensions[d].IsBase(code))
                    yield return new(cell, [.. Dimensions[d].ChildrenOf(code).Select(child => Moved(total, dimension, child))]);
            }
        }
    }
}
