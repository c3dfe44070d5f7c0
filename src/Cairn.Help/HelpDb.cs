using Cairn.Foundation.Storage;
using Cairn.Help.Directory.Desk;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Helpline.Threads;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help;

/// <summary>What staff said about the ways to help, and sealed conversations.</summary>
internal sealed class HelpDb(DbContextOptions<HelpDb> options) : ModuleDb(options, "help")
{
    public DbSet<FieldNote> Notes => Set<FieldNote>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<WrapRow> Wraps => Set<WrapRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    public DbSet<EndedRow> Ended => Set<EndedRow>();

    public DbSet<HelplineDeskRow> Desks => Set<HelplineDeskRow>();

    public DbSet<DeskKeyRow> DeskKeys => Set<DeskKeyRow>();

    public DbSet<DeskBoxRow> DeskBoxes => Set<DeskBoxRow>();

    public DbSet<RecoveryRow> Recoveries => Set<RecoveryRow>();

    public DbSet<AdviserKeysRow> Advisers => Set<AdviserKeysRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<RedFlagRow> Flags => Set<RedFlagRow>();

    public DbSet<NoteRow> HandOvers => Set<NoteRow>();

    public DbSet<PackageRow> Packages => Set<PackageRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    /// <summary>A sealed message of the least size in one piece: those of a conversation lie in each other's pages.</summary>
    protected override int PageBytes => 8192;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        FieldNote.Configure(modelBuilder.Entity<FieldNote>());
        ConversationRow.Configure(modelBuilder.Entity<ConversationRow>());
        WrapRow.Configure(modelBuilder.Entity<WrapRow>());
        MessageRow.Configure(modelBuilder.Entity<MessageRow>());
        SubmissionRow.Configure(modelBuilder.Entity<SubmissionRow>());
        EndedRow.Configure(modelBuilder.Entity<EndedRow>());
        HelplineDeskRow.Configure(modelBuilder.Entity<HelplineDeskRow>());
        DeskKeyRow.Configure(modelBuilder.Entity<DeskKeyRow>());
        DeskBoxRow.Configure(modelBuilder.Entity<DeskBoxRow>());
        RecoveryRow.Configure(modelBuilder.Entity<RecoveryRow>());
        AdviserKeysRow.Configure(modelBuilder.Entity<AdviserKeysRow>());
        LeaseRow.Configure(modelBuilder.Entity<LeaseRow>());
        RedFlagRow.Configure(modelBuilder.Entity<RedFlagRow>());
        NoteRow.Configure(modelBuilder.Entity<NoteRow>());
        PackageRow.Configure(modelBuilder.Entity<PackageRow>());
        OutcomeRow.Configure(modelBuilder.Entity<OutcomeRow>());
    }
}
