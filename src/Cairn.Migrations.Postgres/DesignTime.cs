using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Know;
using Cairn.Say;
using Cairn.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cairn.Migrations.Postgres;

/// <summary>For <c>./eng/add-migration</c> only: the models, without a database.</summary>
internal sealed class DesignTime
    : IDesignTimeDbContextFactory<KnowDb>, IDesignTimeDbContextFactory<SayDb>, IDesignTimeDbContextFactory<StaffDb>, IDesignTimeDbContextFactory<HelpDb>
{
    KnowDb IDesignTimeDbContextFactory<KnowDb>.CreateDbContext(string[] args) => new(Options<KnowDb>("know"));

    SayDb IDesignTimeDbContextFactory<SayDb>.CreateDbContext(string[] args) => new(Options<SayDb>("say"));

    StaffDb IDesignTimeDbContextFactory<StaffDb>.CreateDbContext(string[] args) => new(Options<StaffDb>("staff"));

    HelpDb IDesignTimeDbContextFactory<HelpDb>.CreateDbContext(string[] args) => new(Options<HelpDb>("help"));

    private static DbContextOptions<TContext> Options<TContext>(string module)
        where TContext : ModuleDb
    {
        var options = new DbContextOptionsBuilder<TContext>();
        new Database.Postgres("Host=none").Configure(options, module, Durability.Full);
        return options.Options;
    }
}
