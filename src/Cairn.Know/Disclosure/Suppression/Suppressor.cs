using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <param name="Blank">Every cell left blank, primary ones included.</param>
/// <param name="Protects">For each blank that is not primary, the primary cells it protects; at least one.</param>
/// <param name="ProvenOptimal">No table with less loss keeps every primary cell as open.</param>
internal sealed record Suppressed(IReadOnlyList<PrimaryCell> Primary, IReadOnlySet<int> Blank, IReadOnlyDictionary<int, IReadOnlyList<int>> Protects, double LossOfAll, bool ProvenOptimal);

/// <summary>Chooses which cells to leave blank so that no primary one can be found closer than its interval.</summary>
internal static class Suppressor
{
    /// <summary>Up to here the choice is the best there is.</summary>
    public const int SmallTable = 60;

    private const int RoundsOfSmall = 200;

    public static Suppressed Suppress(CountTable table, DisclosureRules rules, Loss loss = Loss.Cells)
    {
        var primary = PrimaryCells.Of(table, rules);
        var weights = LossWeights.Of(table, loss);
        var space = new ShiftSpace(table);
        var best = table.Shape.CellCount <= SmallTable ? CutMaster.Solve(space, primary, weights, RoundsOfSmall).Blank : null;
        using var protector = new Protector(space, primary, weights, best ?? []);
        protector.Add();
        protector.TakeAway();
        if (best is null)
            protector.Improve();
        var blank = protector.Blank;
        var lost = blank.Sum(c => weights[c]);
        return new(primary, blank, protector.Protects(), lost, best is not null && lost <= best.Sum(c => weights[c]));
    }
}
