using System.Net;

namespace Cairn.EndToEnd;

/// <summary>One answer, with every header by its name.</summary>
internal sealed record Answer(string Method, string Path, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public string MediaType => Header("Content-Type").Split(';')[0].Trim();

    public bool IsPage => MediaType == "text/html";

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    public override string ToString() => $"{Method} {Path} -> {Status}";
}

/// <summary>Asks over real HTTP, follows nothing, keeps nothing, unpacks nothing.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;

    public Visitor(Uri address, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancel) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from.MapToIPv6(), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            };
        }

        http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Ask("GET", path, headers: headers);

    public async Task<Answer> Ask(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        var found = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new(method, path, (int)response.StatusCode, found, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => http.Dispose();
}
