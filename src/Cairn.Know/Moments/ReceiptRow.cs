using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Moments;

/// <summary>A receipt whose outcome has been told, so that it is not told twice.</summary>
[Kept("An outcome counts once: what remains of its receipt is a hash.", Until = "Three hours, after which the receipt is good for nothing; then deleted.")]
internal sealed class ReceiptRow
{
    /// <summary>Whole hours after its hour in which a receipt can still be good; a row of an earlier hour is deleted.</summary>
    public const int HoursKept = 2;

    [Kept("SHA-256 of the receipt's random number, which was drawn for one message and names nobody.")]
    public required byte[] Hash { get; init; }

    [Kept("The hour in which the message was shown, as whole hours since 1970.")]
    public int Hour { get; init; }

    public static void Configure(EntityTypeBuilder<ReceiptRow> row)
    {
        row.ToTable("know_receipts");
        row.HasKey(r => r.Hash);
        row.HasIndex(r => r.Hour);
    }
}
