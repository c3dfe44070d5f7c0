using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Say.Packs.Publishing;

/// <summary>What was done with a revision. Never changed afterwards.</summary>
[Kept("The history of the campaign: what was shown when, and who decided it.", Until = "Kept as long as the campaign; never changed.")]
internal sealed class PackAct
{
    public const string Submitted = "submitted", SentBack = "sent back", Approved = "approved", Published = "published", RolledBack = "rolled back";

    /// <summary>The <c>By</c> of acts nobody typed: a folder published when the server started.</summary>
    public const string AtStart = "start of the server";

    public const string ByCommand = "command line";

    public const int LongestReason = 1000;

    [Kept("Counts the acts, from 1.")]
    public long Version { get; init; }

    [Kept("Submitted, sent back, approved, published or rolled back.")]
    public required string Act { get; init; }

    [Kept("The pack.")]
    public required string PackId { get; init; }

    [Kept("The revision.")]
    public required string Revision { get; init; }

    [Kept("When, in milliseconds since 1970.")]
    public long At { get; init; }

    [Kept("Who of the campaign's staff did it, or how; never a visitor.")]
    public required string By { get; init; }

    [Kept("Why it was sent back, in the words of the member of staff who did; nothing for other acts.")]
    public string? Reason { get; init; }

    /// <summary>True when a person's name is on it: a member of staff, by sign-in name.</summary>
    public bool IsNamed => By is not (AtStart or ByCommand);

    public static void Configure(EntityTypeBuilder<PackAct> row)
    {
        row.ToTable("say_act");
        row.HasKey(r => r.Version);
        row.Property(r => r.Version).ValueGeneratedNever();
        row.Ignore(r => r.IsNamed);
        row.HasIndex(r => r.PackId);
        row.HasOne<StoredRevision>().WithMany().HasForeignKey(r => r.Revision).OnDelete(DeleteBehavior.Restrict);
    }
}
