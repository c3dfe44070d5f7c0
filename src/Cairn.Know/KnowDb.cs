using Cairn.Foundation.Storage;
using Cairn.Know.Moments;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Tallies;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Know;

/// <summary>Counts and figures. No row is about a person.</summary>
internal sealed class KnowDb(DbContextOptions<KnowDb> options) : ModuleDb(options, "know")
{
    public DbSet<TallyRow> Tallies => Set<TallyRow>();

    public DbSet<MomentRow> Moments => Set<MomentRow>();

    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    public DbSet<ReporterRow> Reporters => Set<ReporterRow>();

    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TallyRow.Configure(modelBuilder.Entity<TallyRow>());
        MomentRow.Configure(modelBuilder.Entity<MomentRow>());
        ReceiptRow.Configure(modelBuilder.Entity<ReceiptRow>());
        ReporterRow.Configure(modelBuilder.Entity<ReporterRow>());
        SnapshotRow.Configure(modelBuilder.Entity<SnapshotRow>());
    }
}
