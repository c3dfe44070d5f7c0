using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Keys;

/// <summary>Which keyring belongs to this database; there is one row.</summary>
[Kept("The name of the keyring that this database belongs to, so that a start with another one is refused.", Until = "Kept as long as the database.")]
internal sealed class KnownKeyring
{
    [Kept("The keyring's random name; of no use by itself.")]
    public required string Id { get; init; }

    [Kept("Always 1.")]
    public int Number { get; init; } = 1;

    public static void Configure(EntityTypeBuilder<KnownKeyring> row)
    {
        row.ToTable("staff_keyring");
        row.HasKey(r => r.Number);
        row.Property(r => r.Id).IsRequired();
        row.Property(r => r.Number).ValueGeneratedNever();
    }
}
