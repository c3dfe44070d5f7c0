using Cairn.Know.Disclosure.Tables;
using Google.OrTools.LinearSolver;

namespace Cairn.Know.Disclosure.Rounding;

/// <summary>Rounds a table to multiples of the rules' base.</summary>
internal static class Rounder
{
    private const double Slack = 1e-6;

    /// <summary>To the nearest multiple; a half goes up.</summary>
    public static RoundedTable ToNearest(CountTable table, DisclosureRules rules)
    {
        var b = rules.RoundingBase;
        return RoundedTable.Of(table, RoundingWay.Nearest, b, [.. Enumerable.Range(0, table.Shape.CellCount).Select(c => Nearest(table[c], b))]);
    }

    /// <summary>Controlled rounding (Causey, Cox and Ernst, "Applications of transportation theory to statistical problems", JASA 80, 1985) with the least sum of differences.</summary>
    /// <remarks>In one and two dimensions there always is one, if only one of the two has levels between; in three, not always. Then base cells are rounded and added up.</remarks>
    /// <param name="most">How long to look in whole numbers when the linear program does not end in them.</param>
    public static RoundedTable Controlled(CountTable table, DisclosureRules rules, TimeSpan most)
    {
        var b = rules.RoundingBase;
        var ups = Solve(table, b, "GLOP", most) ?? Solve(table, b, "SCIP", most);
        return ups is null
            ? FromBaseCells(table, b)
            : RoundedTable.Of(table, RoundingWay.Controlled, b, [.. ups.Select((up, c) => (table[c] / b + (up ? 1 : 0)) * b)]);
    }

    /// <returns>Which cells go up; null when there is no such rounding, none was found in time, or the linear program ended between whole numbers.</returns>
    private static bool[]? Solve(CountTable table, int b, string kind, TimeSpan most)
    {
        using var solver = Solver.CreateSolver(kind);
        solver.SetTimeLimit((long)most.TotalMilliseconds);
        var ups = Enumerable.Range(0, table.Shape.CellCount).Select(c => solver.MakeVar(0, table[c] % b == 0 ? 0 : 1, kind != "GLOP", "")).ToArray();
        for (var cell = 0; cell < ups.Length; cell++)
            solver.Objective().SetCoefficient(ups[cell], b - 2 * (table[cell] % b));
        solver.Objective().SetMinimization();
        foreach (var relation in table.Shape.Relations)
        {
            var missing = table[relation.Total] / b - relation.Parts.Sum(part => table[part] / b);
            var row = solver.MakeConstraint(missing, missing, "");
            row.SetCoefficient(ups[relation.Total], -1);
            foreach (var part in relation.Parts)
                row.SetCoefficient(ups[part], 1);
        }

        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            return null;
        var values = ups.Select(u => u.SolutionValue()).ToList();
        return values.TrueForAll(v => Math.Abs(v - Math.Round(v)) < Slack) ? [.. values.Select(v => v > 0.5)] : null;
    }

    private static RoundedTable FromBaseCells(CountTable table, int b)
    {
        var values = Enumerable.Range(0, table.Shape.CellCount).Where(table.Shape.IsBase).ToDictionary(c => c, c => Nearest(table[c], b));
        var sums = CountTable.OfBase(table.Shape, values);
        return RoundedTable.Of(table, RoundingWay.FromBaseCells, b, [.. Enumerable.Range(0, table.Shape.CellCount).Select(c => sums[c])]);
    }

    private static long Nearest(long value, int b) => (2 * value + b) / (2L * b) * b;
}
