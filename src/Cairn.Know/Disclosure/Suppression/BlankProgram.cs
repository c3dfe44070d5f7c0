namespace Cairn.Know.Disclosure.Suppression;

/// <summary>The cheapest shift of blank cells alone: a program of as many cells as are blank, kept while cells are taken away and made anew when others come.</summary>
internal sealed class BlankProgram(ShiftSpace space, bool[] blank) : IDisposable
{
    private ShiftProgram? _program;
    private bool[] _has = [];
    private int _cells;

    public int Size => _cells;

    /// <param name="cost">By cell, for each unit; above 0.</param>
    public Shift? Find(Need need, Func<int, double> cost)
    {
        var movable = Movable();
        if (!movable[need.Cell])
            return null;
        var count = 0;
        var covered = _program is not null;
        for (var cell = 0; cell < movable.Length; cell++)
        {
            if (!movable[cell])
                continue;
            count++;
            covered = covered && _has[cell];
        }

        if (!covered || _cells > count * 1.3)
        {
            _program?.Dispose();
            _program = new(space, [.. Enumerable.Range(0, movable.Length).Where(c => movable[c])]);
            (_has, _cells) = (movable, count);
        }

        return _program!.Find(need.Cell, need.Shift, c => movable[c] ? cost(c) : double.PositiveInfinity);
    }

    /// <summary>A blank alone in one of its sums cannot move; without it another may be alone.</summary>
    private bool[] Movable()
    {
        var movable = (bool[])blank.Clone();
        var relations = space.Table.Shape.Relations;
        var left = new int[relations.Length];
        var alone = new Stack<int>();
        for (var cell = 0; cell < movable.Length; cell++)
        {
            if (!movable[cell])
                continue;
            foreach (var (sum, _) in space.SumsOf(cell))
                left[sum]++;
        }

        for (var r = 0; r < left.Length; r++)
        {
            if (left[r] == 1)
                alone.Push(r);
        }

        while (alone.TryPop(out var r))
        {
            if (left[r] != 1)
                continue;
            var relation = relations[r];
            var cell = movable[relation.Total] ? relation.Total : relation.Parts.First(p => movable[p]);
            movable[cell] = false;
            foreach (var (sum, _) in space.SumsOf(cell))
            {
                if (--left[sum] == 1)
                    alone.Push(sum);
            }
        }

        return movable;
    }

    public void Dispose() => _program?.Dispose();
}
