using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A table of counts of one day: read in, protected, then published by a second person or sent back.</summary>
[Kept("Tables of counts from the register, as published and with their history: never a row about a person.", Until = "Never deleted once published, so that a permalink holds. What was read in is emptied when it is sent back, or when the next table of its series is published.")]
internal sealed class SnapshotRow
{
    [Kept("Twelve random letters, for commands and the console.")]
    public required string Id { get; init; }

    [Kept("Which table of a series this is, a word in small letters.")]
    public required string Series { get; init; }

    [Kept("The day that the counts describe.")]
    public required string AsOf { get; init; }

    [Kept("What the table is called on its page.")]
    public required string Title { get; init; }

    [Kept("Where the counts come from, as whoever read them in said.")]
    public required string Source { get; init; }

    [Kept("One when the counts were invented for a demonstration; every page and file then says so.")]
    public int Demonstration { get; init; }

    [Kept("Where it stands: read, submitted, published or sent-back.")]
    public required string State { get; set; }

    [Kept("When it was read in, in milliseconds since 1970.")]
    public long ReadAt { get; init; }

    [Kept("The member of staff who read it in, or the command line.")]
    public required string ReadBy { get; init; }

    [Kept("The member of staff who put their name to it, or nothing.")]
    public string? SubmittedBy { get; set; }

    [Kept("When it was published or sent back, in milliseconds since 1970; 0 before.")]
    public long DecidedAt { get; set; }

    [Kept("The member of staff who decided, or nothing.")]
    public string? DecidedBy { get; set; }

    [Kept("Why it was sent back, or nothing.")]
    public string? Reason { get; set; }

    [Kept("Below which count a cell is not shown.")]
    public int Threshold { get; set; }

    [Kept("How what is too small is protected: by blanks, or by rounding.")]
    public required string Way { get; set; }

    [Kept("What was read in, before protection, with where sums did not agree; kept after publishing until the next of its series, which is attacked beside it.")]
    public byte[] Printed { get; set; } = [];

    [Kept("The table as it is, or would be, published: no count that is not shown.")]
    public byte[] Shown { get; set; } = [];

    [Kept("Twelve letters of a hash over what is published; part of the permalink. Empty before it is protected.")]
    public string Revision { get; set; } = "";

    public static void Configure(EntityTypeBuilder<SnapshotRow> row)
    {
        row.ToTable("know_snapshot");
        row.HasKey(r => r.Id);
        row.HasIndex(r => new { r.Series, r.AsOf });
    }
}
