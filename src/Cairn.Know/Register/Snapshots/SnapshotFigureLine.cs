using System.Globalization;
using Cairn.Know.Register.Computed;
using Cairn.Know.Register.Releases;
using NodaTime;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A computed figure in the console: what it is, and what it would be once a table is published.</summary>
/// <param name="Then">Null where no table waits.</param>
public sealed record SnapshotFigureLine(string Id, string Series, string Now, string? Then)
{
    /// <summary>Every computed figure as it is.</summary>
    internal static IReadOnlyList<SnapshotFigureLine> All(FigureRegister figures, LocalDate today) => [.. figures.Changes(null, null, today).Select(Of)];

    /// <summary>Those that are computed from the series of a table that is protected and not published yet; none for any other.</summary>
    internal static IReadOnlyList<SnapshotFigureLine> Of(SnapshotRow row, FigureRegister figures, LocalDate today)
    {
        if (row.State is not (SnapshotState.Read or SnapshotState.Submitted) || row.Shown.Length == 0)
            return [];
        return [.. figures.Changes(row.Series, ReleasedTables.Of(KeptTable.Read(row.Shown)), today).Select(Of)];
    }

    private static SnapshotFigureLine Of(FigureChange change) => new(change.Id, change.Series, Said(change.Now), change.Then is { } then ? Said(then) : null);

    private static string Said(FoundFigure found) => found switch
    {
        FoundFigure.Shown { Figure: var shown } => string.Create(
            CultureInfo.InvariantCulture, $"{shown.Value(CultureInfo.InvariantCulture)} %, {shown.Figure.Numerator:N0} of {shown.Figure.Denominator:N0}, {TableLanguage.English.Date(shown.Figure.AsOf)}"),
        FoundFigure.Withheld { Why: var why } => why.Sentence(),
        _ => "not shown",
    };
}
