using Cairn.Know.Register.Tables;

namespace Cairn.Know.Register.Snapshots;

/// <summary>The totals of a printed axis as a tree: what is part of what, with one total over all.</summary>
internal static class AxisTree
{
    private const string All = "all";

    /// <summary>Each total stands over the largest totals and the codes that it counts; where no printed total counts all, one is put on top.</summary>
    /// <returns>Null when two totals share some codes and neither counts the other: they cannot stand in one tree.</returns>
    public static KeptAxis? Of(TableAxis axis)
    {
        var leaves = axis.Members.ToDictionary(m => m.Code, m => Leaves(axis, m).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        // Two totals of the same codes: the one that is printed as a sum of the other stands over it.
        var totals = axis.Totals.OrderBy(t => leaves[t.Code].Count).ThenBy(t => Height(axis, t)).ToList();
        if (totals.Where((t, i) => totals.Skip(i + 1).Any(other => leaves[t.Code].Overlaps(leaves[other.Code]) && !leaves[t.Code].IsSubsetOf(leaves[other.Code]))).Any())
            return null;

        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in axis.Members)
        {
            var rank = totals.IndexOf(member);
            parents[member.Code] = totals.Skip(rank + 1).FirstOrDefault(t => leaves[member.Code].IsSubsetOf(leaves[t.Code]))?.Code;
        }

        var tops = axis.Members.Where(m => parents[m.Code] is null).ToList();
        var codes = new List<KeptCode>();
        if (tops.Count > 1)
        {
            var root = All;
            while (parents.ContainsKey(root))
                root += "-all";
            codes.Add(new(root, "All", null));
            foreach (var top in tops)
                parents[top.Code] = root;
        }

        Add(codes.Count > 0 ? codes[0].Code : null);
        return new(axis.Kind.Word(), Label(axis.Kind), codes);

        void Add(string? parent)
        {
            foreach (var member in axis.Members.Where(m => parents[m.Code] == parent))
            {
                codes.Add(new(member.Code, member.Label, parent));
                Add(member.Code);
            }
        }
    }

    private static IEnumerable<string> Leaves(TableAxis axis, AxisMember member) => member.IsTotal ? member.SumOf.SelectMany(code => Leaves(axis, axis.Find(code)!)) : [member.Code];

    private static int Height(TableAxis axis, AxisMember member) => member.IsTotal ? 1 + member.SumOf.Max(code => Height(axis, axis.Find(code)!)) : 0;

    private static string Label(AxisKind kind) => kind switch
    {
        AxisKind.Division => "Division",
        AxisKind.Place => "Community or custody",
        AxisKind.OffenceGroup => "Offence group",
        AxisKind.Online => "Online",
        AxisKind.Period => "Period",
        _ => "Breakdown",
    };
}
