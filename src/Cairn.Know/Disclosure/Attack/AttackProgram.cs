using Google.OrTools.LinearSolver;

namespace Cairn.Know.Disclosure.Attack;

/// <summary>The linear program of one part of what an attacker knows: unknowns tied together by sums, and by no sum to any other.
/// Objectives follow each other on one program, so that each starts where the one before ended.</summary>
internal sealed class AttackProgram : IDisposable
{
    private readonly Solver _solver;
    private readonly Variable[] _variables;
    private readonly Objective _objective;
    private readonly List<Variable> _wanted = [];

    /// <param name="whole">Whether the unknowns are whole numbers; each objective is then an integer program, which takes far longer.</param>
    public AttackProgram(IReadOnlyList<(double Low, double High)> unknowns, IReadOnlyList<Knowledge.Sum> sums, bool whole = false)
    {
        _solver = Solver.CreateSolver(whole ? "SCIP" : "GLOP");
        // Presolving would forget where the objective before ended.
        if (!whole)
            _solver.SetSolverSpecificParametersAsString("use_preprocessing: false");
        _variables = [.. unknowns.Select(u => _solver.MakeVar(u.Low, u.High, whole, ""))];
        foreach (var sum in sums)
        {
            var row = _solver.MakeConstraint(sum.Value, sum.Value, "");
            for (var k = 0; k < sum.Unknowns.Length; k++)
                row.SetCoefficient(_variables[sum.Unknowns[k]], sum.Factors[k]);
        }

        _objective = _solver.Objective();
    }

    /// <summary>The values of all unknowns where the sum of those wanted is as large, or as small, as it can be.</summary>
    /// <returns>Null when it has no end.</returns>
    /// <exception cref="ContradictionException">No values satisfy all sums.</exception>
    public double[]? Reach(IReadOnlyList<int> wanted, bool most)
    {
        foreach (var variable in _wanted)
            _objective.SetCoefficient(variable, 0);
        _wanted.Clear();
        foreach (var unknown in wanted)
        {
            _objective.SetCoefficient(_variables[unknown], 1);
            _wanted.Add(_variables[unknown]);
        }

        _objective.SetOptimizationDirection(most);
        return _solver.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL => [.. _variables.Select(v => v.SolutionValue())],
            Solver.ResultStatus.UNBOUNDED => null,
            Solver.ResultStatus.INFEASIBLE => throw new ContradictionException("What is shown cannot all be true: no counts satisfy all sums."),
            var status => throw new InvalidOperationException($"The solver ended with {status}."),
        };
    }

    public void Dispose() => _solver.Dispose();
}
