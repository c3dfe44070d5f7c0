namespace Cairn.Know.Disclosure.Attack;

/// <summary>Bounds that follow from one sum at a time, again and again: what a patient person with a pencil finds. Never tighter than the truth.</summary>
internal sealed class Narrowing
{
    private const double Slack = 1e-6;

    /// <summary>A bound may creep towards its limit for ever; what is left is for the linear program.</summary>
    private const int MostVisitsOfASum = 50;

    private readonly Knowledge _knowledge;
    private readonly List<int>[] _sumsOf;

    public Narrowing(Knowledge knowledge)
    {
        _knowledge = knowledge;
        Low = [.. knowledge.Low];
        High = [.. knowledge.High];
        _sumsOf = new List<int>[knowledge.Count];
        for (var i = 0; i < _sumsOf.Length; i++)
            _sumsOf[i] = [];
        for (var s = 0; s < knowledge.Sums.Count; s++)
        {
            foreach (var unknown in knowledge.Sums[s].Unknowns)
                _sumsOf[unknown].Add(s);
        }

        Run();
    }

    public double[] Low { get; }

    public double[] High { get; }

    public bool IsKnown(int unknown) => High[unknown] - Low[unknown] < Slack;

    public IReadOnlyList<int> SumsOf(int unknown) => _sumsOf[unknown];

    private void Run()
    {
        var sums = _knowledge.Sums;
        var open = new Queue<int>(Enumerable.Range(0, sums.Count));
        var waits = Enumerable.Repeat(true, sums.Count).ToArray();
        var visits = new int[sums.Count];
        while (open.TryDequeue(out var s))
        {
            waits[s] = false;
            if (++visits[s] > MostVisitsOfASum)
                continue;
            foreach (var changed in Narrow(sums[s]))
            {
                foreach (var other in _sumsOf[changed])
                {
                    if (!waits[other])
                        open.Enqueue(other);
                    waits[other] = true;
                }
            }
        }
    }

    private List<int> Narrow(Knowledge.Sum sum)
    {
        double least = 0, most = 0;
        int leastOpen = 0, mostOpen = 0;
        for (var k = 0; k < sum.Unknowns.Length; k++)
        {
            var (a, b) = Ends(sum, k);
            Add(a, ref least, ref leastOpen);
            Add(b, ref most, ref mostOpen);
        }

        if ((leastOpen == 0 && least > sum.Value + Slack) || (mostOpen == 0 && most < sum.Value - Slack))
            throw new ContradictionException("What is shown cannot all be true: a blank would have to be below 0.");

        var changed = new List<int>();
        for (var k = 0; k < sum.Unknowns.Length; k++)
        {
            var (a, b) = Ends(sum, k);
            var low = Rest(sum.Value, most, mostOpen, b, double.NegativeInfinity);
            var high = Rest(sum.Value, least, leastOpen, a, double.PositiveInfinity);
            if (sum.Factors[k] < 0)
                (low, high) = (high / sum.Factors[k], low / sum.Factors[k]);
            else
                (low, high) = (low / sum.Factors[k], high / sum.Factors[k]);
            // Counts are whole: between two whole numbers there is nothing.
            (low, high) = (Math.Ceiling(low - Slack), Math.Floor(high + Slack));
            var unknown = sum.Unknowns[k];
            if (low <= Low[unknown] + Slack && high >= High[unknown] - Slack)
                continue;
            (Low[unknown], High[unknown]) = (Math.Max(Low[unknown], low), Math.Min(High[unknown], high));
            if (Low[unknown] > High[unknown] + Slack)
                throw new ContradictionException("What is shown cannot all be true: no count is left for a blank.");
            changed.Add(unknown);
        }

        return changed;
    }

    private (double Least, double Most) Ends(Knowledge.Sum sum, int k)
    {
        var (factor, unknown) = (sum.Factors[k], sum.Unknowns[k]);
        return factor < 0 ? (factor * High[unknown], factor * Low[unknown]) : (factor * Low[unknown], factor * High[unknown]);
    }

    private static void Add(double end, ref double total, ref int open)
    {
        if (double.IsInfinity(end))
            open++;
        else
            total += end;
    }

    /// <summary>What is left of the value when all others are at that end; <paramref name="none"/> when one of them has no end.</summary>
    private static double Rest(double value, double total, int open, double own, double none)
    {
        var othersOpen = double.IsInfinity(own) ? open - 1 : open;
        return othersOpen > 0 ? none : value - (double.IsInfinity(own) ? total : total - own);
    }
}
