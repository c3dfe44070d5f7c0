using Google.OrTools.LinearSolver;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Finds what a choice of blanks lacks, as cuts from the duals of the attacker's program.</summary>
/// <remarks>
/// Fischetti and Salazar-González, "Solving the cell suppression problem on tabular data with linear constraints" (Management Science 47, 2001). A shift of need u is bounded by
/// the sum over all cells of reduced cost times the room the cell has when blank; each term counts at most u, since one blank cell at most is one.
/// </remarks>
internal sealed class CutFinder : IDisposable
{
    private const double Slack = 1e-6;

    private readonly ShiftSpace _space;
    private readonly Solver _solver;
    private readonly Variable?[] _shift;
    private readonly Objective _objective;

    public CutFinder(ShiftSpace space)
    {
        _space = space;
        _solver = Solver.CreateSolver("GLOP");
        _solver.SetSolverSpecificParametersAsString("use_preprocessing: false");
        _objective = _solver.Objective();
        _objective.SetMaximization();
        var cells = space.Table.Shape.CellCount;
        _shift = [.. Enumerable.Range(0, cells).Select(c => space.Table.IsStructuralZero(c) ? null : _solver.MakeNumVar(0, 0, ""))];
        var rows = space.Table.Shape.Relations.Select(_ => _solver.MakeConstraint(0, 0, "")).ToList();
        for (var cell = 0; cell < cells; cell++)
        {
            foreach (var (sum, factor) in space.SumsOf(cell))
            {
                if (_shift[cell] is { } variable)
                    rows[sum].SetCoefficient(variable, factor);
            }
        }
    }

    /// <param name="blank">How much each cell is blank, 0 to 1.</param>
    /// <returns>A cut that <paramref name="blank"/> does not satisfy; null when it serves the need.</returns>
    public Cut? Find(Need need, double[] blank)
    {
        var (direction, wanted) = (Math.Sign(need.Shift), (double)Math.Abs(need.Shift));
        for (var cell = 0; cell < blank.Length; cell++)
            _shift[cell]?.SetBounds(-Math.Min(_space.Table[cell], wanted) * blank[cell], wanted * blank[cell]);
        var target = _shift[need.Cell]!;
        _objective.SetCoefficient(target, direction);
        // Where the last need ended is far from where this one does.
        _solver.Reset();
        var status = _solver.Solve();
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The solver ended with {status}.");
        var cut = _objective.Value() >= wanted - Slack ? (Cut?)null : Read(need, wanted, blank);
        _objective.SetCoefficient(target, 0);
        return cut;
    }

    private Cut Read(Need need, double wanted, double[] blank)
    {
        var cells = new List<int>();
        var factors = new List<double>();
        var held = 0.0;
        for (var cell = 0; cell < blank.Length; cell++)
        {
            // The need's own cell is blank in every choice; its term is the one that is bounded.
            if (_shift[cell] is not { } variable || cell == need.Cell)
                continue;
            var price = variable.ReducedCost();
            var room = price > Slack ? wanted : price < -Slack ? Math.Min(wanted, -price * _space.Table[cell]) : 0;
            if (room <= Slack)
                continue;
            cells.Add(cell);
            factors.Add(room);
            held += room * blank[cell];
        }

        // Rounding in the solver may leave a cut that does not cut; that some cell more must be blank is always true.
        return held < wanted - Slack ? new([.. cells], [.. factors], wanted) : Plain(need, blank);
    }

    private Cut Plain(Need need, double[] blank)
    {
        var cells = Enumerable.Range(0, blank.Length).Where(c => c != need.Cell && _shift[c] is not null && blank[c] < 1 - Slack).ToArray();
        return new(cells, [.. cells.Select(_ => 1.0)], 1);
    }

    public void Dispose() => _solver.Dispose();
}
