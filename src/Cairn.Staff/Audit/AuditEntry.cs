using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Audit;

/// <summary>One act of one member of staff, chained to the one before. Never changed afterwards: triggers refuse it.</summary>
[Kept("What staff did and when, each row sealed to the one before it, so that a change to the record is seen.", Until = "Kept as long as the campaign; never changed.")]
internal sealed class AuditEntry
{
    [Kept("Counts the acts, from 1, without gaps.")]
    public long Number { get; init; }

    [Kept("When, in milliseconds since 1970.")]
    public long At { get; init; }

    [Kept("The sign-in name of the member of staff, or 'command line' or 'server'; never a visitor.")]
    public required string Actor { get; init; }

    [Kept("What was done, a word from a closed list such as pack.approve.")]
    public required string Act { get; init; }

    [Kept("On what: a revision, a service and field, a member of staff. Never its content.")]
    public required string Subject { get; init; }

    [Kept("SHA-256 over the hash of the row before and this row, in hex.")]
    public required string Hash { get; init; }

    public static void Configure(EntityTypeBuilder<AuditEntry> row)
    {
        row.ToTable("staff_audit");
        row.HasKey(r => r.Number);
        row.Property(r => r.Number).ValueGeneratedNever();
    }
}
