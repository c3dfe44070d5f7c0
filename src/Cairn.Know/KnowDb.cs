using Cairn.Foundation.Storage;
using Cairn.Know.Tallies;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Know;

/// <summary>Counts and figures. No row is about a person.</summary>
internal sealed class KnowDb(DbContextOptions<KnowDb> options) : ModuleDb(options, "know")
{
    public DbSet<TallyRow> Tallies => Set<TallyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TallyRow.Configure(modelBuilder.Entity<TallyRow>());
    }
}
