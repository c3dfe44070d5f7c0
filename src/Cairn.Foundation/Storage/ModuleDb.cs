using Microsoft.EntityFrameworkCore;

namespace Cairn.Foundation.Storage;

/// <summary>A module's own tables. On PostgreSQL they stand in a schema named after the module.</summary>
public abstract class ModuleDb(DbContextOptions options, string module) : DbContext(options)
{
    /// <summary><c>say</c>, <c>help</c>, <c>know</c>: also the prefix of every table.</summary>
    public string Module { get; } = module;

    /// <summary>SQLite: bytes of a page of a file that is made now. One that holds what is read at once is read with fewer calls.</summary>
    protected internal virtual int PageBytes => 4096;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema(Module);
    }
}
