using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Moments;

/// <summary>Which reports of one sender have been counted: the newest, and which of the 64 before it. One row a sender, however long it reports.</summary>
[Kept("A report of counts that is sent again is not counted again.", Until = "32 days after the sender's last report; reports that old are refused anyway.")]
internal sealed class ReporterRow
{
    /// <summary>A report counts for 30 days, and may be an hour ahead: once a row is this old, nothing that it knew of could be counted again.</summary>
    public const int DaysKept = 32;

    [Kept("The platform that reports, an organisation; empty for this program itself.")]
    public required string Platform { get; init; }

    [Kept("The random name that a sidecar, or one start of this program, gave itself.")]
    public required string Node { get; init; }

    [Kept("The highest number of a report that was counted.")]
    public long Newest { get; init; }

    [Kept("Which of the 64 numbers before it were counted, a bit each.")]
    public long Before { get; init; }

    [Kept("The day of the last report.")]
    public required string Day { get; init; }

    public static void Configure(EntityTypeBuilder<ReporterRow> row)
    {
        row.ToTable("know_reporters");
        row.HasKey(r => new { r.Platform, r.Node });
        row.HasIndex(r => r.Day);
    }
}
