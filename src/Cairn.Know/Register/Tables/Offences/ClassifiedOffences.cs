namespace Cairn.Know.Register.Tables.Offences;

/// <summary>An offence of a table with its group.</summary>
/// <param name="Trace">Null: nothing of that name is known.</param>
internal sealed record ClassifiedOffence(AxisMember Offence, OffenceTrace? Trace)
{
    /// <summary>Null: not classified.</summary>
    public GroupLink? Link => Trace?.Link;

    /// <summary>The way from the offence to its group, for people.</summary>
    public override string ToString() => $"'{Offence.Label}': {Types}{(Link is { } link ? $"{link.Group.Title} ({link.InWords})" : "not classified, its counts are kept")}";

    private string Types => Trace is not { Types.Count: > 0 } trace || IsItself(trace) ? "" : string.Join(" or ", trace.Types.Select(t => t.Title)) + ", ";

    private bool IsItself(OffenceTrace trace) => trace is { Section: null, Types: [var only] } && only.Title == Offence.Label;
}

/// <summary>The counts of one group for one combination of a table's other axes.</summary>
/// <param name="Group">Code of the group, or <see cref="ClassifiedOffences.NotClassified"/>.</param>
/// <param name="Codes">Of the other axes, in the table's order.</param>
/// <param name="Cells">Every cell that went in; at least one.</param>
internal sealed record GroupCount(string Group, IReadOnlyList<string> Codes, IReadOnlyList<CountCell> Cells)
{
    /// <summary>Null when one of the cells is unknown.</summary>
    public decimal? Count => Cells.All(c => c.Count is not null) ? Known : null;

    /// <summary>Of the known cells alone.</summary>
    public decimal Known => Cells.Sum(c => (decimal)(c.Count ?? 0));
}

/// <summary>A table's offences by group. Whatever has no group is kept under <see cref="NotClassified"/>; printed totals are set aside, for they are counted already.</summary>
internal sealed record ClassifiedOffences
{
    public const string NotClassified = "not-classified";

    private ClassifiedOffences(string edition, IReadOnlyList<ClassifiedOffence> offences, IReadOnlyList<AxisMember> totals, IReadOnlyList<GroupCount> counts) =>
        (Edition, Offences, Totals, Counts) = (edition, offences, totals, counts);

    /// <summary>Of the classification.</summary>
    public string Edition { get; }

    /// <summary>Every offence of the table that is no total, in its order.</summary>
    public IReadOnlyList<ClassifiedOffence> Offences { get; }

    public IReadOnlyList<AxisMember> Totals { get; }

    public IReadOnlyList<GroupCount> Counts { get; }

    /// <summary>What somebody has to look at: offences that the classification does not know or puts in no group.</summary>
    public IEnumerable<AxisMember> Unclassified => Offences.Where(o => o.Link is null).Select(o => o.Offence);

    /// <returns>Null when the table has no axis of offences.</returns>
    public static ClassifiedOffences? Of(CountTable table, OffenceGroups groups)
    {
        if (table.Axis(AxisKind.OffenceGroup) is not { } axis)
            return null;
        var at = table.Axes.ToList().IndexOf(axis);
        var offences = axis.Members.Where(m => !m.IsTotal).Select(m => new ClassifiedOffence(m, groups.Trace(m.Label) ?? groups.Trace(m.Code))).ToList();
        var byCode = offences.ToDictionary(o => o.Offence.Code, o => o.Link?.Group.Code ?? NotClassified, StringComparer.Ordinal);
        var counts = table.Cells.Where(c => byCode.ContainsKey(c.Codes[at]))
            .GroupBy(c => string.Join('\n', c.Codes.Select((code, i) => i == at ? byCode[code] : code)))
            .Select(g => new GroupCount(byCode[g.First().Codes[at]], [.. g.First().Codes.Where((_, i) => i != at)], [.. g]))
            .ToList();
        return new(groups.Edition, offences, [.. axis.Totals], counts);
    }

    public IEnumerable<string> Lines() => Offences.Select(o => o.ToString());
}
