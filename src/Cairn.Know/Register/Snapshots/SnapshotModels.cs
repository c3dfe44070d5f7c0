using System.Globalization;
using Cairn.Know.Register.Releases;
using Cairn.Staff.Roles;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A snapshot in the console's list.</summary>
public sealed record SnapshotListLine(string Id, string Title, string AsOf, string State, string By);

/// <param name="MayRead">Whether the form for another file is shown.</param>
/// <param name="Refusals">Why the last file was refused.</param>
/// <param name="Said">What was typed, so that nothing is lost but the file, which a browser does not give twice.</param>
public sealed record SnapshotListModel(IReadOnlyList<SnapshotListLine> Lines, bool MayRead, string Today, IReadOnlyList<string> Refusals, SnapshotSaid Said)
{
    /// <summary>Every figure that is computed from a table.</summary>
    public IReadOnlyList<SnapshotFigureLine> Figures { get; init; } = [];
}

/// <summary>The fields of the form, as typed.</summary>
public sealed record SnapshotSaid(string Series, string Title, string AsOf, string Source, string Address, string Publisher, string Base, string Definition, string Mapping, bool Demonstration, bool ByGroup = false)
{
    internal static SnapshotSaid Nothing { get; } = new(SnapshotFacts.DefaultSeries, SnapshotFacts.DefaultTitle, "", "", "", "", SnapshotFacts.DefaultBase, SnapshotFacts.DefaultDefinition, "", false);

    internal SnapshotFacts Facts() => new(Series.Trim(), Title.Trim(), AsOf.Trim(), Source.Trim(), Address.Trim().Length == 0 ? null : Address.Trim(), Publisher.Trim(), Base.Trim(), Definition.Trim(), Demonstration, ByGroup);
}

/// <summary>What was decided of a cell.</summary>
public sealed record SnapshotDecision(string Cell, string Count, string Why, string Before, string After);

/// <summary>How the offences of a table were classified.</summary>
public sealed record SnapshotOffences(string Edition, IReadOnlyList<string> Lines, IReadOnlyList<string> NotClassified, IReadOnlyList<string> Counts)
{
    internal static SnapshotOffences? Of(KeptOffences? kept) => kept is null ? null : new(kept.Edition, kept.Lines, kept.NotClassified, kept.Counts);
}

/// <summary>Everything the console shows of one snapshot.</summary>
/// <param name="Grids">The table as it is, or would be, published; empty before it is protected.</param>
/// <param name="Decisions">Of each blank why, and what an attacker learns; empty once it is decided, for then the counts are gone.</param>
/// <param name="Offences">How its offences were classified; null when it has none, or when what was read in is gone.</param>
/// <param name="Verdict">What the attack on it found, or null.</param>
/// <param name="SmallChanges">Small changes from one table of the series to the next may be seen.</param>
/// <param name="Link">Where it is published, or null.</param>
public sealed record SnapshotModel(
    string Id, string Title, string AsOf, string Source, string State, string Revision, int Threshold, string Way, bool SmallChanges, bool Demonstration, IReadOnlyList<string> Story, string? Hindrance, string? Problem,
    IReadOnlyList<string> Preview, IReadOnlyList<string> Arithmetic, IReadOnlyList<string> Notes, SnapshotOffences? Offences, IReadOnlyList<TableGrid> Grids, IReadOnlyList<SnapshotDecision> Decisions, string? Verdict, string? Link,
    bool MayProtect, bool MaySubmit, bool MayPublish, bool MaySendBack)
{
    /// <summary>Figures that change when it is published; none once it is decided.</summary>
    public IReadOnlyList<SnapshotFigureLine> Figures { get; init; } = [];

    internal static SnapshotModel Of(SnapshotRow row, SignedIn who, string language, string? problem)
    {
        var open = row.State is SnapshotState.Read or SnapshotState.Submitted;
        var read = row.Printed.Length > 0 ? KeptTable.Read(row.Printed) : null;
        var kept = row.Shown.Length > 0 ? KeptTable.Read(row.Shown) : null;
        var shown = kept is null ? null : ReleasedTables.Of(kept);
        var smallChanges = kept is { SmallChanges: true };
        var made = open && shown is not null && read is not null ? Protection.Of(read, row.Way, row.Threshold, smallChanges) : null;
        return new(
            row.Id, row.Title, row.AsOf, row.Source, Word(row.State), row.Revision, row.Threshold, row.Way, smallChanges, row.Demonstration == 1, [.. StoryOf(row, smallChanges)], read?.Hindrance, problem,
            read?.Preview ?? [], read?.Arithmetic ?? [], read?.Notes ?? [], SnapshotOffences.Of(read?.Offences), shown is null ? [] : TableGrid.Of(shown, TableLanguage.English),
            made is null ? [] : [.. made.Decisions.Select(d => new SnapshotDecision(d.Name, read!.Cells[d.Cell].Count!.Value.ToString("N0", CultureInfo.InvariantCulture), d.Why, d.Before?.ToString() ?? "", d.After?.ToString() ?? ""))],
            made?.Verdict,
            row.State == SnapshotState.Published ? $"/{language}{TableAddresses.OfRevision(shown!)}" : null,
            open && read is { Hindrance: null } && who.May(Permission.WorkOnRegister),
            open && shown is not null && row.State == SnapshotState.Read && who.May(Permission.WorkOnRegister),
            row.State == SnapshotState.Submitted && who.May(Permission.PublishRegister),
            open && who.May(Permission.SendBackRegister));
    }

    internal static string Word(string state) => state switch
    {
        SnapshotState.Read => "read in",
        SnapshotState.Submitted => "waits for a second person",
        SnapshotState.Published => "published",
        _ => "sent back",
    };

    private static IEnumerable<string> StoryOf(SnapshotRow row, bool smallChanges)
    {
        yield return $"{row.ReadBy} read it in on {Day(row.ReadAt)}.";
        if (row.SubmittedBy is { } submitter)
            yield return $"{submitter} put their name to it.";
        if (smallChanges)
            yield return $"Changes of fewer than {row.Threshold} people from one table of the series to the next may be seen: allowed by {row.SubmittedBy ?? "whoever puts their name to it"}.";
        if (row.DecidedBy is { } decider)
            yield return row.State == SnapshotState.Published ? $"{decider} published it on {Day(row.DecidedAt)}." : $"{decider} sent it back on {Day(row.DecidedAt)}: {row.Reason}";
    }

    internal static string Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("d MMMM yyyy", TableLanguage.English.Culture);
}
