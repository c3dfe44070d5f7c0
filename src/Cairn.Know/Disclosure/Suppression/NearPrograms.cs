namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Looks for a shift near the cell first and further out when there is none. A shift of few cells is one of the whole table, in which nothing else moves.</summary>
internal sealed class NearPrograms(ShiftSpace space, bool[] blank) : IDisposable
{
    /// <summary>Up to here the whole table is one program from the start.</summary>
    private const int SmallTable = 1500;

    private const int Levels = 3;

    private ShiftProgram? _whole;

    public Shift? Find(Need need, Func<int, double> cost)
    {
        var all = space.Table.Shape.CellCount;
        if (all > SmallTable)
        {
            var before = 0;
            for (var (width, up) = (4, 0); up < Levels; (width, up) = (width * 2, up + 1))
            {
                var near = space.Near(need.Cell, width, up, blank, Math.Abs(need.Shift)).Where(c => !double.IsInfinity(cost(c))).ToList();
                if (near.Count <= before || near.Count > 1500)
                    continue;
                before = near.Count;
                using var program = new ShiftProgram(space, near);
                if (program.Find(need.Cell, need.Shift, cost) is { } found)
                    return found;
            }
        }

        _whole ??= new(space, [.. Enumerable.Range(0, all).Where(c => !space.Table.IsStructuralZero(c))]);
        return _whole.Find(need.Cell, need.Shift, cost);
    }

    public void Dispose() => _whole?.Dispose();
}
