using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cairn.Say.Moments.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments;

/// <summary>A platform's server, with a token of its own.</summary>
internal sealed class APlatform : IDisposable
{
    public const string Term = """{"surface":"search","signal":"term","language":"en-GB"}""";

    private APlatform(Uri address, string token)
    {
        Token = token;
        // As many connections as it likes: some tests ask hundreds of times at once.
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Token { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One that is new to the database.</summary>
    public static async Task<APlatform> On(RunningCairn cairn, PlatformScope scopes = PlatformScope.All, int rate = 100_000, string name = "blorptang-search")
    {
        var token = await cairn.Services.GetRequiredService<PlatformStore>().Add(name, scopes, rate, Cancel);
        await cairn.Services.GetRequiredService<GoodTokens>().Reload(Cancel);
        return new(cairn.Address, token);
    }

    /// <summary>The same token at another node.</summary>
    public async Task<APlatform> At(RunningCairn node)
    {
        await node.Services.GetRequiredService<GoodTokens>().Reload(Cancel);
        return new(node.Address, Token);
    }

    public Task<HttpResponseMessage> Post(string path, string json, string type = "application/json") => Post(path, Encoding.UTF8.GetBytes(json), type);

    public Task<HttpResponseMessage> Post(string path, byte[] body, string? type = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Http.PostAsync(new Uri("/api/v1/" + path, UriKind.Relative), content, Cancel);
    }

    public async Task<JsonElement> Asks(string question)
    {
        using var answer = await Post("moments", question);
        Assert.Equal(200, (int)answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
    }

    /// <summary>The receipt of a message that was shown.</summary>
    public async Task<string> IsShown(string question = Term) => (await Asks(question)).GetProperty("receipt").GetString()!;

    public async Task<int> Tells(string receipt, string outcome = "stopped")
    {
        using var answer = await Post("outcomes", $$"""{"receipt":"{{receipt}}","outcome":"{{outcome}}"}""");
        return (int)answer.StatusCode;
    }

    /// <summary>The status and the sentence of a refusal, which must be problem+json.</summary>
    public static async Task<(int Status, string Sentence)> Refusal(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal((int)answer.StatusCode, body.GetProperty("status").GetInt32());
        return ((int)answer.StatusCode, body.TryGetProperty("detail", out var detail) ? detail.GetString()! : "");
    }

    public void Dispose() => Http.Dispose();
}
