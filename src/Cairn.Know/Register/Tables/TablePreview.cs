namespace Cairn.Know.Register.Tables;

/// <summary>How sure a reading is.</summary>
internal enum Sureness
{
    /// <summary>A mapping says so.</summary>
    Said,

    /// <summary>A word or shape that means nothing else.</summary>
    Sure,

    /// <summary>It fits, and nothing else was seen to fit.</summary>
    Likely,

    /// <summary>Something had to be assumed: look, and write a mapping if it is wrong.</summary>
    Guessed,
}

/// <summary>How one column, total or row was understood.</summary>
/// <param name="Place">A column (row 0), a row (column 0) or a cell.</param>
/// <param name="Meaning">For people: "counts of community", "the sum of 13 others".</param>
/// <param name="Why">What it was told by.</param>
internal sealed record Understanding(CellPlace Place, string Meaning, Sureness Sureness, string Why)
{
    public override string ToString() => $"{Place}: {Meaning} ({Word(Sureness)}: {Why})";

    private static string Word(Sureness sureness) => sureness switch
    {
        Sureness.Said => "said",
        Sureness.Sure => "sure",
        Sureness.Likely => "likely",
        _ => "a guess",
    };
}

/// <summary>How a table was understood, before anybody relies on it.</summary>
/// <param name="Columns">Every column of the table, ignored ones too.</param>
/// <param name="Totals">Every total row and column.</param>
/// <param name="Remarks">What else there is to know: rows left out as titles and notes, hidden columns, cells that are no number.</param>
internal sealed record TablePreview(IReadOnlyList<Understanding> Columns, IReadOnlyList<Understanding> Totals, IReadOnlyList<Understanding> Remarks)
{
    public IEnumerable<string> Lines() =>
        Columns.Select(c => "column  " + c).Concat(Totals.Select(t => "total   " + t)).Concat(Remarks.Select(r => "remark  " + r));
}
