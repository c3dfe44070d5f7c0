using Google.OrTools.LinearSolver;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Finds the cheapest shift, by linear programming over a set of cells, that moves one of them as far as it must be open.</summary>
internal sealed class ShiftProgram : IDisposable
{
    private const double Slack = 1e-7;

    private readonly ShiftSpace _space;
    private readonly IReadOnlyList<int> _cells;
    private readonly Dictionary<int, int> _at = [];
    private readonly Solver _solver;
    private readonly Variable[] _up;
    private readonly Variable[] _down;
    private readonly double[] _cost;
    private readonly Objective _objective;

    public ShiftProgram(ShiftSpace space, IReadOnlyList<int> cells)
    {
        (_space, _cells) = (space, cells);
        _solver = Solver.CreateSolver("GLOP");
        _solver.SetSolverSpecificParametersAsString("use_preprocessing: false use_dual_simplex: true use_scaling: false");
        _objective = _solver.Objective();
        _objective.SetMinimization();
        (_up, _down, _cost) = (new Variable[cells.Count], new Variable[cells.Count], new double[cells.Count]);
        var sums = new Dictionary<int, Constraint>();
        for (var i = 0; i < cells.Count; i++)
        {
            _at[cells[i]] = i;
            _up[i] = _solver.MakeNumVar(0, 0, "");
            _down[i] = _solver.MakeNumVar(0, 0, "");
            _cost[i] = double.PositiveInfinity;
            foreach (var (sum, factor) in space.SumsOf(cells[i]))
            {
                if (!sums.TryGetValue(sum, out var row))
                    sums[sum] = row = _solver.MakeConstraint(0, 0, "");
                row.SetCoefficient(_up[i], factor);
                row.SetCoefficient(_down[i], -factor);
            }
        }
    }

    /// <param name="shift">Upwards when positive; not further down than the cell's count.</param>
    /// <param name="cost">By cell, for each unit of its shift; above 0. Infinity: the cell is to stay.</param>
    /// <returns>Null when these cells have no such shift.</returns>
    public Shift? Find(int cell, long shift, Func<int, double> cost)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            var wanted = _cells[i] == cell ? 0 : cost(_cells[i]);
            if (wanted.Equals(_cost[i]))
                continue;
            if (double.IsInfinity(wanted) != double.IsInfinity(_cost[i]))
            {
                _up[i].SetUb(double.IsInfinity(wanted) ? 0 : double.PositiveInfinity);
                _down[i].SetUb(double.IsInfinity(wanted) ? 0 : _space.Table[_cells[i]]);
            }

            if (!double.IsInfinity(wanted))
            {
                _objective.SetCoefficient(_up[i], wanted);
                _objective.SetCoefficient(_down[i], wanted);
            }

            _cost[i] = wanted;
        }

        var target = _at[cell];
        _up[target].SetBounds(Math.Max(0, shift), Math.Max(0, shift));
        _down[target].SetBounds(Math.Max(0, -shift), Math.Max(0, -shift));
        // From nothing moving, a shift of few cells is few steps away; from where the one before ended it is many.
        _solver.Reset();
        var moved = Read(_solver.Solve());
        _up[target].SetBounds(0, double.PositiveInfinity);
        _down[target].SetBounds(0, _space.Table[cell]);
        return moved;
    }

    private Shift? Read(Solver.ResultStatus status)
    {
        if (status == Solver.ResultStatus.INFEASIBLE)
            return null;
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The solver ended with {status}.");
        var (moved, far) = (new List<int>(), new List<double>());
        for (var i = 0; i < _cells.Count; i++)
        {
            var by = _up[i].SolutionValue() - _down[i].SolutionValue();
            if (Math.Abs(by) <= Slack)
                continue;
            moved.Add(_cells[i]);
            far.Add(by);
        }

        return new([.. moved], [.. far]);
    }

    public void Dispose() => _solver.Dispose();
}
