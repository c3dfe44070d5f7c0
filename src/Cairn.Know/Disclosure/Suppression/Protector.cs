using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Adds blanks until every need has a shift, takes away those that no need needs, then tries a few of the rest otherwise.</summary>
/// <remarks>
/// After Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data" (Networks 22, 1992), with linear programs instead of network flows, so
/// that it serves three dimensions and hierarchies. Each need keeps the shift that proves it; a blank is taken away when every shift that used it has another.
/// </remarks>
internal sealed class Protector : IDisposable
{
    /// <summary>Cells of programs solved to take blanks away. Then only boxes and known shifts are tried.</summary>
    private const long MostToTakeAway = 600_000;

    /// <summary>Cells of programs solved to do better.</summary>
    private const long MostToImprove = 200_000;

    /// <summary>So many tries in a row without a gain are the end.</summary>
    private const int MostInVain = 40;

    private readonly Proofs _proofs;
    private readonly double[] _weights;
    private readonly ShiftSearch _search;
    private readonly CountTable _table;

    public Protector(ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, IEnumerable<int> alsoBlank)
    {
        var isPrimary = new bool[weights.Length];
        foreach (var p in primary)
            isPrimary[p.Cell] = true;
        (_table, _weights) = (space.Table, weights);
        _proofs = new(Need.Of(space.Table, primary), isPrimary, weights, alsoBlank);
        _search = new(space, weights, isPrimary, _proofs);
    }

    public HashSet<int> Blank => [.. Enumerable.Range(0, _proofs.Blank.Length).Where(c => _proofs.Blank[c])];

    /// <summary>For each blank that is not primary, the primary cells whose shift uses it.</summary>
    public Dictionary<int, IReadOnlyList<int>> Protects() =>
        _proofs.Secondary.ToDictionary(c => c, c => (IReadOnlyList<int>)[.. _proofs.NeedsBy(c).Select(n => _proofs.Needs[n].Cell).Distinct().Order()]);

    public void Add()
    {
        for (var need = 0; need < _proofs.Needs.Count; need++)
            _proofs.Prove(need, _search.Cheap(need));
    }

    public void TakeAway() => TakeAway(_proofs.Secondary, _search.Effort + MostToTakeAway);

    /// <summary>Again and again one blank is shown, all that it helped to prove is proven anew without what only that had used, and the choice with less loss is kept.
    /// Of two that lose the same the newer one, from which other ways may lead on.</summary>
    /// <remarks>Large neighbourhood search: Shaw, "Using constraint programming and local search methods to solve vehicle routing problems" (CP 1998).</remarks>
    public void Improve()
    {
        if (_search.IsLarge)
            return;
        // Any order will do; the seed makes it the same for the same table.
        var random = new Random(1);
        var most = _search.Effort + MostToImprove;
        for (var vain = 0; vain < MostInVain && _search.Effort < most && _proofs.Secondary is { Count: > 0 } secondary;)
        {
            // One that few needs use can go at the price of few programs.
            var cell = Enumerable.Range(0, 3).Select(_ => secondary[random.Next(secondary.Count)]).MinBy(c => _proofs.NeedsBy(c).Count);
            vain = TryOtherwise(cell, random) ? 0 : vain + 1;
        }
    }

    /// <returns>Whether it lost less.</returns>
    private bool TryOtherwise(int cell, Random random)
    {
        var (kept, loss) = (_proofs.Keep(), _proofs.Loss);
        var needs = _proofs.NeedsBy(cell).Order().ToArray();
        random.Shuffle(needs);
        Array.ForEach(needs, _proofs.Forget);
        _proofs.ShowIdle();
        _search.Shun = random.Next(2) == 0 ? cell : -1;
        for (var k = 0; k < needs.Length && _proofs.Loss <= loss; k++)
            _proofs.Prove(needs[k], _search.Cheap(needs[k]));
        _search.Shun = -1;
        if (_proofs.Loss <= loss)
            TakeAway([.. _proofs.Secondary.Where(c => !kept.Blank[c])], _search.Effort + MostToTakeAway);
        if (_proofs.Loss > loss)
            _proofs.Restore(kept);
        return _proofs.Loss < loss;
    }

    /// <summary>Dearest first. A blank whose needs all have another shift is shown.</summary>
    private void TakeAway(List<int> cells, long most)
    {
        foreach (var cell in cells.OrderByDescending(c => _weights[c]).ThenBy(c => _proofs.NeedsBy(c).Count).ToList())
        {
            _proofs.Blank[cell] = false;
            var needs = _proofs.NeedsBy(cell).Order().ToList();
            if (needs.TrueForAll(_search.CouldMove) && Otherwise(cell, needs, most) is { } others)
                others.ForEach(o => _proofs.Prove(o.Need, o.Shift));
            else
                _proofs.Blank[cell] = true;
        }

        // Proofs found late may have left a blank that was kept for an earlier one.
        _proofs.ShowIdle();
    }

    /// <summary>For each need a shift without the cell; null when one has none. The way round the cell that a program found for one is tried for the others.</summary>
    private List<(int Need, Shift Shift)>? Otherwise(int cell, List<int> needs, long most)
    {
        var (found, detours) = (new List<(int, Shift)>(), new List<Shift>());
        foreach (var need in needs)
        {
            var before = _proofs.Of(need)!;
            var shift = _search.Seen(need) ?? detours.Select(d => before.Without(cell, d)).FirstOrDefault(s => s.Serves(_proofs.Needs[need], _table));
            if (shift is null && !_search.IsLarge && _search.Effort < most && _search.Programmed(need) is { } programmed)
            {
                shift = programmed;
                // Both move the need's cell alike, so what one does and the other does not moves only the rest.
                if (before.Without(_proofs.Needs[need].Cell, programmed) is var detour && detour.Moves(cell))
                    detours.Add(detour);
            }

            if (shift is null)
                return null;
            found.Add((need, shift));
        }

        return found;
    }

    public void Dispose() => _search.Dispose();
}
