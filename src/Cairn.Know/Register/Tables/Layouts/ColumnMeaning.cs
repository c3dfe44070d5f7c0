namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>A heading of one of the axes: printed for people, or coded by a mapping.</summary>
/// <param name="Code">Null: made of the label.</param>
internal sealed record Heading(AxisKind Axis, string Label, string? Code = null);

/// <summary>What a column of the table holds.</summary>
internal abstract record ColumnMeaning
{
    private ColumnMeaning()
    {
    }

    /// <summary>Labels of the rows, on one axis.</summary>
    public sealed record Labels(AxisKind Axis) : ColumnMeaning;

    /// <summary>Counts, of these headings besides those of the row.</summary>
    public sealed record Counts(IReadOnlyList<Heading> Headings) : ColumnMeaning;

    /// <summary>How many people live there: the base of rates.</summary>
    public sealed record Population : ColumnMeaning;

    /// <param name="Per">100 or 100,000.</param>
    /// <param name="CountColumn">Where its count stands.</param>
    /// <param name="BaseColumn">Where its base stands, on the same row; null: the total row of the count's column.</param>
    public sealed record Ratio(decimal Per, int CountColumn, int? BaseColumn) : ColumnMeaning;

    public sealed record Ignored : ColumnMeaning;
}

/// <summary>What is where on a sheet.</summary>
/// <param name="HeaderRows">Rows of headings, from the top; empty when a mapping says what each column is.</param>
/// <param name="BodyRows">Rows that are read, in the order of the file.</param>
/// <param name="Columns">By column number; a column that is missing is empty.</param>
/// <param name="Labels">Codes for labels that a mapping gives.</param>
/// <param name="Totals">What a mapping says about totals: by axis, the code of the total and the codes of its parts; no parts mean everything that is part of no other total.</param>
internal sealed record TableLayout(
    int SheetNumber,
    IReadOnlyList<int> HeaderRows,
    IReadOnlyList<int> BodyRows,
    IReadOnlyDictionary<int, ColumnMeaning> Columns,
    IReadOnlyDictionary<(AxisKind Axis, string Label), string> Labels,
    IReadOnlyDictionary<AxisKind, IReadOnlyDictionary<string, IReadOnlyList<string>>> Totals);
