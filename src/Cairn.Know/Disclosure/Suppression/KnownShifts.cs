namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Every shift found so far, under each need it serves: looked at before a new one is searched for.</summary>
internal sealed class KnownShifts
{
    /// <summary>Under one need; the oldest goes first.</summary>
    private const int MostOfANeed = 32;

    private readonly ShiftSpace _space;
    private readonly IReadOnlyList<Need> _needs;
    private readonly Dictionary<int, List<int>> _needsOf = [];
    private readonly List<Shift>[] _of;

    public KnownShifts(ShiftSpace space, IReadOnlyList<Need> needs)
    {
        (_space, _needs) = (space, needs);
        _of = [.. needs.Select(_ => new List<Shift>())];
        for (var n = 0; n < needs.Count; n++)
        {
            if (!_needsOf.TryGetValue(needs[n].Cell, out var numbers))
                _needsOf[needs[n].Cell] = numbers = [];
            numbers.Add(n);
        }
    }

    public void Learn(Shift shift)
    {
        foreach (var cell in shift.Cells)
        {
            foreach (var need in _needsOf.GetValueOrDefault(cell) ?? [])
            {
                if (!shift.Serves(_needs[need], _space.Table))
                    continue;
                if (_of[need].Count == MostOfANeed)
                    _of[need].RemoveAt(0);
                _of[need].Add(shift);
            }
        }
    }

    /// <summary>The one learnt last that serves the need and moves blank cells alone; null when there is none.</summary>
    public Shift? Find(int need, bool[] blank)
    {
        for (var k = _of[need].Count - 1; k >= 0; k--)
        {
            if (Array.TrueForAll(_of[need][k].Cells, c => blank[c]))
                return _of[need][k];
        }

        return null;
    }
}
