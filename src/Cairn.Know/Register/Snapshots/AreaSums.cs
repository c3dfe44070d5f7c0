using Cairn.Know.Register.Tables;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A kept table whose divisions are sums of base areas, which other tables may put together otherwise.</summary>
internal sealed class AreaSums
{
    private readonly int axis;
    private readonly Dictionary<string, KeptCell> cells;

    private AreaSums(KeptTable table, int axis)
    {
        (Table, this.axis) = (table, axis);
        cells = table.Cells.ToDictionary(c => string.Join('/', c.At), StringComparer.Ordinal);
        var codes = table.Axes[axis].Codes;
        // Parts stand after what they are part of, so each is whole before it is added to its parent.
        var bases = codes.ToDictionary(c => c.Code, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var totals = codes.Select(c => c.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes.Reverse())
        {
            if (!totals.Contains(code.Code))
                bases[code.Code].UnionWith(Own(code));
            if (code.Parent is { } parent)
                bases[parent].UnionWith(bases[code.Code]);
        }

        Areas = [.. codes.Select(c => (c.Code, c.Label, (IReadOnlySet<string>)bases[c.Code]))];
    }

    public KeptTable Table { get; }

    /// <summary>Every code of the axis of divisions, totals too, with the base areas it is the sum of.</summary>
    public IReadOnlyList<(string Code, string Label, IReadOnlySet<string> Bases)> Areas { get; }

    /// <summary>All base areas.</summary>
    public IReadOnlySet<string> Bases => Areas[0].Bases;

    /// <returns>Null when the table has no divisions.</returns>
    public static AreaSums? Of(KeptTable table) => table.Axes.ToList().FindIndex(a => a.Kind == AxisKind.Division.Word()) is var axis and >= 0 ? new(table, axis) : null;

    /// <summary>As somebody wrote it, for people.</summary>
    public string NameOf(string baseArea) =>
        Table.Areas?.SelectMany(a => a.Of).FirstOrDefault(a => TableAxis.CodeOf(a) == baseArea) ?? Areas.FirstOrDefault(a => TableAxis.CodeOf(a.Label) == baseArea).Label ?? baseArea;

    /// <summary>Every combination of the codes of the other axes, by the axis' word.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Combinations() => Table.Axes.Where((_, i) => i != axis)
        .Aggregate<KeptAxis, IEnumerable<Dictionary<string, string>>>([[]], (all, other) => all.SelectMany(_ => other.Codes, (at, code) => new Dictionary<string, string>(at) { [other.Kind] = code.Code }));

    /// <summary>The same combination in this table: of an axis that only one of the two has, the total; a total is a total whatever it is called.</summary>
    /// <returns>Null when this table does not have it.</returns>
    public IReadOnlyDictionary<string, string>? Same(IReadOnlyDictionary<string, string> at, AreaSums from)
    {
        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var other in Table.Axes.Where((_, i) => i != axis))
        {
            var code = at.GetValueOrDefault(other.Kind);
            var root = code is null || from.Root(other.Kind) == code;
            if (!root && other.Codes.All(c => c.Code != code))
                return null;
            here[other.Kind] = root ? other.Codes[0].Code : code!;
        }

        return at.All(a => here.ContainsKey(a.Key) || from.Root(a.Key) == a.Value) ? here : null;
    }

    /// <summary>The labels of a combination, for people; empty when it is all.</summary>
    public string InWords(IReadOnlyDictionary<string, string> at) =>
        string.Join(", ", Table.Axes.Where((a, i) => i != axis && a.Codes[0].Code != at[a.Kind]).Select(a => a.Codes.First(c => c.Code == at[a.Kind]).Label));

    public KeptCell Cell(string area, IReadOnlyDictionary<string, string> at) => cells[string.Join('/', Table.Axes.Select((a, i) => i == axis ? area : at[a.Kind]))];

    private string? Root(string kind) => Table.Axes.FirstOrDefault(a => a.Kind == kind)?.Codes[0].Code;

    private IEnumerable<string> Own(KeptCode code) => Table.Areas?.FirstOrDefault(a => a.Code == code.Code)?.Of.Select(TableAxis.CodeOf) ?? [TableAxis.CodeOf(code.Label)];
}
