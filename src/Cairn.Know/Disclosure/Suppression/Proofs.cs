namespace Cairn.Know.Disclosure.Suppression;

/// <summary>Which cells are blank, and for each need the shift that proves it served.</summary>
internal sealed class Proofs
{
    private readonly double[] _weights;
    private readonly bool[] _primary;
    private readonly Shift?[] _of;
    private readonly HashSet<int>[] _needsBy;

    public Proofs(IReadOnlyList<Need> needs, bool[] primary, double[] weights, IEnumerable<int> alsoBlank)
    {
        (Needs, _primary, _weights) = (needs, primary, weights);
        Blank = [.. primary];
        foreach (var cell in alsoBlank)
            Blank[cell] = true;
        _of = new Shift?[needs.Count];
        _needsBy = [.. primary.Select(_ => new HashSet<int>())];
    }

    public IReadOnlyList<Need> Needs { get; }

    /// <summary>By cell. Who changes it sees to it that every proof moves blank cells alone.</summary>
    public bool[] Blank { get; }

    /// <summary>The blanks that are not primary, in the order of their indexes.</summary>
    public List<int> Secondary => [.. Enumerable.Range(0, Blank.Length).Where(c => Blank[c] && !_primary[c])];

    public double Loss
    {
        get
        {
            var loss = 0.0;
            for (var cell = 0; cell < Blank.Length; cell++)
                loss += Blank[cell] ? _weights[cell] : 0;
            return loss;
        }
    }

    public Shift? Of(int need) => _of[need];

    /// <summary>The needs whose proof moves the cell, by number.</summary>
    public IReadOnlyCollection<int> NeedsBy(int cell) => _needsBy[cell];

    /// <summary>Makes every cell that moves blank.</summary>
    public void Prove(int need, Shift shift)
    {
        Forget(need);
        foreach (var cell in shift.Cells)
        {
            _needsBy[cell].Add(need);
            Blank[cell] = true;
        }

        _of[need] = shift;
    }

    public void Forget(int need)
    {
        foreach (var cell in _of[need]?.Cells ?? [])
            _needsBy[cell].Remove(need);
        _of[need] = null;
    }

    /// <summary>Shows every cell that is blank for nobody.</summary>
    public void ShowIdle()
    {
        for (var cell = 0; cell < Blank.Length; cell++)
            Blank[cell] &= _primary[cell] || _needsBy[cell].Count > 0;
    }

    public (bool[] Blank, Shift?[] Of) Keep() => ([.. Blank], [.. _of]);

    public void Restore((bool[] Blank, Shift?[] Of) kept)
    {
        for (var need = 0; need < _of.Length; need++)
        {
            if (ReferenceEquals(_of[need], kept.Of[need]))
                continue;
            if (kept.Of[need] is { } shift)
                Prove(need, shift);
            else
                Forget(need);
        }

        kept.Blank.CopyTo(Blank, 0);
    }
}
