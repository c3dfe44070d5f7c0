using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Why a revision may be shown. Without one it waits.</summary>
[Kept("Shows that each published text was approved, and how.", Until = "Kept as long as the revision; never changed.")]
internal sealed class StoredApproval
{
    /// <summary>Approved as a demonstration: nobody answers for it, and every page says so.</summary>
    public const string AsDemonstration = "demonstration";

    [Kept("The approved revision.")]
    public required string Revision { get; init; }

    [Kept("How it was approved: as a demonstration.")]
    public required string Kind { get; init; }

    [Kept("When, in milliseconds since 1970.")]
    public long ApprovedAt { get; init; }

    [Kept("Who of the campaign's staff approved it, or how; never a visitor.")]
    public required string ApprovedBy { get; init; }

    [Kept("Signature over revision and kind, so that a demonstration cannot be turned into a campaign in the database.")]
    public required byte[] Signature { get; init; }

    [Kept("The key that signed it.")]
    public required byte[] PublicKey { get; init; }

    /// <summary>What is signed.</summary>
    public static string Statement(string revision, string kind) => $"cairn approval 1\nrevision {revision}\nkind {kind}\n";

    public static void Configure(EntityTypeBuilder<StoredApproval> row)
    {
        row.ToTable("say_approval");
        row.HasKey(r => new { r.Revision, r.Kind });
        row.HasOne<StoredRevision>().WithMany().HasForeignKey(r => r.Revision).OnDelete(DeleteBehavior.Restrict);
    }
}
