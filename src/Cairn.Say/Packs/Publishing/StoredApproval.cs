using System.Globalization;
using System.Text;
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

    /// <summary>Approved by a second person: the campaign answers for it. Wins when a revision has both.</summary>
    public const string AsCampaign = "approved";

    [Kept("The approved revision.")]
    public required string Revision { get; init; }

    [Kept("How it was approved: as a demonstration, or by a second person.")]
    public required string Kind { get; init; }

    [Kept("When, in milliseconds since 1970.")]
    public long ApprovedAt { get; init; }

    [Kept("Who of the campaign's staff approved it, or how; never a visitor.")]
    public required string ApprovedBy { get; init; }

    [Kept("Signature over revision and kind, so that a demonstration cannot be turned into a campaign in the database; of a campaign also over who submitted and who approved it.")]
    public required byte[] Signature { get; init; }

    [Kept("The key that signed it.")]
    public required byte[] PublicKey { get; init; }

    /// <summary>What is signed of a demonstration.</summary>
    public static string Statement(string revision, string kind) => $"cairn approval 1\nrevision {revision}\nkind {kind}\n";

    /// <summary>What is signed when a second person approves: that there were two, and who, cannot be rewritten afterwards.</summary>
    /// <param name="submitters">Sign-in names of everybody who put their name to the revision.</param>
    public static string Statement(string revision, string kind, IEnumerable<string> submitters, string approver, long at)
    {
        var text = new StringBuilder("cairn approval 2\n");
        // Each part preceded by its length, so that no two statements can read alike.
        string[] parts = [revision, kind, at.ToString(CultureInfo.InvariantCulture), approver, .. submitters.Select(s => s.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part}\n");
        return text.ToString();
    }

    public static void Configure(EntityTypeBuilder<StoredApproval> row)
    {
        row.ToTable("say_approval");
        row.HasKey(r => new { r.Revision, r.Kind });
        row.HasOne<StoredRevision>().WithMany().HasForeignKey(r => r.Revision).OnDelete(DeleteBehavior.Restrict);
    }
}
