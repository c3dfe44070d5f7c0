using System.Collections.Immutable;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>In every sum that counts it, a blank needs another: what moves it moves one of the others too. A blank that nothing moves serves no need, and no best choice has it.</summary>
/// <remarks>The simplest bridgeless inequalities of Fischetti and Salazar-González, "Models and algorithms for the 2-dimensional cell suppression problem in statistical disclosure control" (Mathematical
/// Programming 84, 1999), which hold for any sums.</remarks>
internal sealed class SumCuts(ShiftSpace space)
{
    /// <summary>Far above what the solver leaves open, so that nothing is added twice.</summary>
    private const double Slack = 1e-4;

    private readonly ImmutableArray<int>[] _cellsOf = [.. space.Table.Shape.Relations.Select(r => r.Parts.Add(r.Total).RemoveAll(space.Table.IsStructuralZero))];

    /// <param name="blank">How much each cell is blank, 0 to 1.</param>
    /// <returns>Every cut of this kind that <paramref name="blank"/> does not satisfy.</returns>
    public List<Cut> Find(double[] blank)
    {
        var found = new List<Cut>();
        foreach (var cells in _cellsOf)
        {
            var sum = cells.Sum(c => blank[c]);
            foreach (var cell in cells)
            {
                if (sum - blank[cell] < blank[cell] - Slack)
                    found.Add(new([.. cells], [.. cells.Select(c => c == cell ? -1.0 : 1.0)], 0));
            }
        }

        return found;
    }
}
