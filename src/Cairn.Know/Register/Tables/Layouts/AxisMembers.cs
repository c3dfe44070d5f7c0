namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Collects the labels of one axis in the order of the file, and makes totals of those that are called so.</summary>
internal sealed class AxisMembers(AxisKind kind)
{
    private readonly List<(string Code, string Label, CellPlace Place)> members = [];
    private readonly Dictionary<string, int> byCode = new(StringComparer.Ordinal);

    public AxisKind Kind => kind;

    /// <returns>The code of the label.</returns>
    /// <param name="given">A mapping's code, or null.</param>
    public string Add(string label, string? given, CellPlace place)
    {
        var code = given ?? TableAxis.CodeOf(label);
        if (byCode.TryAdd(code, members.Count))
            members.Add((code, label, place));
        return code;
    }

    /// <param name="said">Totals as a mapping has them, by code; null: told by the labels.</param>
    /// <exception cref="TableException">A total of something that is not there, or of itself.</exception>
    public (TableAxis Axis, IReadOnlyList<Understanding> Totals) Finish(IReadOnlyDictionary<string, IReadOnlyList<string>>? said)
    {
        var sums = said is null ? GuessedSums() : SaidSums(said);
        var understood = sums.Where(s => s.Value.Count > 0).Select(s => Understood(s.Key, s.Value, said is not null, sums.Count)).ToList();
        try
        {
            return (new(kind, [.. members.Select(m => new AxisMember(m.Code, m.Label, sums.GetValueOrDefault(m.Code) ?? []))]), understood);
        }
        catch (ArgumentException)
        {
            throw new TableException(TableProblemKind.NotUnderstood, $"The totals of {kind.Word()} contain themselves, or a part twice.");
        }
    }

    private Understanding Understood(string code, IReadOnlyList<string> parts, bool isSaid, int totals)
    {
        var (sureness, why) = (isSaid, totals) switch
        {
            (true, _) => (Sureness.Said, "by the mapping"),
            (_, 1) => (Sureness.Sure, "the one total of its kind"),
            _ => (Sureness.Guessed, "of several totals, each is taken to sum what stands with it"),
        };
        var (_, label, place) = members[byCode[code]];
        return new(place, $"'{label}' is the sum of {(parts.Count == 1 ? "1 other" : $"{parts.Count} others")} of {kind.Word()}", sureness, why);
    }

    private Dictionary<string, IReadOnlyList<string>> SaidSums(IReadOnlyDictionary<string, IReadOnlyList<string>> said)
    {
        var sums = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (total, parts) in said)
        {
            foreach (var code in parts.Prepend(total))
            {
                if (!byCode.ContainsKey(code))
                    throw new TableException(TableProblemKind.NotUnderstood, $"The mapping speaks of the {kind.Word()} '{code}', which the table does not have.");
            }

            // Without parts: everything that stands under no other total.
            var below = said.Where(s => s.Key != total).SelectMany(s => s.Value).ToHashSet();
            sums[total] = parts.Count > 0 ? parts : [.. members.Select(m => m.Code).Where(c => c != total && !below.Contains(c))];
        }

        return sums;
    }

    /// <summary>The total of all sums what stands under no other total; any other total sums the rows before it up to the total before, or, when none are there, those after it.</summary>
    private Dictionary<string, IReadOnlyList<string>> GuessedSums()
    {
        var sums = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var totals = members.Where(m => TableWords.IsTotal(m.Label)).Select(m => byCode[m.Code]).ToList();
        if (totals.Count == 0 || totals.Count == members.Count)
            return sums;
        var whole = totals.Count == 1 ? totals[0] : totals.Where(t => TableWords.IsWholeTotal(members[t].Label)).Select(t => (int?)t).LastOrDefault();

        var under = new HashSet<int>();
        foreach (var total in totals.Where(t => t != whole))
        {
            var parts = Run(total, -1, totals);
            if (parts.Count == 0 || parts.Any(under.Contains))
                parts = Run(total, +1, totals);
            parts.RemoveAll(under.Contains);
            parts.ForEach(p => under.Add(p));
            if (parts.Count > 0)
                sums[members[total].Code] = Codes(parts);
        }

        if (whole is { } all)
            sums[members[all].Code] = Codes(Enumerable.Range(0, members.Count).Where(i => i != all && !under.Contains(i)));
        return sums;
    }

    private List<int> Run(int total, int step, List<int> totals)
    {
        var run = new List<int>();
        for (var i = total + step; i >= 0 && i < members.Count && !totals.Contains(i); i += step)
            run.Add(i);
        return run;
    }

    private IReadOnlyList<string> Codes(IEnumerable<int> indexes) => [.. indexes.Order().Select(i => members[i].Code)];
}
