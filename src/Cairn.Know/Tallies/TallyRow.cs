using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Tallies;

/// <summary>How often one thing happened in one hour. An empty text means that the dimension does not apply.</summary>
[Kept("Shows whether the campaign is seen and where it leads. Only counts: rows are per hour and per list entry, never per person.", Until = "Kept with the campaign's evidence; no row can be traced to anyone.")]
internal sealed class TallyRow
{
    [Kept("The hour, as whole hours since 1970. Nothing finer is kept.")]
    public int Hour { get; init; }

    [Kept("What happened: view, or arrival by a code on artwork.")]
    public required string Event { get; init; }

    [Kept("Which page of the campaign, from the pack's list.")]
    public required string Page { get; init; }

    [Kept("Language the page was shown in, from the pack's list.")]
    public required string Language { get; init; }

    [Kept("Which published text was shown, by its SHA-256.")]
    public required string Revision { get; init; }

    [Kept("Whom the page speaks to, from a list of four. Said of the page, not of its reader.")]
    public required string Audience { get; init; }

    [Kept("Placement code of the artwork that led here, from the pack's list.")]
    public required string Channel { get; init; }

    [Kept("Nation chosen in the filter of the directory, from a list of four.")]
    public required string Nation { get; init; }

    [Kept("How often, in that hour.")]
    public long Count { get; init; }

    public static void Configure(EntityTypeBuilder<TallyRow> row)
    {
        row.ToTable("know_tally");
        row.HasKey(r => new { r.Hour, r.Event, r.Page, r.Language, r.Revision, r.Audience, r.Channel, r.Nation });
    }
}
