using System.Collections.Concurrent;
using System.Text.Json;
using Cairn.Moment.Counting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cairn.Tests.Sidecar;

/// <summary>The campaign's server as a sidecar sees it: a bundle to fetch, and counts that it takes once for each node and sequence.</summary>
internal sealed class SmallReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string, long), CountReport> taken = new();

    private SmallReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(Answer);
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>What it answers reports with, after taking them when that is 202.</summary>
    public int ReportStatus { get; set; } = 202;

    /// <summary>It takes a report and its acknowledgement is lost on the way.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Takes the place of the bundle's answer.</summary>
    public Func<HttpContext, Task> Bundles { get; set; } = http =>
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    };

    public ConcurrentQueue<string> Asked { get; } = new();

    public IReadOnlyCollection<CountReport> Taken => [.. taken.Values.OrderBy(r => r.Sequence)];

    public int Reports { get; private set; }

    public long Counted(string what) => Taken.SelectMany(r => r.Counts).Where(c => c.Event == what).Sum(c => c.Count);

    public static async Task<SmallReceiver> Start()
    {
        var receiver = new SmallReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        Asked.Enqueue($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.Authorization} {http.Request.Headers.IfNoneMatch} {http.Request.Headers["Prefer"]}");
        if (http.Request.Path == "/api/v1/bundles/current")
        {
            await Bundles(http);
            return;
        }

        Reports++;
        http.Response.StatusCode = ReportStatus;
        if (ReportStatus != 202)
            return;
        var report = (await JsonSerializer.DeserializeAsync(http.Request.Body, CountJson.Default.CountReport))!;
        taken.TryAdd((report.Node, report.Sequence), report);
        if (LosesAnswers)
            http.Abort();
    }
}
