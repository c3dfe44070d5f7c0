using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;
using Cairn.Tests.Say.Moments;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Serving.Description;

public sealed class DescriptionTests
{
    private static readonly string File = Path.Combine(Checkout.Root, "src", "Cairn", "Serving", "Description", "openapi.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_served_as_it_lies_in_the_sources()
    {
        await using var cairn = await RunningCairn.Start();

        using var answer = await cairn.Http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);

        Assert.Equal(await System.IO.File.ReadAllTextAsync(File, Cancel), await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("*", "cross-origin"), (answer.Headers.GetValues("Access-Control-Allow-Origin").Single(), answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
    }

    [Fact]
    public async Task It_describes_every_route_of_the_API_and_no_other()
    {
        await using var cairn = await RunningCairn.Start();
        var routes = cairn.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Surface>() == Surface.Api)
            .SelectMany(e => e.Metadata.GetRequiredMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));

        var described = Paths().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}"));

        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_in_it_leads_somewhere_and_every_operation_has_its_errors()
    {
        var root = Root();

        var references = Descendants(root).OfType<JsonObject>().Select(o => o["$ref"]?.GetValue<string>()).OfType<string>().ToList();
        var operations = Paths().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!.AsObject()).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(root["components"]!["schemas"]![r["#/components/schemas/".Length..]]));
        Assert.Equal(operations.Count, operations.Select(o => o["operationId"]!.GetValue<string>()).Distinct().Count());
        Assert.All(operations.Where(o => o["security"] is null), o => Assert.All(new[] { "401", "403", "429" }, s => Assert.NotNull(o["responses"]![s])));
    }

    [Fact]
    public async Task What_it_says_of_questions_and_answers_is_what_the_program_takes_and_gives()
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var example = Paths()["/api/v1/moments"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!["signal"]!["value"]!;

        var shown = await platform.Asks(example.ToJsonString());
        var services = await Public(cairn, "/api/v1/directory/services");
        var figure = await Public(cairn, "/api/v1/figures/online-share");

        Covers("MessageToShow", shown);
        Covers("ServicePage", services);
        Assert.All(services.GetProperty("contents").EnumerateArray(), s => Covers("Service", s));
        Covers("Figure", figure);
    }

    /// <summary>The object has every member that is required, and none that is not described.</summary>
    private static void Covers(string schema, JsonElement given)
    {
        var described = Root()["components"]!["schemas"]![schema]!;
        var members = given.EnumerateObject().Select(m => m.Name).ToList();
        Assert.Empty(described["required"]!.AsArray().Select(r => r!.GetValue<string>()).Except(members));
        Assert.Empty(members.Except(described["properties"]!.AsObject().Select(p => p.Key)));
    }

    private static async Task<JsonElement> Public(RunningCairn cairn, string path) =>
        JsonDocument.Parse(await cairn.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel)).RootElement;

    private static JsonObject Root() => JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();

    private static JsonObject Paths() => Root()["paths"]!.AsObject();

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject members => members.Select(m => m.Value).OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        _ => [node],
    };
}
