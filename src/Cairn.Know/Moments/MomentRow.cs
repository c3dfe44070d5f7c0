using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Moments;

/// <summary>How often one thing happened at moments of risk in one hour. An empty text means that the dimension does not apply.</summary>
[Kept("Shows whether warnings are seen and what follows. Only counts per hour and list entry: no query, no entry of a list, no platform, no person.", Until = "Kept with the campaign's evidence; no row can be traced to anyone.")]
internal sealed class MomentRow
{
    [Kept("The hour, as whole hours since 1970. Nothing finer is kept.")]
    public int Hour { get; init; }

    [Kept("What happened: a message was shown, a platform said what followed, or a person came to another message.")]
    public required string Event { get; init; }

    [Kept("Which published text was shown, by its SHA-256.")]
    public required string Revision { get; init; }

    [Kept("Which message of the running comparison, from the pack's list.")]
    public required string Arm { get; init; }

    [Kept("Where on a platform, from a list of five.")]
    public required string Surface { get; init; }

    [Kept("Which appearance of the warning, a small number.")]
    public int Look { get; init; }

    [Kept("Language the message was shown in, from the pack's list.")]
    public required string Language { get; init; }

    [Kept("What followed, from a list of six.")]
    public required string Outcome { get; init; }

    [Kept("How often, in that hour.")]
    public long Count { get; init; }

    public static void Configure(EntityTypeBuilder<MomentRow> row)
    {
        row.ToTable("know_moments");
        row.HasKey(r => new { r.Hour, r.Event, r.Revision, r.Arm, r.Surface, r.Look, r.Language, r.Outcome });
    }
}
