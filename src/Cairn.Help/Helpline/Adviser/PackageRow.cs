using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>A hand-over package that was asked for. The package itself is made in an adviser's browser, of words that the server cannot open.</summary>
[Kept("That two advisers hand messages of a conversation over to the police or to child protection: who asked, who agreed, which messages, a hash. While it is open the conversation is kept.", Until = "Deleted when the hand-over is closed, and with its conversation.")]
internal sealed class PackageRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("The member of staff who chose the messages and signed.")]
    public required string Member { get; init; }

    [Kept("Why, a word of a closed list.")]
    public required string Reason { get; init; }

    [Kept("The day on which it was asked for, in days since 1970.")]
    public int Day { get; init; }

    [Kept("The numbers of the messages that are in it.")]
    public required string Chosen { get; init; }

    [Kept("How many messages the conversation had then.")]
    public int Total { get; init; }

    [Kept("SHA-256 over the package's manifest, which names the hash of each item.")]
    public required byte[] Digest { get; init; }

    [Kept("The Ed25519 signature of whoever asked, over that hash.")]
    public required byte[] Signed { get; init; }

    [Kept("The member of staff who saw the same words and agreed, or nothing.")]
    public string? Approver { get; set; }

    [Kept("Their signature over the same hash, or nothing.")]
    public byte[]? Countersigned { get; set; }

    public static void Configure(EntityTypeBuilder<PackageRow> row)
    {
        row.ToTable("help_package");
        row.HasKey(r => r.Conversation);
    }
}
