using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.Tests.Staff;

/// <summary>An organisation's sign-in service (OpenID Connect, code with PKCE) on this machine: the outside that tests may make up.</summary>
internal sealed class SignInService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = new();

    private SignInService(WebApplication app) => this.app = app;

    public Uri Authority => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Number of the account that whoever comes next is taken for.</summary>
    public string Account { get; set; } = "account-1";

    public static async Task<SignInService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new SignInService(builder.Build());
        service.Map();
        await service.app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Json(new JsonObject
        {
            ["issuer"] = Authority.AbsoluteUri,
            ["authorization_endpoint"] = $"{Authority}authorize",
            ["token_endpoint"] = $"{Authority}token",
            ["jwks_uri"] = $"{Authority}keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        app.MapGet("/keys", () =>
        {
            var open = key.ExportParameters(includePrivateParameters: false);
            return Json(new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "one", ["n"] = Text(open.Modulus!), ["e"] = Text(open.Exponent!) }) });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            codes[code] = (request.Query["nonce"]!, request.Query["code_challenge"]!);
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!codes.TryRemove(form["code"]!, out var asked) || Text(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
                return Results.StatusCode((int)HttpStatusCode.BadRequest);
            return Json(new JsonObject { ["access_token"] = "none", ["token_type"] = "Bearer", ["id_token"] = Token(form["client_id"]!, asked.Nonce) });
        });
    }

    private string Token(string audience, string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var head = Text(Encoding.UTF8.GetBytes("""{"alg":"RS256","kid":"one","typ":"JWT"}"""));
        var body = Text(Encoding.UTF8.GetBytes(new JsonObject { ["iss"] = Authority.AbsoluteUri, ["sub"] = Account, ["aud"] = audience, ["nonce"] = nonce, ["iat"] = now, ["exp"] = now + 300 }.ToJsonString()));
        return $"{head}.{body}.{Text(key.SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    private static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
