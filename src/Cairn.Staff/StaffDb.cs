using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Cairn.Staff.Invitations;
using Cairn.Staff.Keys;
using Cairn.Staff.Members;
using Cairn.Staff.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff;

/// <summary>Who is on the staff, how they sign in, and what they did.</summary>
internal sealed class StaffDb(DbContextOptions<StaffDb> options) : ModuleDb(options, "staff")
{
    public DbSet<StaffMember> Members => Set<StaffMember>();

    public DbSet<StaffPasskey> Passkeys => Set<StaffPasskey>();

    public DbSet<StaffLogin> Logins => Set<StaffLogin>();

    public DbSet<StaffToken> Tokens => Set<StaffToken>();

    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<KnownKeyring> Keyrings => Set<KnownKeyring>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        StaffMember.Configure(modelBuilder.Entity<StaffMember>());
        StaffPasskey.Configure(modelBuilder.Entity<StaffPasskey>());
        StaffLogin.Configure(modelBuilder.Entity<StaffLogin>());
        StaffToken.Configure(modelBuilder.Entity<StaffToken>());
        StaffSession.Configure(modelBuilder.Entity<StaffSession>());
        Invitation.Configure(modelBuilder.Entity<Invitation>());
        KnownKeyring.Configure(modelBuilder.Entity<KnownKeyring>());
        AuditEntry.Configure(modelBuilder.Entity<AuditEntry>());
        AuditHead.Configure(modelBuilder.Entity<AuditHead>());
    }
}
