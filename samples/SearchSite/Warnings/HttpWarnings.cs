using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Serialization;

namespace SearchSite.Warnings;

/// <summary>A sidecar on this machine, or Cairn's own server, decides. Both speak the same; the server wants a token, which stays here.</summary>
internal sealed class HttpWarnings : MomentWarnings
{
    private readonly WarningSettings settings;
    private readonly HttpClient http;

    public HttpWarnings(WarningSettings settings, ILogger log)
        : base(log)
    {
        this.settings = settings;
        http = Client(settings);
    }

    public override void Dispose() => http.Dispose();

    #region http: ask
    protected override async Task<byte[]?> Ask(Moment moment, CancellationToken cancel)
    {
        var question = new Question("search", moment.Query, moment.Language, settings.Nation, moment.Exposure, string.IsNullOrEmpty(moment.After) ? null : moment.After);
        using var answer = await http.PostAsJsonAsync("api/v1/moments", question, HttpJson.Default.Question, cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }
    #endregion

    #region http: report
    protected override async Task Report(string receipt, string outcome, CancellationToken cancel)
    {
        // 409 says that it was told already, and is as good as 202.
        using var answer = await http.PostAsJsonAsync("api/v1/outcomes", new Outcome(receipt, outcome), HttpJson.Default.Outcome, cancel);
    }
    #endregion

    #region http: client
    private static HttpClient Client(WarningSettings settings)
    {
        var address = settings.Address!;
        var handler = new SocketsHttpHandler();
        if (address.StartsWith("unix:", StringComparison.Ordinal))
        {
            var file = new UnixDomainSocketEndPoint(address["unix:".Length..]);
            handler.ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(file, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            };
            address = "http://localhost";
        }

        var http = new HttpClient(handler) { BaseAddress = new Uri(address.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(settings.Patience) };
        if (settings.Token is { Length: > 0 } token)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
    #endregion
}

internal sealed record Question(string Surface, string Text, string Language, string? Nation, int Exposure, string? After);

internal sealed record Outcome(string Receipt, [property: JsonPropertyName("outcome")] string What);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class HttpJson : JsonSerializerContext;
