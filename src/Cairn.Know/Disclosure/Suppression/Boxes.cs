using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>The simplest shifts: in each dimension what one code gains another loses (or the top of all gains with it), and the cells at the corners move up and down in
/// turn. Found by looking, without a program. A total moves with one of its parts, chosen greedily.</summary>
internal sealed class Boxes(ShiftSpace space, double[] weights, bool[] blank)
{
    private readonly List<(int Cell, int Sign)> _corners = [];
    private Shift? _best;
    private double _bestCost;

    /// <summary>The box with least weight of cells that are not blank yet.</summary>
    /// <param name="onlyBlank">Only boxes of blank cells; any will do.</param>
    /// <returns>Its corners; null when there is none.</returns>
    public Shift? Find(int cell, long shift, bool onlyBlank)
    {
        var shape = space.Table.Shape;
        (_best, _bestCost) = (null, onlyBlank ? 1e-9 : double.PositiveInfinity);
        _corners.Clear();
        _corners.Add((cell, 1));
        var moves = new List<(int Offset, int Sign)[]>[shape.Dimensions.Length];
        for (var d = 0; d < moves.Length; d++)
            moves[d] = [.. Moves(cell, d, shift, onlyBlank).OrderBy(m => CostAlone(cell, m))];
        Extend(moves, 0, shift, 0);
        return _best;
    }

    private double CostAlone(int cell, (int Offset, int Sign)[] move)
    {
        var cost = 0.0;
        foreach (var (offset, _) in move)
            cost += blank[cell + offset] ? 0 : weights[cell + offset];
        return cost;
    }

    /// <summary>Ways to balance one dimension, as offsets from the cell; the cell itself is not among them.</summary>
    private IEnumerable<(int Offset, int Sign)[]> Moves(int cell, int dimension, long shift, bool onlyBlank)
    {
        var shape = space.Table.Shape;
        var tree = shape.Dimensions[dimension];
        var code = shape.CodeOf(cell, dimension);
        var own = PathDown(cell, dimension, code, shift, 1);
        if (own is null || (onlyBlank && own.Any(o => !blank[cell + o.Offset])))
            yield break;
        if (tree.ParentOf(code) < 0)
        {
            yield return [.. own];
            yield break;
        }

        foreach (var other in tree.ChildrenOf(tree.ParentOf(code)))
        {
            var offset = shape.Moved(cell, dimension, other) - cell;
            if (other != code && (blank[cell + offset] || !onlyBlank) && PathDown(cell, dimension, other, shift, -1) is { } path)
                yield return [.. own, (offset, -1), .. path];
        }

        yield return [.. own, .. tree.ChainOf(code).Skip(1).Select(above => (shape.Moved(cell, dimension, above) - cell, 1))];
    }

    /// <summary>One part below each total on the way to a base code; null when none can move.</summary>
    private List<(int Offset, int Sign)>? PathDown(int cell, int dimension, int code, long shift, int sign)
    {
        var shape = space.Table.Shape;
        var tree = shape.Dimensions[dimension];
        var path = new List<(int, int)>();
        while (!tree.IsBase(code))
        {
            var (best, bestScore) = (-1, double.PositiveInfinity);
            foreach (var child in tree.ChildrenOf(code))
            {
                var at = shape.Moved(cell, dimension, child);
                var score = space.Table.IsStructuralZero(at) || space.Table[at] + sign * shift < 0 ? double.PositiveInfinity : blank[at] ? 0 : weights[at];
                if (score < bestScore)
                    (best, bestScore) = (child, score);
            }

            if (best < 0)
                return null;
            path.Add((shape.Moved(cell, dimension, best) - cell, sign));
            code = best;
        }

        return path;
    }

    private void Extend(List<(int Offset, int Sign)[]>[] moves, int dimension, long shift, double cost)
    {
        if (dimension == moves.Length)
        {
            (_best, _bestCost) = (new([.. _corners.Select(c => c.Cell)], [.. _corners.Select(c => (double)(c.Sign * shift))]), cost);
            return;
        }

        var before = _corners.Count;
        foreach (var move in moves[dimension])
        {
            var sum = cost;
            for (var m = 0; m < move.Length && sum < _bestCost; m++)
            {
                for (var k = 0; k < before && sum < _bestCost; k++)
                {
                    var (cell, by) = (_corners[k].Cell + move[m].Offset, _corners[k].Sign * move[m].Sign);
                    sum += space.Table.IsStructuralZero(cell) || space.Table[cell] + by * shift < 0 ? double.PositiveInfinity : blank[cell] ? 0 : weights[cell];
                    _corners.Add((cell, by));
                }
            }

            if (sum < _bestCost)
                Extend(moves, dimension + 1, shift, sum);
            _corners.RemoveRange(before, _corners.Count - before);
            if (_bestCost <= 0)
                return;
        }
    }
}
