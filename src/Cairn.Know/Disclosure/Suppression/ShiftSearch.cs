namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Finds shifts that serve needs: among those known, by looking for boxes, or by a linear program.</summary>
internal sealed class ShiftSearch : IDisposable
{
    private const double OfPrimary = 0.001;
    private const double OfBlank = 0.01;

    /// <summary>A shunned cell costs so many times its weight.</summary>
    private const double Shunned = 3;

    /// <summary>What a cell that hardly moved costs, and one that did not: its weight divided by this.</summary>
    private const double Still = 0.3;

    /// <summary>Above it, programs are solved only where no box is found, and a blank is taken away only for boxes.</summary>
    private const int LargeTable = 1500;

    private readonly ShiftSpace _space;
    private readonly double[] _weights;
    private readonly bool[] _primary;
    private readonly bool[] _blank;
    private readonly IReadOnlyList<Need> _needs;
    private readonly Boxes _boxes;
    private readonly KnownShifts _known;
    private readonly NearPrograms _ofAll;
    private readonly BlankProgram _ofBlank;

    public ShiftSearch(ShiftSpace space, double[] weights, bool[] primary, Proofs proofs)
    {
        (_space, _weights, _primary, _blank, _needs) = (space, weights, primary, proofs.Blank, proofs.Needs);
        _boxes = new(space, weights, _blank);
        _known = new(space, _needs);
        _ofAll = new(space, _blank);
        _ofBlank = new(space, _blank);
    }

    public bool IsLarge => _blank.Length > LargeTable;

    /// <summary>Cells of all programs solved so far; counted, not timed, so that a table always gets the same blanks.</summary>
    public long Effort { get; private set; }

    /// <summary>A cell that had better not be blank; -1 for none.</summary>
    public int Shun { get; set; } = -1;

    /// <summary>A shift that makes little blank that is not.</summary>
    public Shift Cheap(int need)
    {
        if (_known.Find(need, _blank) is { } known)
            return known;
        var found = _boxes.Find(_needs[need].Cell, _needs[need].Shift, onlyBlank: !IsLarge) ?? FromPrograms(_needs[need]);
        _known.Learn(found);
        return found;
    }

    /// <summary>A shift of blank cells, without a program; null when none is seen.</summary>
    public Shift? Seen(int need)
    {
        var found = _known.Find(need, _blank);
        if (found is null && _boxes.Find(_needs[need].Cell, _needs[need].Shift, onlyBlank: true) is { } box)
            _known.Learn(found = box);
        return found;
    }

    /// <summary>A shift of blank cells, by a program; null when there is none.</summary>
    public Shift? Programmed(int need)
    {
        var found = _ofBlank.Find(_needs[need], Cost);
        Effort += _ofBlank.Size;
        if (found is not null)
            _known.Learn(found);
        return found;
    }

    /// <summary>False when one sum alone says that blank cells cannot make up for the shift.</summary>
    public bool CouldMove(int need)
    {
        var (cell, shift) = (_needs[need].Cell, _needs[need].Shift);
        foreach (var (sum, own) in _space.SumsOf(cell))
        {
            var relation = _space.Table.Shape.Relations[sum];
            // What the others can do against the shift: those on the same side of the sum move the other way, the other side moves along.
            var room = own < 0 || !_blank[relation.Total] ? 0 : shift > 0 ? double.PositiveInfinity : _space.Table[relation.Total];
            foreach (var part in relation.Parts)
            {
                if (part != cell && _blank[part])
                    room += (own < 0) == (shift > 0) ? double.PositiveInfinity : _space.Table[part];
            }

            if (room < Math.Abs(shift))
                return false;
        }

        return true;
    }

    /// <remarks>
    /// A program pays for how far cells move, not for how many do. So it is solved again with each cell's weight divided by how far the first solution moved it, which draws
    /// the shift together in fewer cells: Candès, Wakin and Boyd, "Enhancing sparsity by reweighted l1 minimization" (Journal of Fourier Analysis and Applications 14, 2008).
    /// </remarks>
    private Shift FromPrograms(Need need)
    {
        var first = Solve(need, Cost) ?? throw new InvalidOperationException("A table with every cell blank leaves every count open.");
        if (NewLoss(first) <= 0)
            return first;
        var far = new double[_blank.Length];
        for (var k = 0; k < first.Cells.Length; k++)
            far[first.Cells[k]] = Math.Abs(first.By[k] / need.Shift);
        return new[] { Solve(need, c => _blank[c] ? Cost(c) : Cost(c) / (far[c] + Still)), _boxes.Find(need.Cell, need.Shift, onlyBlank: false) }
            .OfType<Shift>().Prepend(first).MinBy(NewLoss)!;
    }

    private Shift? Solve(Need need, Func<int, double> cost)
    {
        Effort += _blank.Length;
        return _ofAll.Find(need, cost);
    }

    private double NewLoss(Shift shift) => shift.Cells.Sum(c => _blank[c] ? 0 : _weights[c]);

    /// <summary>No two cells cost quite the same: ties would spread a shift over many, and make a program longer.</summary>
    private double Cost(int cell) => (_primary[cell] ? OfPrimary : _blank[cell] ? OfBlank : cell == Shun ? _weights[cell] * Shunned : _weights[cell]) * (1 + cell * 7919L % 1009 / 10_090.0);

    public void Dispose()
    {
        _ofAll.Dispose();
        _ofBlank.Dispose();
    }
}
