namespace Cairn.Know.Disclosure.Attack;

/// <summary>The attack on unknowns that hang together. Every solution found for one of them is a table that could be the true one, and so shows for all others
/// how far they can at least be; what has been seen at its bound needs no solution of its own.</summary>
internal sealed class PartAttack
{
    private const double Slack = 1e-6;

    private readonly IReadOnlyList<int> _part;
    private readonly IReadOnlyDictionary<int, ProtectionInterval> _needs;
    private readonly AttackDepth _depth;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _seenLow;
    private readonly double[] _seenHigh;
    private readonly bool[] _endless;
    private readonly List<Knowledge.Sum> _sums = [];

    public PartAttack(Knowledge knowledge, Narrowing narrowed, IReadOnlyList<int> part, IReadOnlyDictionary<int, ProtectionInterval> needs, AttackDepth depth)
    {
        (_part, _needs, _depth) = (part, needs, depth);
        _low = [.. part.Select(u => narrowed.Low[u])];
        _high = [.. part.Select(u => narrowed.High[u])];
        _seenLow = [.. part.Select(_ => double.PositiveInfinity)];
        _seenHigh = [.. part.Select(_ => double.NegativeInfinity)];
        _endless = new bool[part.Count];
        var at = part.Select((u, i) => (u, i)).ToDictionary(x => x.u, x => x.i);
        foreach (var s in part.SelectMany(narrowed.SumsOf).Distinct().Order())
        {
            var sum = knowledge.Sums[s];
            var open = Enumerable.Range(0, sum.Unknowns.Length).Where(k => at.ContainsKey(sum.Unknowns[k])).ToList();
            var known = Enumerable.Range(0, sum.Unknowns.Length).Except(open).Sum(k => sum.Factors[k] * narrowed.Low[sum.Unknowns[k]]);
            _sums.Add(new([.. open.Select(k => at[sum.Unknowns[k]])], [.. open.Select(k => sum.Factors[k])], sum.Value - known));
        }
    }

    public void Run(Learnt[] learnt)
    {
        FindEndless();
        var ends = Enumerable.Range(0, _part.Count).Select(i => (_low[i], _high[i])).ToList();
        using (var program = new AttackProgram(ends, _sums, _depth == AttackDepth.ExactInWholeNumbers))
        {
            Note(program.Reach([], true)!);
            for (var i = 0; i < _part.Count; i++)
            {
                if (IsOpenBelow(i))
                    Note(program.Reach([i], false)!);
                if (IsOpenAbove(i))
                    Note(program.Reach([i], true) ?? throw new InvalidOperationException("A blank without end was not seen to have none."));
            }
        }

        for (var i = 0; i < _part.Count; i++)
        {
            var exact = _depth != AttackDepth.UntilNeedsHold || (AtLow(i) && (_endless[i] || AtHigh(i)));
            learnt[_part[i]] = new((long)Math.Ceiling(_seenLow[i] - Slack), _endless[i] ? null : (long)Math.Floor(_seenHigh[i] + Slack), exact);
        }
    }

    /// <summary>An unknown has no end exactly when some change that keeps all sums and lowers nothing without end raises it. Such changes add up, so one program
    /// that wants all of them raised by one finds all that can be.</summary>
    private void FindEndless()
    {
        var open = Enumerable.Range(0, _part.Count).Where(i => double.IsInfinity(_high[i])).ToList();
        if (open.Count == 0)
            return;
        var at = open.Select((i, k) => (i, k)).ToDictionary(x => x.i, x => x.k);
        var count = open.Count;
        // The change of each, then as much of it as counts (at most 1), then what is over.
        var changes = Enumerable.Repeat((0.0, double.PositiveInfinity), count)
            .Concat(Enumerable.Repeat((0.0, 1.0), count)).Concat(Enumerable.Repeat((0.0, double.PositiveInfinity), count)).ToList();
        var sums = new List<Knowledge.Sum>();
        foreach (var sum in _sums)
        {
            var moving = Enumerable.Range(0, sum.Unknowns.Length).Where(k => at.ContainsKey(sum.Unknowns[k])).ToList();
            if (moving.Count > 0)
                sums.Add(new([.. moving.Select(k => at[sum.Unknowns[k]])], [.. moving.Select(k => sum.Factors[k])], 0));
        }

        for (var k = 0; k < count; k++)
            sums.Add(new([k, count + k, 2 * count + k], [1, -1, -1], 0));
        using var program = new AttackProgram(changes, sums);
        var raised = program.Reach([.. Enumerable.Range(count, count)], true)!;
        for (var k = 0; k < count; k++)
            _endless[open[k]] = raised[count + k] > 0.5;
    }

    private bool AtLow(int i) => _seenLow[i] <= _low[i] + Slack;

    private bool AtHigh(int i) => _seenHigh[i] >= _high[i] - Slack;

    private bool IsOpenBelow(int i) => !AtLow(i) && (_depth != AttackDepth.UntilNeedsHold || (_needs.TryGetValue(_part[i], out var need) && _seenLow[i] > need.Low + Slack));

    private bool IsOpenAbove(int i) =>
        !_endless[i] && !AtHigh(i) && (_depth != AttackDepth.UntilNeedsHold || (_needs.TryGetValue(_part[i], out var need) && _seenHigh[i] < need.High - Slack));

    private void Note(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _seenLow[i] = Math.Min(_seenLow[i], values[i]);
            _seenHigh[i] = Math.Max(_seenHigh[i], values[i]);
        }
    }
}
