using Cairn.Know.Register.Tables.Mapping;

namespace Cairn.Know.Register.Tables;

/// <summary>What became of a file: a table with how it was understood, or why there is none. There is no table with some of its rows missing.</summary>
internal abstract record TableReading
{
    private TableReading()
    {
    }

    /// <param name="MadeOf">Of which smaller areas divisions are made, where a mapping says so.</param>
    public sealed record Read(CountTable Table, TablePreview Preview, IReadOnlyList<MadeOf> MadeOf) : TableReading;

    /// <param name="Problems">At least one, in the order of the file.</param>
    public sealed record Refused(IReadOnlyList<TableProblem> Problems) : TableReading;
}
