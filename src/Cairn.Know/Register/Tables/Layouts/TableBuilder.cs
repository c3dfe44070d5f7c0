using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Makes the table that a layout describes, cell by cell. What does not fit is an error with its place: no row is left out unsaid.</summary>
internal sealed class TableBuilder
{
    private readonly Sheet sheet;
    private readonly TableLayout layout;
    private readonly List<AxisMembers> axes = [];
    private readonly List<CountCell> cells = [];
    private readonly Dictionary<string, CellPlace> seen = new(StringComparer.Ordinal);
    private readonly List<Understanding> remarks = [];
    private readonly List<(AxisKind Axis, int Column)> labelColumns;
    private readonly Dictionary<(int Row, int Column), CountCell> byPlace = [];

    private TableBuilder(Sheet sheet, TableLayout layout)
    {
        (this.sheet, this.layout) = (sheet, layout);
        labelColumns = [.. layout.Columns.Where(c => c.Value is ColumnMeaning.Labels).Select(c => (((ColumnMeaning.Labels)c.Value).Axis, c.Key))];
        axes.AddRange(labelColumns.Select(l => new AxisMembers(l.Axis)));
        axes.AddRange(layout.Columns.Values.OfType<ColumnMeaning.Counts>().SelectMany(c => c.Headings).Select(h => h.Axis).Distinct().Select(a => new AxisMembers(a)));
    }

    /// <exception cref="TableException">A row does not fit the layout.</exception>
    public static (CountTable Table, IReadOnlyList<Understanding> Totals, IReadOnlyList<Understanding> Remarks) Build(Sheet sheet, TableLayout layout)
    {
        var builder = new TableBuilder(sheet, layout);
        builder.Rows();
        var finished = builder.axes.Select(a => a.Finish(layout.Totals.GetValueOrDefault(a.Kind))).ToList();
        var strangers = layout.Totals.Keys.Concat(layout.Labels.Keys.Select(l => l.Axis)).Except(builder.axes.Select(a => a.Kind)).ToList();
        if (strangers.Count > 0)
            throw new TableException(TableProblemKind.NotUnderstood, $"The mapping has totals or codes of {strangers[0].Word()}, which is no axis of this table.");
        var axes = finished.Select(f => f.Axis).ToList();
        var ratios = RatioCells.Of(sheet, layout, axes, builder.cells, builder.byPlace, builder.remarks);
        return (new(axes, builder.cells, ratios), [.. finished.SelectMany(f => f.Totals)], builder.remarks);
    }

    private void Rows()
    {
        var labels = new string[labelColumns.Count];
        foreach (var row in layout.BodyRows)
        {
            Strangers(row);
            Labels(row, labels);
            var codes = labels.Select((label, i) => axes[i].Add(label, Given(axes[i].Kind, label), sheet.Place(row, labelColumns[i].Column))).ToList();
            foreach (var (column, meaning) in layout.Columns)
            {
                if (meaning is ColumnMeaning.Counts counts)
                    Count(row, column, [.. codes, .. Headings(column, counts)]);
            }

            if (sheet.Filled(row) == 1 && layout.Columns.Values.OfType<ColumnMeaning.Counts>().Any())
                remarks.Add(new(sheet.Place(row, 0), "a label and no number: read as blank", Sureness.Guessed, "if it is a heading, a mapping can leave it out"));
        }
    }

    private IEnumerable<string> Headings(int column, ColumnMeaning.Counts counts)
    {
        foreach (var axis in axes.Skip(labelColumns.Count))
        {
            var heading = counts.Headings.FirstOrDefault(h => h.Axis == axis.Kind)
                ?? throw new TableException(TableProblemKind.NotUnderstood, $"This column says nothing about {axis.Kind.Word()}, as others do.", sheet.Place(0, column));
            yield return axis.Add(heading.Label, heading.Code ?? Given(axis.Kind, heading.Label), sheet.Place(layout.HeaderRows.LastOrDefault(), column));
        }
    }

    private void Strangers(int row)
    {
        for (var column = 1; column <= sheet.Rows[row - 1].Length; column++)
        {
            if (!layout.Columns.ContainsKey(column) && !sheet[row, column].IsEmpty)
                throw new TableException(TableProblemKind.NotUnderstood, "A cell stands where the table has no column; a comma within a number that is not in quotes does this.", sheet.Place(row, column));
        }
    }

    // A label printed once for several rows holds until the next; the labels to the right of a total are totals themselves.
    private void Labels(int row, string[] labels)
    {
        var isTotal = false;
        for (var i = 0; i < labels.Length; i++)
        {
            var text = NumberText.WithoutMarks(NumberText.Spaced(sheet[row, labelColumns[i].Column].Text));
            if (text.Length == 0)
            {
                var isLast = i == labels.Length - 1;
                text = isTotal ? "Total" : isLast || labels[i] is null ? throw new TableException(TableProblemKind.NotUnderstood, "The row has no label here.", sheet.Place(row, labelColumns[i].Column)) : labels[i];
            }

            labels[i] = text;
            isTotal |= TableWords.IsTotal(text);
        }
    }

    private void Count(int row, int column, IReadOnlyList<string> codes)
    {
        if (cells.Count == SheetLimits.MostKeptCells)
            throw new TableException(TableProblemKind.TooLarge, $"The table has more than {SheetLimits.MostKeptCells:N0} cells.", sheet.Place(row, column));
        var place = sheet.Place(row, column);
        if (!seen.TryAdd(string.Join('\n', codes), place))
            throw new TableException(TableProblemKind.NotUnderstood, $"This cell has the same labels as {seen[string.Join('\n', codes)]}.", place);

        var printed = NumberText.Read(sheet[row, column].Text);
        if (printed.Status == CellStatus.Value && printed.Count is null)
            printed = PrintedNumber.Without(CellStatus.NotANumber, printed.IsMarked);
        if (printed.Status == CellStatus.NotANumber)
            remarks.Add(new(place, "no count: read as unknown", Sureness.Sure, "what stands here is neither a whole number nor a known mark"));
        var cell = new CountCell(codes, printed, place);
        cells.Add(cell);
        byPlace.Add((row, column), cell);
    }

    private string? Given(AxisKind axis, string label) => layout.Labels.GetValueOrDefault((axis, label));
}
