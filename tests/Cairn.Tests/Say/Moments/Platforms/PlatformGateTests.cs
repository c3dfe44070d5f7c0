using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Cairn.Say.Moments.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments.Platforms;

public sealed class PlatformGateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer blorptang")]
    [InlineData("Bearer cairn_p_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic cairn_p_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_good_token_every_address_of_a_platform_answers_401(string? authorization)
    {
        await using var cairn = await RunningCairn.Start();

        foreach (var (method, path) in new[] { ("POST", "moments"), ("POST", "outcomes"), ("POST", "counts"), ("GET", "bundles/current") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path);
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var answer = await cairn.Http.SendAsync(request, Cancel);

            var (status, sentence) = await APlatform.Refusal(answer);
            Assert.Equal(401, status);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
            Assert.DoesNotContain("blorptang", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(PlatformScope.Moments, "moments,outcomes")]
    [InlineData(PlatformScope.Counts, "counts")]
    [InlineData(PlatformScope.Bundles, "bundles/current")]
    internal async Task A_token_opens_what_its_scope_says_and_nothing_else(PlatformScope scope, string opened)
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn, scope);

        foreach (var path in new[] { "moments", "outcomes", "counts", "bundles/current" })
        {
            using var answer = path == "bundles/current"
                ? await platform.Http.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative), Cancel)
                : await platform.Post(path, "{}");

            if (opened.Split(',').Contains(path))
            {
                Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
            }
            else
            {
                Assert.Equal(403, (await APlatform.Refusal(answer)).Status);
                Assert.Contains("insufficient_scope", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_used_too_often_waits_as_long_as_it_is_told_and_others_do_not()
    {
        await using var cairn = await RunningCairn.Start();
        using var greedy = await APlatform.On(cairn, rate: 1, name: "greedy");
        using var patient = await APlatform.On(cairn, name: "patient");

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => greedy.Post("moments", APlatform.Term)));
        await patient.IsShown();

        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(429, (await APlatform.Refusal(refused[0])).Status);
        var wait = refused[0].Headers.RetryAfter!.Delta!.Value;
        Assert.True(wait >= TimeSpan.FromSeconds(1));
        await Task.Delay(wait + TimeSpan.FromSeconds(0.2), Cancel);
        await greedy.IsShown();
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory, EachDatabase]
    public async Task A_token_made_or_revoked_by_a_command_counts_on_every_node(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        var store = database.Program().GetRequiredService<PlatformStore>();

        var token = await store.Add("blorptang-search", PlatformScope.All, 1000, Cancel);
        var known = await Until(HttpStatusCode.OK, token, one, two);
        await store.Revoke("blorptang-search", Cancel);
        var gone = await Until(HttpStatusCode.Unauthorized, token, one, two);

        Console.Out.WriteLine($"> {engine}: two nodes knew a token after {known.TotalSeconds:0.00} s and refused it {gone.TotalSeconds:0.00} s after it was revoked");
    }

    [Fact]
    public void Scopes_are_read_as_they_are_written()
    {
        Assert.Equal("moments,counts,bundles", PlatformScope.All.Text());
        Assert.Equal(PlatformScope.Counts | PlatformScope.Moments, PlatformScopes.Parse("counts, moments"));
        Assert.Null(PlatformScopes.Parse(""));
        Assert.Null(PlatformScopes.Parse("moments,"));
        Assert.Null(PlatformScopes.Parse("none"));
    }

    private static async Task<TimeSpan> Until(HttpStatusCode status, string token, params RunningCairn[] nodes)
    {
        var watch = Stopwatch.StartNew();
        foreach (var node in nodes)
        {
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/moments") { Content = new StringContent(APlatform.Term, new MediaTypeHeaderValue("application/json")) };
                request.Headers.Authorization = new("Bearer", token);
                using var answer = await node.Http.SendAsync(request, Cancel);
                if (answer.StatusCode == status)
                    break;
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{(int)answer.StatusCode} did not become {(int)status}.");
                await Task.Delay(50, Cancel);
            }
        }

        return watch.Elapsed;
    }
}
