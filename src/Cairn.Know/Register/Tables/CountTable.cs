using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables;

/// <summary>One count of a table.</summary>
/// <param name="Codes">One code for each axis of the table, in its order.</param>
/// <param name="Printed">What stands there. Its <see cref="PrintedNumber.Count"/> is the count, null where none is known.</param>
/// <param name="Place">Where it stands in the file.</param>
internal sealed record CountCell(IReadOnlyList<string> Codes, PrintedNumber Printed, CellPlace Place)
{
    /// <summary>Null when it is withheld, blank or no number.</summary>
    public long? Count => Printed.Count;
}

/// <summary>A printed rate or percentage with the two numbers that it is of.</summary>
/// <param name="Per">100 for a percentage, 100,000 for a rate.</param>
/// <param name="Count">What is counted.</param>
/// <param name="Base">What it is counted among: a population, a total.</param>
internal sealed record PrintedRatio(PrintedNumber Printed, CellPlace Place, decimal Per, NumberAt Count, NumberAt Base);

/// <summary>A number with its place.</summary>
internal sealed record NumberAt(PrintedNumber Printed, CellPlace Place);

/// <summary>A table of counts as it was printed: nothing is corrected, nothing filled in.</summary>
internal sealed record CountTable
{
    private readonly Dictionary<string, CountCell> cells;

    /// <param name="cells">At most <see cref="SheetLimits.MostKeptCells"/>; not every combination of codes needs one.</param>
    /// <exception cref="ArgumentException">No axis, an axis twice, a cell beside the axes, or two cells for one combination.</exception>
    public CountTable(IReadOnlyList<TableAxis> axes, IReadOnlyList<CountCell> cells, IReadOnlyList<PrintedRatio> ratios)
    {
        if (axes.Count == 0 || axes.Select(a => a.Kind).Distinct().Count() != axes.Count)
            throw new ArgumentException("A table has axes, and each of them once.", nameof(axes));
        if (cells.Count > SheetLimits.MostKeptCells)
            throw new ArgumentException($"A table has at most {SheetLimits.MostKeptCells} cells.", nameof(cells));
        this.cells = new(cells.Count, StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell.Codes.Count != axes.Count || cell.Codes.Where((c, i) => axes[i].Find(c) is null).Any())
                throw new ArgumentException("A cell has one known code for each axis.", nameof(cells));
            if (!this.cells.TryAdd(Key(cell.Codes), cell))
                throw new ArgumentException("One combination has one cell.", nameof(cells));
        }

        (Axes, Cells, Ratios) = (axes, cells, ratios);
    }

    public IReadOnlyList<TableAxis> Axes { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<CountCell> Cells { get; }

    public IReadOnlyList<PrintedRatio> Ratios { get; }

    public TableAxis? Axis(AxisKind kind) => Axes.FirstOrDefault(a => a.Kind == kind);

    /// <summary>Null when the table has no cell for the combination: that is no 0.</summary>
    public CountCell? Find(IReadOnlyList<string> codes) => cells.GetValueOrDefault(Key(codes));

    private static string Key(IReadOnlyList<string> codes) => string.Join('\n', codes);
}
