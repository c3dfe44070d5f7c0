using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Help.Concerns;
using Cairn.Help.Directory;
using Cairn.Help.Directory.Desk;
using Cairn.Help.Directory.FindHelp;
using Cairn.Help.Directory.OpenReferral;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Adviser;
using Cairn.Help.Helpline.Seeker;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Today;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Help;

/// <summary>Everything between the message and a person who helps.</summary>
public static class HelpModule
{
    // No note has this number, so the notes are always read.
    private const long NeverYet = -1;

    /// <summary>What commands need too: the services, and what the desk said about them.</summary>
    public static IServiceCollection AddDirectoryNotes(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddModuleDb<HelpDb>("help", Durability.Full);
        services.TryAddSingleton<NoteKey>();
        services.TryAddSingleton<NoteStore>();
        services.TryAddSingleton<ServiceDirectory>();
        return services;
    }

    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddDirectoryNotes();
        services.TryAddSingleton<PageBodies>();
        services.TryAddSingleton<KeptBytes>();
        services.AddSingleton<NotesOnAir>();
        services.AddSingleton<DirectoryDesk>();
        services.AddSingleton(p => new TodaysLines([WaitingFields.For(p.GetRequiredService<ServiceDirectory>(), p.GetRequiredService<TimeProvider>())]));
        services.AddHostedService<NoteWatch>();
        AddHelpline(services);
        return services;
    }

    private static void AddHelpline(IServiceCollection services)
    {
        services.TryAddSingleton(Rehearsal.None);
        services.AddConversations();
        services.AddHostedService<ThreadPurge>();
        services.AddSingleton<Lines>();
        services.AddSingleton(p => p.GetRequiredService<Lines>().Talk);
        services.AddSingleton<TalkShells>();
        services.AddSingleton<WaysToTell>();
        services.AddKeyedSingleton(LineKind.Talk, (p, _) => Desk(p, p.GetRequiredService<Lines>().Talk, new TalkBeginning(p.GetRequiredService<Lines>().Talk)));
        services.AddKeyedSingleton(LineKind.Report, (p, _) => Desk(p, p.GetRequiredService<Lines>().Report, ActivatorUtilities.CreateInstance<ReportBeginning>(p)));
        services.AddSingleton<Desks>();
        services.AddHostedService<DeskWatch>();
        services.AddHostedService<DeskSweep>();
    }

    private static TalkDesk Desk(IServiceProvider services, HelplineLine line, IBeginning beginning) =>
        ActivatorUtilities.CreateInstance<TalkDesk>(services, beginning, line, new IntakeBudget(services.GetRequiredService<TimeProvider>()));

    /// <summary>Sealed conversations without their pages.</summary>
    internal static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<SiteKeys>();
        services.AddSingleton<EpochKeys>();
        services.AddSingleton<SessionKeys>();
        services.AddSingleton<DeskBell>();
        services.AddSingleton<SealedWriter>();
        services.AddHostedService(p => p.GetRequiredService<SealedWriter>());
        services.AddSingleton<ThreadReader>();
        services.AddSingleton<Conversations>();
        return services;
    }

    /// <summary>Once the keyring is known to be this site's, and before anybody is answered.</summary>
    /// <exception cref="StorageException">The helpline's key cannot be read or made, or is damaged.</exception>
    public static void OpenKeys(IServiceProvider services) => services.GetRequiredService<SiteKeys>().Open();

    /// <summary>After the migrations and before an edition is put on the air, so that a retired number is not shown for a moment.</summary>
    /// <exception cref="StorageException">The database cannot be asked, or holds notes that the desk did not write.</exception>
    public static async Task LoadNotes(IServiceProvider services, CancellationToken cancel)
    {
        var directory = services.GetRequiredService<ServiceDirectory>();
        if (await services.GetRequiredService<NoteStore>().UnlessStillAt(directory.Notes.Last, cancel) is { } notes)
            directory.Use(notes);
    }

    /// <summary>A pack's services with all that the desk has said until this moment, read afresh.</summary>
    /// <exception cref="StorageException">The database cannot be asked, or holds notes that the desk did not write.</exception>
    public static async Task<ServiceList> AsTheyStand(IServiceProvider services, ServiceList inPack, CancellationToken cancel) =>
        (await services.GetRequiredService<NoteStore>().UnlessStillAt(NeverYet, cancel) ?? FieldNotes.None).Over(inPack);

    /// <summary>Who may sign a package now: the members of the two desks, by name, each once.</summary>
    /// <exception cref="StorageException">The database cannot be asked.</exception>
    public static async Task<IReadOnlyList<DeskSigner>> Signers(IServiceProvider services, CancellationToken cancel)
    {
        var desks = services.GetRequiredService<Desks>();
        var (talk, concerns) = (await desks.Of(LineKind.Talk).Book.Standing(cancel), await desks.Of(LineKind.Report).Book.Standing(cancel));
        return
        [
            .. from id in talk.MemberIds.Concat(concerns.MemberIds).Distinct()
               where talk.MayAnswer(id)
               let person = talk.People[id]
               orderby person.Called, id
               select new DeskSigner(person.Called, talk.Advisers[id].Verify),
        ];
    }

    public static void Map(Surfaces surfaces)
    {
        FindHelpRoutes.Map(surfaces);
        DirectoryRoutes.Map(surfaces);
        DeskRoutes.Map(surfaces);
        TalkRoutes.Map(surfaces);
        AdviserRoutes.Map(surfaces);
    }
}
