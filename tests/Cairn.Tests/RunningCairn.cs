using System.Collections.Concurrent;
using Cairn.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests;

/// <summary>The whole program on a free port, in this process, with its own data folder and the campaign of the checkout.</summary>
internal sealed class RunningCairn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo? folder;

    private RunningCairn(WebApplication app, DirectoryInfo? folder)
    {
        this.app = app;
        this.folder = folder;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (a browser)");
    }

    public Uri Address { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="instead">Takes the place of what lies outside the program.</param>
    /// <param name="changed">What a test does to the program before it starts.</param>
    public static async Task<RunningCairn> Start(string? campaign = null, bool drafts = false, TimeProvider? time = null, string? address = null, Action<IServiceCollection>? instead = null, Action<WebApplication>? changed = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("cairn-");
        // Most tests are not about the first start, which takes several times as long as the next one.
        if (campaign is null && !drafts && instead is null)
            await FirstStart.CopyTo(folder.FullName, time ?? TimeProvider.System);
        var options = new ServeOptions(
            "http://127.0.0.1:0", Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "keyring"), campaign ?? Checkout.Campaign, drafts, Address: address);
        var app = Server.Build(options, time ?? TimeProvider.System, instead);
        changed?.Invoke(app);
        await ServeCommand.Start(app, options, TestContext.Current.CancellationToken);
        return new(app, folder);
    }

    /// <summary>One node of several on a test's own database and keyring.</summary>
    public static Task<RunningCairn> On(TestDatabase database, string? campaign = null, TimeProvider? time = null, Action<IServiceCollection>? instead = null) =>
        At(database.Directory, database.KeyringDirectory, database.CairnDatabase, campaign ?? Checkout.Campaign, time, instead);

    /// <summary>On folders of the caller's own.</summary>
    /// <param name="campaign">Null gives it no folder: what it shows then comes out of the database alone.</param>
    public static Task<RunningCairn> At(string data, string keyring, string? database, string? campaign, TimeProvider? time = null, Action<IServiceCollection>? instead = null) =>
        With(new ServeOptions("http://127.0.0.1:0", data, keyring, campaign, Drafts: false, database), time, instead);

    /// <summary>With options of the caller's own.</summary>
    internal static async Task<RunningCairn> With(ServeOptions options, TimeProvider? time = null, Action<IServiceCollection>? instead = null)
    {
        var app = Server.Build(options, time ?? TimeProvider.System, instead);
        await ServeCommand.Start(app, options, TestContext.Current.CancellationToken);
        return new(app, null);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder?.Delete(recursive: true);
    }
}

/// <summary>What a program leaves behind that has started once on the campaign of the checkout: made once for each time on the clock, then copied.</summary>
internal static class FirstStart
{
    private static readonly string Folders = Directory.CreateTempSubdirectory("cairn-first-").FullName;
    private static readonly ConcurrentDictionary<DateTimeOffset, Lazy<Task<string>>> Made = new();

    static FirstStart() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folders, recursive: true);

    public static async Task CopyTo(string folder, TimeProvider time)
    {
        // A clock that stands still does not go on while the copies are made.
        var from = await Made.GetOrAdd(time == TimeProvider.System ? default : time.GetUtcNow(), _ => new(() => Make(time))).Value;
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(from, file));
            var into = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!OperatingSystem.IsWindows())
                into.UnixFileMode = File.GetUnixFileMode(Path.GetDirectoryName(file)!);
            File.Copy(file, target);
        }
    }

    private static async Task<string> Make(TimeProvider time)
    {
        var folder = Path.Combine(Folders, Guid.NewGuid().ToString("N"));
        await using (await RunningCairn.At(Path.Combine(folder, "data"), Path.Combine(folder, "keyring"), null, Checkout.Campaign, time))
        {
        }

        return folder;
    }
}

/// <summary>One running program for the tests of a class that change nothing.</summary>
public sealed class CampaignOnTheAir : IAsyncLifetime
{
    internal RunningCairn Cairn { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cairn = await RunningCairn.Start();

    public ValueTask DisposeAsync() => Cairn.DisposeAsync();
}
