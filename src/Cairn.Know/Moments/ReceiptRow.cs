using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Know.Moments;

/// <summary>A receipt whose outcome has been told, so that it is not told twice.</summary>
[Kept("An outcome counts once: what remains of its receipt is a hash.", Until = "Three hours after the hour of its message; the receipt is good for two. Then deleted.")]
internal sealed class ReceiptRow
{
    /// <summary>Whole hours after its own in which a row is kept: the two in which a receipt can be good, and one for clocks that differ.</summary>
    public const int HoursKept = 3;

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
