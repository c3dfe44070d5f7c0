namespace Cairn.Know.Moments;

/// <summary>What one transaction decides: which reports and receipts are new, and what is added. The same on both engines.</summary>
internal sealed class WritePlan(IReadOnlyList<ReportedCounts> reports, IReadOnlyList<ToldOutcome> outcomes, string day)
{
    public Written Written { get; } = new(new Taken[reports.Count], new bool[outcomes.Count]);

    /// <summary>Today.</summary>
    public string Day => day;

    public bool HasOutcomes => outcomes.Count > 0;

    /// <summary>Each sender once, in an order that all nodes keep.</summary>
    public IReadOnlyList<Sender> Senders { get; } =
        [.. reports.Select(r => new Sender(r.Platform, r.Node)).Distinct().OrderBy(s => s.Platform, StringComparer.Ordinal).ThenBy(s => s.Node, StringComparer.Ordinal)];

    /// <summary>Each hash once, in an order that all nodes keep. A hash that is told more than once is good when one of its tellings is.</summary>
    public IReadOnlyList<ToldReceipt> Receipts { get; } =
        [.. outcomes.GroupBy(o => Convert.ToHexString(o.ReceiptHash)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ToldReceipt(g.First().ReceiptHash, g.First().ReceiptHour, g.Any(o => o.Good)))];

    /// <summary>Decides about the reports.</summary>
    /// <param name="known">What each sender had counted, as locked in the database. Returned as it is afterwards.</param>
    public void TakeReports(Dictionary<Sender, Sequence> known)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            var sender = new Sender(reports[i].Platform, reports[i].Node);
            Written.Reports[i] = known[sender].Take(reports[i].Number, out var after);
            known[sender] = after;
        }
    }

    /// <summary>Decides about the outcomes.</summary>
    /// <param name="inserted">Hashes that were not there before.</param>
    public void TakeOutcomes(HashSet<string> inserted)
    {
        for (var i = 0; i < outcomes.Count; i++)
            Written.Outcomes[i] = outcomes[i].Good && inserted.Remove(Convert.ToHexString(outcomes[i].ReceiptHash));
    }

    /// <summary>What is added, in an order that all nodes keep. An outcome that does not count adds nothing, but stands here all the same.</summary>
    public List<KeyValuePair<MomentKey, long>> Sums()
    {
        var sums = new Dictionary<MomentKey, long>();
        for (var i = 0; i < reports.Count; i++)
        {
            foreach (var (key, count) in Written.Reports[i] == Taken.Counted ? reports[i].Counts : [])
                sums[key] = sums.GetValueOrDefault(key) + count;
        }

        for (var i = 0; i < outcomes.Count; i++)
            sums[outcomes[i].Key] = sums.GetValueOrDefault(outcomes[i].Key) + (Written.Outcomes[i] ? 1 : 0);
        return [.. sums.OrderBy(s => s.Key, MomentKey.InOrder)];
    }
}

internal readonly record struct Sender(string Platform, string Node);

internal sealed record ToldReceipt(byte[] Hash, int Hour, bool Good);
