using Cairn.Foundation.Storage;
using Cairn.Help.Directory.Desk;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help;

/// <summary>What staff said about the ways to help.</summary>
internal sealed class HelpDb(DbContextOptions<HelpDb> options) : ModuleDb(options, "help")
{
    public DbSet<FieldNote> Notes => Set<FieldNote>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        FieldNote.Configure(modelBuilder.Entity<FieldNote>());
    }
}
