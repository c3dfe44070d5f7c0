using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Adds blanks until every need has a shift, then takes away those that no need needs.</summary>
/// <remarks>
/// After Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data" (Networks 22, 1992), with linear programs instead of network flows, so
/// that it serves three dimensions and hierarchies. Each need keeps the shift that proves it; a blank is taken away when every shift that used it has another.
/// </remarks>
internal sealed class Protector : IDisposable
{
    private const double OfPrimary = 0.001;
    private const double OfBlank = 0.01;

    /// <summary>Above it, programs are solved only where no box is found, and a blank is taken away only for boxes.</summary>
    private const int LargeTable = 1500;

    /// <summary>Cells times programs solved to take blanks away; counted, not timed, so that a table always gets the same blanks. Then only boxes are tried.</summary>
    private const int MostEffort = 600_000;

    private readonly ShiftSpace _space;
    private readonly Boxes _boxes;
    private readonly double[] _weights;
    private readonly bool[] _primary;
    private readonly bool[] _blank;
    private readonly IReadOnlyList<Need> _needs;
    private readonly List<int>?[] _proof;
    private readonly HashSet<int>[] _provenBy;
    private readonly NearPrograms _programs;
    private int _effort;

    public Protector(ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, IEnumerable<int> alsoBlank)
    {
        (_space, _weights) = (space, weights);
        _primary = new bool[weights.Length];
        foreach (var p in primary)
            _primary[p.Cell] = true;
        _blank = [.. _primary];
        foreach (var cell in alsoBlank)
            _blank[cell] = true;
        _boxes = new(space, weights, _blank);
        _needs = Need.Of(space.Table, primary);
        _proof = new List<int>?[_needs.Count];
        _provenBy = [.. weights.Select(_ => new HashSet<int>())];
        _programs = new(space, _blank);
    }

    private bool IsLarge => _blank.Length > LargeTable;

    public HashSet<int> Blank => [.. Enumerable.Range(0, _blank.Length).Where(c => _blank[c])];

    /// <param name="order">Of the needs, by number; each once.</param>
    public void Add(IEnumerable<int> order)
    {
        foreach (var n in order)
        {
            var need = _needs[n];
            var moved = _boxes.Find(need.Cell, need.Shift, onlyBlank: !IsLarge)
                ?? _programs.Find(need, cell => _primary[cell] ? OfPrimary : _blank[cell] ? OfBlank : _weights[cell])
                ?? throw new InvalidOperationException("A table with every cell blank leaves every count open.");
            foreach (var cell in moved)
                _blank[cell] = true;
            Prove(n, moved);
        }
    }

    /// <summary>Dearest first. A blank whose needs all have another shift is shown.</summary>
    public void TakeAway()
    {
        foreach (var cell in Enumerable.Range(0, _blank.Length).Where(c => _blank[c] && !_primary[c]).OrderByDescending(c => _weights[c]).ThenBy(c => _provenBy[c].Count).ToList())
        {
            _blank[cell] = false;
            var other = new List<(int Need, List<int> Moved)>();
            var needs = _provenBy[cell].Order().ToList();
            _blank[cell] = !(needs.TrueForAll(CouldMove) && needs.TrueForAll(n => MovesOtherwise(n, other)));
            if (!_blank[cell])
                other.ForEach(o => Prove(o.Need, o.Moved));
        }

        // Proofs found late may have left a blank that was kept for an earlier one.
        for (var cell = 0; cell < _blank.Length; cell++)
            _blank[cell] &= _primary[cell] || _provenBy[cell].Count > 0;
    }

    private bool MovesOtherwise(int need, List<(int, List<int>)> found)
    {
        var moved = _boxes.Find(_needs[need].Cell, _needs[need].Shift, onlyBlank: true);
        if (moved is null && !IsLarge && (_effort += _blank.Length) <= MostEffort)
            moved = _programs.Find(_needs[need], c => _primary[c] ? OfPrimary : _blank[c] ? OfBlank : double.PositiveInfinity);
        if (moved is not null)
            found.Add((need, moved));
        return moved is not null;
    }

    /// <summary>False when one sum alone says that the rest cannot make up for the shift.</summary>
    private bool CouldMove(int need)
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

    /// <summary>For each blank that is not primary, the primary cells whose shift uses it.</summary>
    public Dictionary<int, IReadOnlyList<int>> Protects() =>
        Enumerable.Range(0, _blank.Length).Where(c => _blank[c] && !_primary[c])
            .ToDictionary(c => c, c => (IReadOnlyList<int>)[.. _provenBy[c].Select(n => _needs[n].Cell).Distinct().Order()]);

    private void Prove(int need, List<int> moved)
    {
        foreach (var cell in _proof[need] ?? [])
            _provenBy[cell].Remove(need);
        foreach (var cell in moved)
            _provenBy[cell].Add(need);
        _proof[need] = moved;
    }

    public void Dispose() => _programs.Dispose();
}
