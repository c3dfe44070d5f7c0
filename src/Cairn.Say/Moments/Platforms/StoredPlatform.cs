using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Say.Moments.Platforms;

/// <summary>A token that was given to a platform.</summary>
[Kept("Lets a platform's servers ask about moments. A platform is an organisation; nothing here is about the people it serves.", Until = "Kept as long as the campaign, so that a revoked token stays refused.")]
internal sealed class StoredPlatform
{
    public const int LongestPlatform = 64;

    [Kept("SHA-256 of the token; the token itself is not kept.")]
    public required byte[] Hash { get; init; }

    [Kept("What the operator calls the platform.")]
    public required string Platform { get; init; }

    [Kept("What the token opens: moments, counts, bundles.")]
    public required string Scopes { get; init; }

    [Kept("How many requests a second it may make of one server.")]
    public int Rate { get; init; }

    [Kept("The day it was made.")]
    public required string Made { get; init; }

    [Kept("The day it was revoked; nothing while it is good.")]
    public string? Revoked { get; set; }

    public static void Configure(EntityTypeBuilder<StoredPlatform> row)
    {
        row.ToTable("say_platforms");
        row.HasKey(r => r.Hash);
        row.HasIndex(r => r.Platform);
    }
}
