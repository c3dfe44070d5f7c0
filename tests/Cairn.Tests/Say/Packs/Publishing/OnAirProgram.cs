using Cairn.Foundation.Storage;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cairn.Tests.Say.Packs.Publishing;

/// <summary>A server as far as publishing sees it: remembers every edition it was given.</summary>
internal sealed class OnAirProgram
{
    private readonly List<Edition> given = [];

    public OnAirProgram(TestDatabase database, Keyring? keyring = null) =>
        Services = database.Program(more: services =>
        {
            if (keyring is not null)
                services.AddSingleton(keyring);
            services.AddPublishing(_ => edition =>
            {
                lock (given)
                    given.Add(edition);
            });
        });

    public IServiceProvider Services { get; }

    public PublishedPacks Packs => Services.GetRequiredService<PublishedPacks>();

    public PackStore Store => Services.GetRequiredService<PackStore>();

    public IReadOnlyList<Edition> Given
    {
        get
        {
            lock (given)
                return [.. given];
        }
    }

    public Task Start(string? folder, bool drafts = false) => Services.PutOnAir(folder, drafts, TestContext.Current.CancellationToken);

    public async Task Migrate() => await Services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);

    public PackWatch Watch => Services.GetServices<IHostedService>().OfType<PackWatch>().Single();

    /// <summary>As <c>cairn pack rollback REV</c> does.</summary>
    public Task RollBack(string revision) => Services.GetRequiredService<PackDecisions>().RollBack(revision, Decider.CommandLine, TestContext.Current.CancellationToken);

    /// <summary>As <c>cairn pack publish DIR --approve-as-demo</c> does.</summary>
    public async Task<string> Publish(string folder)
    {
        var files = PackFiles.FromFolder(folder);
        await Store.Publish(files, "not-my-friend", asDemonstration: true, PackAct.ByCommand, TestContext.Current.CancellationToken);
        return files.Revision;
    }
}
