using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Audit;

/// <summary>The end of the audit on one day, signed with a key of the keyring.</summary>
[Kept("Signed end of each day's audit: rows cut off at the end, or a record written anew, are seen.", Until = "Kept as long as the campaign.")]
internal sealed class AuditHead
{
    [Kept("The day, yyyy-MM-dd, in UTC.")]
    public required string Day { get; init; }

    [Kept("Number of the last act of that day.")]
    public long Number { get; set; }

    [Kept("Its hash.")]
    public required string Hash { get; set; }

    [Kept("Signature over day, number and hash (ECDSA P-256, SHA-256).")]
    public required byte[] Signature { get; set; }

    /// <summary>What is signed.</summary>
    public static string Statement(string day, long number, string hash) => FormattableString.Invariant($"cairn audit 1\nday {day}\nnumber {number}\nhash {hash}\n");

    public static void Configure(EntityTypeBuilder<AuditHead> row)
    {
        row.ToTable("staff_audit_head");
        row.HasKey(r => r.Day);
    }
}
