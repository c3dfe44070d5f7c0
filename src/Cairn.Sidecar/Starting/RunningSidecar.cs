using System.Net;
using System.Net.Http.Headers;
using Cairn.Moment;
using Cairn.Moment.Decisions;
using Cairn.Sidecar.Bundles;
using Cairn.Sidecar.Counting;
using Cairn.Sidecar.Outcomes;
using Cairn.Sidecar.Serving;
using Cairn.Sidecar.State;

namespace Cairn.Sidecar.Starting;

/// <summary>All parts of a sidecar, put together.</summary>
internal sealed class RunningSidecar : IAsyncDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource ending = new();
    private readonly StateDirectory state;
    private readonly ToldReceipts told;
    private readonly CountKeeper? keeper;
    private readonly CountReporter? reporter;
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly Notes notes;
    private readonly List<WatchedFile> watched = [];
    private readonly BundlePuller? puller;
    private readonly SidecarServer server;
    private Task loops = Task.CompletedTask;

    private RunningSidecar(SidecarOptions options, Settings settings, StateDirectory state, TimeProvider time, TextWriter people)
    {
        (this.state, this.time) = (state, time);
        notes = new(people);
        told = new(state.Told);
        http = Client(options.Token, settings);
        if (settings.Report is not null)
        {
            keeper = new(state.Counts, state.Node, told.Counted, notes);
            reporter = new(settings.Report, http, keeper.Pile, time, notes);
        }

        var tallied = new TalliedCounter(keeper);
        Bundles = new(settings.Keys, state, tallied, time, notes);
        if (options.Terms is { } terms)
        {
            watched.Add(new(terms, Topic.Terms, Bundles.UseTerms, notes));
            watched[0].First(needed: true);
        }

        Bundles.Resume();
        if (settings.BundleAddress is { } address)
        {
            puller = new(address, http, Bundles, time, notes);
        }
        else
        {
            watched.Add(new(options.Bundle, Topic.Bundle, OfferFile, notes));
            watched[^1].First(needed: Bundles.InForce is null);
        }

        server = new(settings.Listen, new(Bundles, told, keeper, reporter, tallied, time, notes));
    }

    public CurrentBundle Bundles { get; }

    public CountPile? Waiting => keeper?.Pile;

    /// <summary>Where it answers.</summary>
    public string Address => server.Address;

    /// <exception cref="SidecarException">Something is set up wrongly.</exception>
    public static async Task<RunningSidecar> Start(SidecarOptions options, TimeProvider time, TextWriter people, CancellationToken cancel, bool loops = true)
    {
        var settings = Settings.Of(options);
        var state = StateDirectory.Open(options.State);
        RunningSidecar? sidecar = null;
        try
        {
            sidecar = new(options, settings, state, time, people);
            await sidecar.server.Start(cancel);
            sidecar.Bundles.Keep();
        }
        catch
        {
            if (sidecar is not null)
                await sidecar.DisposeAsync();
            state.Dispose();
            throw;
        }

        if (loops)
            sidecar.loops = Task.WhenAll(sidecar.Each(TimeSpan.FromSeconds(options.ReportEvery), sidecar.Report), sidecar.Each(WatchedFile.Interval, sidecar.Look), sidecar.puller?.Run(sidecar.ending.Token) ?? Task.CompletedTask);
        return sidecar;
    }

    /// <summary>Until it is told to end, or something that must go on does not.</summary>
    public async Task Ended(CancellationToken cancel) => await await Task.WhenAny(server.Ended(cancel), loops);

    /// <summary>Finishes what was counted and sends it, and forgets receipts that are good no longer.</summary>
    public async Task Report(CancellationToken cancel)
    {
        var hour = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 3600);
        told.Forget(hour);
        Bundles.Keep();
        keeper?.Turn(hour);
        if (reporter is not null)
            await reporter.Turn(cancel);
    }

    /// <summary>Looks for changed files.</summary>
    public Task Look(CancellationToken cancel)
    {
        foreach (var file in watched)
            file.Look();
        return Task.CompletedTask;
    }

    /// <summary>Asks the server for a bundle once, when there is one to ask.</summary>
    public Task Pull(CancellationToken cancel) => puller?.Turn(cancel) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await ending.CancelAsync();
        await loops.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        keeper?.FinishAll();
        if (reporter is not null)
        {
            using var patience = new CancellationTokenSource(LastWords);
            await reporter.Turn(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        keeper?.Dispose();
        told.Dispose();
        http.Dispose();
        ending.Dispose();
        state.Dispose();
    }

    private void OfferFile(string path)
    {
        if (!Bundles.Is(path))
            Bundles.Offer(WatchedFile.Read(path));
    }

    private async Task Each(TimeSpan interval, Func<CancellationToken, Task> turn)
    {
        // Sidecars that were started together do not report together.
        await Task.Delay(interval * Random.Shared.NextDouble(), time, ending.Token);
        using var timer = new PeriodicTimer(interval, time);
        do
            await turn(ending.Token);
        while (await timer.WaitForNextTickAsync(ending.Token));
    }

    private static HttpClient Client(string? token, Settings settings)
    {
        // A redirect would carry the token elsewhere, and so would a proxy between two programs of this machine. Patience is set for each request.
        var https = settings.BundleAddress?.Scheme != "http" && settings.Report?.Scheme != "http";
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = https, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version11,
        };
        if (token is { Length: > 0 })
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
