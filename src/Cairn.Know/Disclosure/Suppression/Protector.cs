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

    private readonly ShiftSpace _space;
    private readonly Boxes _boxes;
    private readonly double[] _weights;
    private readonly bool[] _primary;
    private readonly bool[] _blank;
    private readonly IReadOnlyList<Need> _needs;
    private readonly List<int>?[] _proof;
    private readonly HashSet<int>[] _provenBy;
    private readonly NearPrograms _programs;

    public Protector(ShiftSpace space, IReadOnlyList<PrimaryCell> primary, double[] weights, IEnumerable<int> alsoBlank)
    {
        (_space, _boxes, _weights) = (space, new(space), weights);
        _primary = new bool[weights.Length];
        foreach (var p in primary)
            _primary[p.Cell] = true;
        _blank = [.. _primary];
        foreach (var cell in alsoBlank)
            _blank[cell] = true;
        _needs = Need.Of(space.Table, primary);
        _proof = new List<int>?[_needs.Count];
        _provenBy = [.. weights.Select(_ => new HashSet<int>())];
        _programs = new(space, _blank);
    }

    public HashSet<int> Blank => [.. Enumerable.Range(0, _blank.Length).Where(c => _blank[c])];

    /// <param name="order">Of the needs, by number; each once.</param>
    /// <param name="bias">Above 0, by cell: makes a new blank look cheaper or dearer than it is.</param>
    public void Add(IEnumerable<int> order, double[]? bias = null)
    {
        foreach (var n in order)
        {
            var need = _needs[n];
            var moved = _boxes.Find(need.Cell, need.Shift, _blank)
                ?? _programs.Find(need, cell => _primary[cell] ? OfPrimary : _blank[cell] ? OfBlank : _weights[cell] * (bias?[cell] ?? 1))
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
            var other = new List<(int, List<int>)>();
            foreach (var n in _provenBy[cell].Order())
            {
                var moved = _boxes.Find(_needs[n].Cell, _needs[n].Shift, _blank)
                    ?? _programs.Find(_needs[n], c => _primary[c] ? OfPrimary : _blank[c] ? OfBlank : double.PositiveInfinity);
                if (moved is null)
                {
                    _blank[cell] = true;
                    break;
                }

                other.Add((n, moved));
            }

            if (!_blank[cell])
                other.ForEach(o => Prove(o.Item1, o.Item2));
        }
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
