namespace Cairn.Know.Register.Tables.Offences;

/// <summary>The groups of the announcement as a level of an axis of offences: a total over the offences of each group, and one over those that are not classified.</summary>
internal static class GroupedOffences
{
    private const string NotClassifiedLabel = "Not classified";

    /// <summary>The axis with its groups before its own members. An offence that is a group itself, alone in it, needs no total over it.</summary>
    public static TableAxis Of(TableAxis axis, ClassifiedOffences classified)
    {
        var groups = classified.Offences.GroupBy(o => o.Link?.Group.Code ?? ClassifiedOffences.NotClassified, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Label: g.First().Link?.Group.Title ?? NotClassifiedLabel, Offences: g.Select(o => o.Offence).ToList()))
            .Where(g => g.Offences is not [var only] || !IsNamed(only, g.Code, g.Label))
            .OrderBy(g => g.Code == ClassifiedOffences.NotClassified);
        var totals = groups.Select(g => new AxisMember(Free(axis, g.Code), FreeLabel(axis, g.Label), [.. g.Offences.Select(o => o.Code)])).ToList();
        return new(axis.Kind, [.. totals, .. axis.Members]);
    }

    /// <summary>What every reader of group totals has to know: they are no counts of the source.</summary>
    public static IEnumerable<string> Notes(ClassifiedOffences classified)
    {
        yield return $"The source prints no totals of these groups. Its offences are put into groups by Cairn's classification of {classified.Edition}.";
        foreach (var group in classified.Offences.Where(o => o.Link is not null).GroupBy(o => o.Link!.Group.Title, StringComparer.Ordinal))
            yield return $"{group.Key}: {string.Join("; ", group.Select(o => $"{o.Offence.Label} ({o.Link!.InWords})"))}.";
        if (classified.Unclassified.Select(o => o.Label).ToList() is { Count: > 0 } rest)
            yield return $"{NotClassifiedLabel}, in no group of the announcement: {string.Join("; ", rest)}.";
    }

    private static bool IsNamed(AxisMember offence, string code, string label) => offence.Code == code || TableAxis.CodeOf(offence.Label) == TableAxis.CodeOf(label);

    private static string Free(TableAxis axis, string code)
    {
        while (axis.Find(code) is not null)
            code = "group-" + code;
        return code;
    }

    private static string FreeLabel(TableAxis axis, string label) => axis.Members.Any(m => m.Label == label) ? $"{label} (group)" : label;
}
