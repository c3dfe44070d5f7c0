namespace Cairn.Know.Register.Tables;

/// <summary>Why a file gives no table. The words say where, and never what stands there.</summary>
internal enum TableProblemKind
{
    /// <summary>A column fit to identify a person: the file is refused whole.</summary>
    Identifying,

    /// <summary>Larger than <see cref="Sheets.SheetLimits"/> allow, packed or unpacked.</summary>
    TooLarge,

    /// <summary>Neither CSV nor XLSX, or damaged.</summary>
    Unreadable,

    /// <summary>Readable, but no table of counts can be made of it without a mapping, or with this one.</summary>
    NotUnderstood,

    /// <summary>The mapping file itself is wrong; <see cref="TableProblem.Line"/> says where.</summary>
    Mapping,
}

/// <param name="Sentence">For people, in English; holds words of the program alone, never a cell's.</param>
/// <param name="Place">The cell, or null when the file as a whole is meant.</param>
/// <param name="Line">Line of the mapping file, from 1; null for problems of the table.</param>
internal sealed record TableProblem(TableProblemKind Kind, string Sentence, CellPlace? Place = null, int? Line = null)
{
    public override string ToString() => (Place, Line) switch
    {
        ({ } place, _) => $"{place}: {Sentence}",
        (_, { } line) => $"line {line} of the mapping: {Sentence}",
        _ => Sentence,
    };
}

/// <summary>Carries problems up to the entry point, which turns them into an answer; nothing else catches it.</summary>
internal sealed class TableException(params IReadOnlyList<TableProblem> problems) : Exception(string.Join("\n", problems))
{
    public TableException(TableProblemKind kind, string sentence, CellPlace? place = null)
        : this(new TableProblem(kind, sentence, place))
    {
    }

    public IReadOnlyList<TableProblem> Problems => problems;
}
