using Cairn.Foundation.Storage;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Packs.Approval;

/// <summary>An installation with staff who submit and approve: morag and ewan are editors, iain and una approvers, ailsa is both.</summary>
internal sealed class PeopleAtWork : IAsyncDisposable
{
    public static readonly Uri Address = new("https://campaign.example");

    private PeopleAtWork(TestDatabase database, IServiceProvider program) => (Database, Program) = (database, program);

    public TestDatabase Database { get; }

    public IServiceProvider Program { get; }

    public PackDecisions Decisions => Program.GetRequiredService<PackDecisions>();

    public PackStore Store => Program.GetRequiredService<PackStore>();

    public RevisionVault Vault => Program.GetRequiredService<RevisionVault>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="address">Null leaves CAIRN_ADDRESS unset.</param>
    public static async Task<PeopleAtWork> Start(Engine engine, Uri? address, ServicesAsTheyStand? services = null)
    {
        var database = await TestDatabase.Empty(engine);
        var program = database.Program(more: s =>
        {
            s.AddSingleton(new PublicAddress(address));
            if (services is not null)
                s.AddSingleton(services);
        });
        await program.GetRequiredService<Migrator>().MigrateAsync(Cancel);
        await using var staff = await program.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Cancel);
        staff.AddRange(
            Member("morag", Role.Editor), Member("ewan", Role.Editor), Member("iain", Role.Approver), Member("una", Role.Approver), Member("ailsa", Role.Editor, Role.Approver));
        await staff.SaveChangesAsync(Cancel);
        return new(database, program);
    }

    public static Task<PeopleAtWork> Start(Engine engine) => Start(engine, Address);

    public Task<Decider> Person(string name) => Decider.Named(name, Program.GetRequiredService<StaffBook>(), Cancel);

    /// <summary>As <c>cairn pack publish DIR --as NAME</c> does, without its check.</summary>
    public async Task<string> Hands(string folder, string by)
    {
        var files = PackFiles.FromFolder(folder);
        await Store.Publish(files, "small", asDemonstration: false, by, Cancel);
        return files.Revision;
    }

    public async Task Submits(string name, string revision) => await Decisions.Submit(revision, await Person(name), Cancel);

    public async Task Approves(string name, string revision) => await Decisions.Approve(revision, await Person(name), Cancel);

    public async Task SendsBack(string name, string revision, string reason) => await Decisions.SendBack(revision, await Person(name), reason, Cancel);

    public async Task RollsBack(string name, string revision) => await Decisions.RollBack(revision, await Person(name), Cancel);

    public async Task<string> StateOf(string revision) => (await Store.WhereStands(revision, Cancel))!.State;

    /// <summary>Every act as the history says it, oldest first.</summary>
    public async Task<IEnumerable<string>> History() => (await Store.History(Cancel)).AsEnumerable().Reverse().Select(a => $"{a.Act} by {a.By}");

    /// <summary>The audit as it is written, oldest first.</summary>
    public async Task<IEnumerable<string>> Audit() =>
        (await Program.GetRequiredService<AuditTrail>().Newest(100, null, Cancel)).AsEnumerable().Reverse().Select(a => $"{a.Actor} {a.Act} {a.Subject}");

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static StaffMember Member(string name, params Role[] roles) => new()
    {
        Id = name,
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        Called = name,
        RoleWords = string.Join(' ', roles.Select(r => r.Slug)),
        SecurityStamp = "a",
        ConcurrencyStamp = "a",
    };
}
