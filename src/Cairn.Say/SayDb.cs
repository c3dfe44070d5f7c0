using Cairn.Foundation.Storage;
using Cairn.Say.Moments.Platforms;
using Cairn.Say.Packs.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say;

/// <summary>What has been published, when and by whom.</summary>
internal sealed class SayDb(DbContextOptions<SayDb> options) : ModuleDb(options, "say")
{
    public DbSet<StoredRevision> Revisions => Set<StoredRevision>();

    public DbSet<StoredApproval> Approvals => Set<StoredApproval>();

    public DbSet<ServedRevision> Served => Set<ServedRevision>();

    public DbSet<PackAct> Acts => Set<PackAct>();

    public DbSet<StoredPlatform> Platforms => Set<StoredPlatform>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        StoredRevision.Configure(modelBuilder.Entity<StoredRevision>());
        StoredApproval.Configure(modelBuilder.Entity<StoredApproval>());
        ServedRevision.Configure(modelBuilder.Entity<ServedRevision>());
        PackAct.Configure(modelBuilder.Entity<PackAct>());
        StoredPlatform.Configure(modelBuilder.Entity<StoredPlatform>());
    }
}
