using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Tables;

internal static class StructuralZeros
{
    /// <summary>Nothing is counted in any part of a cell where nothing can be counted, nor in a total all of whose base cells are such.</summary>
    public static ImmutableArray<bool> FollowingFrom(TableShape shape, IReadOnlyCollection<int> named)
    {
        if (named.FirstOrDefault(cell => cell < 0 || cell >= shape.CellCount, -1) is var odd and not -1)
            throw new ArgumentException($"{odd} is not a cell.", nameof(named));
        if (named.Count == 0)
            return [.. new bool[shape.CellCount]];

        var isNamed = new bool[shape.CellCount];
        foreach (var cell in named)
            isNamed[cell] = true;
        var possible = new bool[shape.CellCount];
        for (var cell = 0; cell < shape.CellCount; cell++)
        {
            if (!shape.IsBase(cell) || shape.CountedIn(cell).Any(c => isNamed[c]))
                continue;
            foreach (var counting in shape.CountedIn(cell))
                possible[counting] = true;
        }

        return [.. possible.Select(p => !p)];
    }
}
