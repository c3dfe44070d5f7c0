using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>A change of some cells that keeps every sum.</summary>
/// <param name="Cells">Those that move; each once.</param>
/// <param name="By">How far each moves, below 0 downwards; never 0.</param>
internal sealed record Shift(int[] Cells, double[] By)
{
    /// <summary>Made smaller it may be less than what the solver leaves open.</summary>
    private const double MostStretch = 5;

    private const double Slack = 1e-7;

    /// <summary>Whether it, made longer or shorter or turned round, moves the need's cell as far as it must be open and takes none below 0.</summary>
    public bool Serves(Need need, CountTable table)
    {
        var at = Array.IndexOf(Cells, need.Cell);
        if (at < 0 || Math.Abs(By[at]) * MostStretch < Math.Abs(need.Shift))
            return false;
        var stretch = need.Shift / By[at];
        for (var k = 0; k < Cells.Length; k++)
        {
            if (table[Cells[k]] + By[k] * stretch < -Slack)
                return false;
        }

        return true;
    }

    /// <summary>This less as much of the other as stills a cell that both move; the cells that then stay are left out.</summary>
    public Shift Without(int cell, Shift other)
    {
        var factor = By[Array.IndexOf(Cells, cell)] / other.By[Array.IndexOf(other.Cells, cell)];
        var sum = new SortedDictionary<int, double>();
        for (var k = 0; k < Cells.Length; k++)
            sum[Cells[k]] = By[k];
        for (var k = 0; k < other.Cells.Length; k++)
            sum[other.Cells[k]] = sum.GetValueOrDefault(other.Cells[k]) - factor * other.By[k];
        sum.Remove(cell);
        var left = sum.Where(s => Math.Abs(s.Value) > Slack).ToList();
        return new([.. left.Select(s => s.Key)], [.. left.Select(s => s.Value)]);
    }

    public bool Moves(int cell) => Array.IndexOf(Cells, cell) >= 0;
}
