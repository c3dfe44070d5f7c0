using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Say.Packs.Publishing;

/// <summary>A pack as it was handed in. Never changed afterwards: a trigger refuses it.</summary>
[Kept("Every text the campaign has published or offered for publishing, whole, so that anyone can see later what was said.", Until = "Kept as long as the campaign; never changed.")]
internal sealed class StoredRevision
{
    [Kept("Its name: the SHA-256 of the manifest, in hex.")]
    public required string Revision { get; init; }

    [Kept("Which pack it is a revision of.")]
    public required string PackId { get; init; }

    [Kept("SHA-256 and path of each file, as sha256sum prints them.")]
    public required string Manifest { get; init; }

    [Kept("The files themselves, as a zip.")]
    public required byte[] Archive { get; init; }

    [Kept("Signature of the manifest (ECDSA P-256, SHA-256).")]
    public required byte[] Signature { get; init; }

    [Kept("The key that signed it, so that the signature can be checked anywhere.")]
    public required byte[] PublicKey { get; init; }

    [Kept("When it was handed in, in milliseconds since 1970.")]
    public long PublishedAt { get; init; }

    [Kept("Who of the campaign's staff handed it in, or how; never a visitor.")]
    public required string PublishedBy { get; init; }

    public static void Configure(EntityTypeBuilder<StoredRevision> row)
    {
        row.ToTable("say_revision");
        row.HasKey(r => r.Revision);
    }
}
