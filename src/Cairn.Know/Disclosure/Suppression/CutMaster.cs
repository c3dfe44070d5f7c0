using Cairn.Know.Disclosure.Tables;
using Google.OrTools.LinearSolver;

namespace Cairn.Know.Disclosure.Suppression;

/// <param name="Blank">Null when the rounds ended before a choice served every need.</param>
/// <param name="Bound">No choice that serves every need has less loss.</param>
internal sealed record CutResult(HashSet<int>? Blank, double Bound);

/// <summary>The choice of blanks with least loss: guess one, ask what it lacks, add that as cuts, and guess again.</summary>
internal static class CutMaster
{
    private const double Slack = 1e-4;

    /// <summary>The least loss when a cell may also be blank in part, and the whole number it is rounded up to: at most what the best choice loses. Cut short, it is lower, and still a bound.</summary>
    /// <param name="weights">Whole numbers above 0.</param>
    public static (double Bound, double[] Parts) Bound(ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, int rounds)
    {
        using var solver = Relaxed();
        var (bound, parts, _) = Run(space, primary, weights, solver, rounds, []);
        return (Math.Ceiling(bound - Slack), parts);
    }

    public static CutResult Solve(ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, int rounds)
    {
        var cuts = new List<Cut>();
        using (var relaxed = Relaxed())
            Run(space, primary, weights, relaxed, rounds, cuts);
        using var whole = Solver.CreateSolver("SCIP");
        var (bound, parts, served) = Run(space, primary, weights, whole, rounds, cuts);
        return new(served ? [.. Enumerable.Range(0, parts.Length).Where(c => parts[c] > 0.5)] : null, bound);
    }

    /// <summary>Each guess starts from the one before, which satisfies all cuts but the last: the dual method's case.</summary>
    private static Solver Relaxed()
    {
        var solver = Solver.CreateSolver("GLOP");
        solver.SetSolverSpecificParametersAsString("use_preprocessing: false use_dual_simplex: true");
        return solver;
    }

    private static (double Bound, double[] Parts, bool Served) Run(
        ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, Solver solver, int rounds, List<Cut> cuts)
    {
        var isPrimary = primary.Select(p => p.Cell).ToHashSet();
        var choice = Enumerable.Range(0, weights.Length)
            .Select(c => solver.MakeVar(isPrimary.Contains(c) ? 1 : 0, space.Table.IsStructuralZero(c) ? 0 : 1, solver.IsMip(), "")).ToArray();
        for (var cell = 0; cell < weights.Length; cell++)
            solver.Objective().SetCoefficient(choice[cell], weights[cell]);
        solver.Objective().SetMinimization();
        cuts.ForEach(Add);
        var needs = Need.Of(space.Table, primary);
        var sums = new SumCuts(space);
        using var finder = new CutFinder(space);
        var (bound, blank) = (0.0, new double[weights.Length]);
        for (var round = 0; round < rounds; round++)
        {
            // These take no program to find, so they come first.
            do
                Guess();
            while (AddAll(sums.Find(blank)));
            if (!AddAll([.. needs.Select(n => finder.Find(n, blank)).OfType<Cut>()]))
                return (bound, blank, true);
        }

        return (bound, blank, false);

        void Guess()
        {
            if (solver.Solve() is var status and not Solver.ResultStatus.OPTIMAL)
                throw new InvalidOperationException($"The solver ended with {status}.");
            bound = solver.Objective().Value();
            blank = [.. choice.Select(v => solver.IsMip() ? Math.Round(v.SolutionValue()) : Math.Clamp(v.SolutionValue(), 0, 1))];
        }

        bool AddAll(List<Cut> found)
        {
            found.ForEach(Add);
            cuts.AddRange(found);
            return found.Count > 0;
        }

        void Add(Cut cut)
        {
            var row = solver.MakeConstraint(cut.Least, double.PositiveInfinity, "");
            for (var k = 0; k < cut.Cells.Length; k++)
                row.SetCoefficient(choice[cut.Cells[k]], cut.Factors[k]);
        }
    }
}
