using Cairn.Know.Register.Releases;
using Cairn.Know.Register.Tables;
using NodaTime;
using NodaTime.Text;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A kept table as it is published.</summary>
internal static class ReleasedTables
{
    private const string OnlineMeans = "Online is a mark on an offence, not a kind of offence. It is set when an offence is recorded, and can be missed.";
    private const string Licence = "CC BY 4.0. Name the publisher, the day the counts describe, and the revision.";

    /// <exception cref="ArgumentException">What it says of itself cannot be published.</exception>
    public static PublishedTable Of(KeptTable shown)
    {
        var facts = shown.Facts;
        return PublishedTable.Of(
            facts.Series,
            new()
            {
                Title = facts.Title,
                AsOf = Day(facts.AsOf),
                Base = facts.Base,
                Definition = facts.Definition,
                Publisher = facts.Publisher,
                SourceTitle = facts.Source,
                Source = facts.SourceAddress is null ? null : new Uri(facts.SourceAddress),
                Method = shown.Method,
                OnlineMeans = OnlineMeans,
                Notes = shown.Notes,
                Licence = Licence,
                RoundedTo = shown.RoundedTo,
                RoundedFromParts = shown.RoundedFromParts,
                Demonstration = facts.Demonstration,
            },
            [.. shown.Axes.Select(a => PublishedDimension.Of(a.Kind, a.Label, [.. a.Codes.Select(c => new PublishedCode(c.Code, c.Label, c.Parent))], a.Kind == AxisKind.Division.Word()))],
            [.. shown.Cells.Select(Cell)]);
    }

    public static LocalDate Day(string asOf) => LocalDatePattern.Iso.Parse(asOf).Value;

    private static PublishedCell Cell(KeptCell cell)
    {
        string[] at = [.. cell.At];
        return cell.Status switch
        {
            KeptCell.Shown => PublishedCell.Shown(cell.Count!.Value, at),
            KeptCell.Rounded => PublishedCell.Rounded(cell.Count!.Value, at),
            KeptCell.Blank => PublishedCell.Suppressed(at),
            _ => throw new ArgumentException($"A cell that is '{cell.Status}' is not published."),
        };
    }
}
