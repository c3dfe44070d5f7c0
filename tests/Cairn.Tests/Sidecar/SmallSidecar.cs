using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Moment.Bundles;
using Cairn.Sidecar.Starting;
using Cairn.Tests.Moment;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Sidecar;

/// <summary>A sidecar on a free port of this process, with a state directory, a signed bundle and a clock of its own. Nothing happens by itself: a test turns its minutes.</summary>
internal sealed class SmallSidecar : IAsyncDisposable
{
    public const string Signal = """{"surface":"search","signal":"term","language":"en-GB","audience":"adult"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-sidecar-");
    private RunningSidecar? running;

    public SmallSidecar()
    {
        File.WriteAllBytes(PublicKey, Signer.ExportSubjectPublicKeyInfo());
        Issue();
        Options = new(BundleFile, PublicKey, TermsKey: null, Terms: null, "127.0.0.1:0", OpenToNetwork: false, State, Report: null, Token: null);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ECDsa Signer { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FakeTimeProvider Time { get; } = new(SmallBundle.Now);

    /// <summary>What it said to people.</summary>
    public StringWriter People { get; } = new();

    public string Root => folder.FullName;

    public string State => Path.Combine(Root, "state");

    public string BundleFile => Path.Combine(Root, "bundle");

    public string PublicKey => Path.Combine(Root, "public");

    public SidecarOptions Options { get; set; }

    public RunningSidecar Running => running!;

    public HttpClient Http { get; private set; } = new();

    public byte[] Made(DateTimeOffset? issued = null, string campaign = "blorptang-campaign", ECDsa? by = null) =>
        Bundle.Of(SmallBundle.Content(issued, campaign)).Write(by ?? Signer);

    public void Issue(DateTimeOffset? issued = null) => File.WriteAllBytes(BundleFile, Made(issued));

    public async Task<SmallSidecar> Start(SidecarOptions? options = null)
    {
        running = await RunningSidecar.Start(Options = options ?? Options, Time, People, Cancel, loops: false);
        Http = new() { BaseAddress = new Uri(running.Address) };
        return this;
    }

    public async Task<SmallSidecar> Restart(SidecarOptions? options = null)
    {
        await Stop();
        return await Start(options);
    }

    public async Task Stop()
    {
        if (running is not null)
            await running.DisposeAsync();
        running = null;
    }

    /// <summary>A minute goes by.</summary>
    public Task Minute()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return Running.Report(Cancel);
    }

    public Task<HttpResponseMessage> Ask(string body = Signal, string type = "application/json") => Post("/api/v1/moments", body, type);

    public async Task<string> Shown(string body = Signal) => (string)(await JsonNode.ParseAsync(await (await Ask(body)).Content.ReadAsStreamAsync(Cancel), cancellationToken: Cancel))!["receipt"]!;

    public Task<HttpResponseMessage> Tell(string receipt, string outcome = "stopped") => Post("/api/v1/outcomes", $$"""{"receipt":"{{receipt}}","outcome":"{{outcome}}"}""");

    public Task<HttpResponseMessage> Post(string path, string body, string type = "application/json") =>
        Http.PostAsync(path, new StringContent(body, Encoding.UTF8) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } }, Cancel);

    public async Task<JsonNode> Health() => JsonNode.Parse(await (await Http.GetAsync("/healthz", Cancel)).Content.ReadAsStringAsync(Cancel))!;

    public Task<string> Metrics() => Http.GetStringAsync("/metrics", Cancel);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Http.Dispose();
        Signer.Dispose();
        folder.Delete(recursive: true);
    }
}
