using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Which revision of a pack is in force. The site shows the one with the highest version.</summary>
[Kept("Says which revision the site shows.", Until = "Replaced when another revision comes into force.")]
internal sealed class ServedRevision
{
    [Kept("The pack.")]
    public required string PackId { get; init; }

    [Kept("Its revision in force.")]
    public required string Revision { get; set; }

    [Kept("Number of the act that put it in force; running servers compare it with what they show.")]
    public long Version { get; set; }

    [Kept("Since when, in milliseconds since 1970.")]
    public long Since { get; set; }

    public static void Configure(EntityTypeBuilder<ServedRevision> row)
    {
        row.ToTable("say_served");
        row.HasKey(r => r.PackId);
        row.HasOne<StoredRevision>().WithMany().HasForeignKey(r => r.Revision).OnDelete(DeleteBehavior.Restrict);
    }
}
