using Cairn.Know.Register.Tables.Layouts;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Mapping;

/// <summary>What a person says about a table that cannot be understood by itself. Everything is optional; what is not said is told by the table.</summary>
internal sealed partial class TableMapping
{
    /// <summary>As the workbook counts its sheets, hidden ones too, from 1; null: the one visible sheet with a table.</summary>
    public int? SheetNumber { get; private init; }

    /// <summary>Rows of headings, from the top; null: found.</summary>
    public IReadOnlyList<int>? HeadingRows { get; private init; }

    /// <summary>First and last row of the table below its headings, both included; null: found.</summary>
    public (int First, int Last)? Rows { get; private init; }

    /// <summary>Rows within the table that are no part of it, such as headings between.</summary>
    public IReadOnlySet<int> LeftOut { get; private init; } = new HashSet<int>();

    /// <summary>Labels of divisions that the mapping gives codes for.</summary>
    public IReadOnlySet<string> KnownLabels => codes.Keys.Where(k => k.Axis == AxisKind.Division).Select(k => k.Label).ToHashSet();

    public bool SaysColumns => columns.Count > 0;

    private readonly SortedDictionary<int, (ColumnMeaning Meaning, string Words)> columns = [];
    private readonly Dictionary<(AxisKind Axis, string Label), string> codes = [];
    private readonly Dictionary<AxisKind, IReadOnlyDictionary<string, IReadOnlyList<string>>> totals = [];

    /// <summary>The layout that the mapping describes, every column said.</summary>
    public (TableLayout Layout, IReadOnlyList<Understanding> Columns) Layout(Sheet sheet, TableRegion region)
    {
        var layout = new TableLayout(
            sheet.Number, region.HeaderRows, region.BodyRows, columns.ToDictionary(c => c.Key, c => c.Value.Meaning), codes, totals);
        return (layout, [.. columns.Select(c => new Understanding(sheet.Place(0, c.Key), c.Value.Words, Sureness.Said, "by the mapping"))]);
    }

    /// <summary>A layout that was told by the table, with the codes and totals that the mapping says.</summary>
    public TableLayout Beside(TableLayout layout) => layout with { Labels = codes, Totals = totals };

    /// <summary>The rows the mapping names, or those that are found, without those it leaves out.</summary>
    public TableRegion? Region(Sheet sheet)
    {
        if (Rows is not { } rows)
        {
            return TableRegion.Find(sheet) is { } found
                ? found with { HeaderRows = HeadingRows ?? found.HeaderRows, BodyRows = [.. found.BodyRows.Where(r => !LeftOut.Contains(r))] }
                : null;
        }

        var last = Math.Min(rows.Last, sheet.Rows.Count);
        var body = Enumerable.Range(rows.First, Math.Max(0, last - rows.First + 1)).Where(r => sheet.Filled(r) > 0 && !LeftOut.Contains(r)).ToList();
        if (body.Count == 0)
            throw new TableException(TableProblemKind.NotUnderstood, "The rows that the mapping names are empty.", sheet.Place(rows.First, 0));
        var headings = HeadingRows ?? (SaysColumns ? [] : throw new TableException(new TableProblem(TableProblemKind.Mapping, "where 'rows' is said, 'headings' or 'columns' must be said too.", Line: 1)));
        var others = Enumerable.Range(1, sheet.Rows.Count).Where(r => sheet.Filled(r) > 0).Except(headings).Except(body);
        return new(headings, body, [.. others]);
    }
}
