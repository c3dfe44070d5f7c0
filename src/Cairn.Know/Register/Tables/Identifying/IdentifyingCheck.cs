using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Identifying;

internal static class IdentifyingCheck
{
    public static IReadOnlyList<TableProblem> Of(IReadOnlyList<Sheet> sheets) => [];
}
