namespace Cairn.Know.Register.Tables;

/// <summary>What became of a file: a table with how it was understood, or why there is none. There is no table with some of its rows missing.</summary>
internal abstract record TableReading
{
    private TableReading()
    {
    }

    public sealed record Read(CountTable Table, TablePreview Preview) : TableReading;

    /// <param name="Problems">At least one, in the order of the file.</param>
    public sealed record Refused(IReadOnlyList<TableProblem> Problems) : TableReading;
}
