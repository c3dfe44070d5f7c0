using Cairn.Know.Disclosure.Tables;

namespace Cairn.Bench.Disclosure;

/// <summary>Tables of nonsense, the same for the same seed: some counts small, some none, some large.</summary>
internal static class RandomTable
{
    public static CountTable Of(int seed, int mostCells)
    {
        var random = new Random(seed);
        var dimensions = random.Next(1, 4);
        // Sizes on a scale of powers, so that most tables are small and some reach the end.
        var cells = Math.Pow(mostCells / 3.0, random.NextDouble()) * 3;
        var trees = new List<CodeTree>();
        var left = cells;
        for (var d = 0; d < dimensions; d++)
        {
            var share = d == dimensions - 1 ? left : Math.Pow(left, (0.6 + random.NextDouble() * 0.8) / (dimensions - d));
            var codes = Math.Clamp((int)share, 2, Math.Max(2, (int)left));
            trees.Add(Tree(random, $"d{d}", codes));
            left = Math.Max(1, left / codes);
        }

        while (trees.Aggregate(1L, (product, tree) => product * tree.Codes.Length) > mostCells)
        {
            var largest = trees.IndexOf(trees.MaxBy(t => t.Codes.Length)!);
            trees[largest] = Tree(random, $"d{largest}", Math.Max(2, trees[largest].Codes.Length * 2 / 3));
        }

        return Filled(random, new([.. trees]));
    }

    /// <summary>Two flat dimensions, two with levels between, or three with levels between in one, of about so many cells.</summary>
    public static TableShape Shape(string kind, int cells)
    {
        var random = new Random(cells);
        var side = (int)Math.Sqrt(cells);
        var edge = (int)Math.Cbrt(cells);
        return kind switch
        {
            "two-way" => new(Flat("a", side), Flat("b", cells / side)),
            "hierarchy" => new(Tree(random, "a", cells / Math.Max(2, side / 3), levels: true), Tree(random, "b", Math.Max(2, side / 3), levels: true)),
            "three-way" => new(Tree(random, "a", cells / edge / edge, levels: true), Flat("b", edge), Flat("c", edge)),
            _ => throw new ArgumentException($"'{kind}' is no kind of table.", nameof(kind)),
        };
    }

    private static CodeTree Flat(string name, int codes) => CodeTree.Flat(name, $"{name}.0", [.. Enumerable.Range(1, codes - 1).Select(i => $"{name}.{i}")]);

    public static CountTable Filled(Random random, TableShape shape)
    {
        var (none, small, structural) = (random.NextDouble() * 0.4, random.NextDouble() * 0.4, random.NextDouble() * 0.1);
        var values = new Dictionary<int, long>();
        var impossible = new List<int>();
        for (var cell = 0; cell < shape.CellCount; cell++)
        {
            if (!shape.IsBase(cell))
                continue;
            var chance = random.NextDouble();
            if (chance < none)
            {
                if (random.NextDouble() < structural)
                    impossible.Add(cell);
            }
            else
            {
                values[cell] = chance < none + small ? random.Next(1, 10) : (long)Math.Exp(2.3 + 4 * random.NextDouble());
            }
        }

        return CountTable.OfBase(shape, values, impossible);
    }

    /// <summary>One to three levels under the top.</summary>
    private static CodeTree Tree(Random random, string name, int codes, bool levels = false)
    {
        var parents = new List<(string, string)>();
        var inner = !levels && random.Next(0, 3) == 0 ? 0 : (int)Math.Min(codes / 3.0, Math.Sqrt(codes));
        for (var i = 1; i < codes; i++)
            parents.Add(($"{name}.{i}", i <= inner ? (i > 2 && random.Next(3) == 0 ? $"{name}.{random.Next(1, i)}" : $"{name}.0") : inner == 0 ? $"{name}.0" : $"{name}.{random.Next(0, inner + 1)}"));
        return CodeTree.Of(name, $"{name}.0", parents);
    }
}
