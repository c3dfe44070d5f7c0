using System.Collections.Immutable;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>The shifts a table allows: changes of its cells that keep every sum. A blank cell is open to a value exactly when a shift of blank cells alone reaches it
/// and takes none below 0.</summary>
internal sealed class ShiftSpace
{
    private readonly ImmutableArray<(int Sum, int Factor)>[] _sumsOf;

    public ShiftSpace(CountTable table)
    {
        Table = table;
        var sums = new ImmutableArray<(int, int)>.Builder[table.Shape.CellCount];
        for (var cell = 0; cell < sums.Length; cell++)
            sums[cell] = ImmutableArray.CreateBuilder<(int, int)>();
        for (var r = 0; r < table.Shape.Relations.Length; r++)
        {
            sums[table.Shape.Relations[r].Total].Add((r, -1));
            foreach (var part in table.Shape.Relations[r].Parts)
                sums[part].Add((r, 1));
        }

        _sumsOf = [.. sums.Select(s => s.ToImmutable())];
    }

    public CountTable Table { get; }

    public ImmutableArray<(int Sum, int Factor)> SumsOf(int cell) => _sumsOf[cell];

    /// <summary>Cells near one, in whose shifts its own is looked for first.</summary>
    /// <param name="width">At most so many codes beside its own in a dimension; those come first that <paramref name="blank"/> has.</param>
    /// <param name="up">So many levels above its parent in every dimension.</param>
    public List<int> Near(int cell, int width, int up, bool[] blank, long shift)
    {
        var shape = Table.Shape;
        var codes = new List<IReadOnlyList<int>>();
        for (var d = 0; d < shape.Dimensions.Length; d++)
        {
            var (tree, code) = (shape.Dimensions[d], shape.CodeOf(cell, d));
            var chain = tree.ChainOf(code).ToList();
            var top = chain[Math.Min(chain.Count - 1, 1 + up)];
            // A total below the top of all has sums above it that would be touched.
            var all = tree.SubtreeOf(top).Where(c => c != top || tree.ParentOf(top) < 0).ToList();
            codes.Add(all.Count <= width + 2 || !IsFlat(tree, all) ? all : [.. Best(cell, d, code, all, blank, shift).Take(width + 2)]);
        }

        return [.. shape.Product(codes).Where(c => !Table.IsStructuralZero(c))];
    }

    private static bool IsFlat(CodeTree tree, List<int> codes) => codes.All(c => tree.IsBase(c) || tree.ParentOf(c) < 0);

    private IEnumerable<int> Best(int cell, int dimension, int code, List<int> codes, bool[] blank, long shift)
    {
        var one = Table.Shape.Product([.. Enumerable.Range(0, Table.Shape.Dimensions.Length).Select(d => d == dimension ? codes : (IReadOnlyList<int>)[Table.Shape.CodeOf(cell, d)])]).ToList();
        return codes.Zip(one)
            .OrderBy(p => p.First == code ? 0 : Table.Shape.Dimensions[dimension].ParentOf(p.First) < 0 ? 1 : blank[p.Second] ? 2 : Table.IsStructuralZero(p.Second) ? 5 : Table[p.Second] >= shift ? 3 : 4)
            .ThenBy(p => blank[p.Second] ? -Table[p.Second] : Table[p.Second]).ThenBy(p => p.First).Select(p => p.First);
    }
}
