using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cairn.Tests.Serving;

public sealed class AnswersTests(CampaignOnTheAir onTheAir) : IClassFixture<CampaignOnTheAir>
{
    [Theory]
    [InlineData("GET", "/en", 200)]
    [InlineData("HEAD", "/en", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("GET", "/en/no-such-page", 404)]
    [InlineData("GET", "/zz", 404)]
    [InlineData("POST", "/en", 405)]
    [InlineData("DELETE", "/en/find-help", 405)]
    [InlineData("GET", "/api/v1/no-such-thing", 404)]
    [InlineData("GET", "/healthz/live", 200)]
    [InlineData("GET", "/healthz/ready", 200)]
    [InlineData("GET", "/assets/no-such-file.css", 404)]
    [InlineData("GET", "/leave", 303)]
    public async Task Every_answer_carries_the_promised_headers(string method, string path, int status)
    {
        var cairn = onTheAir.Cairn;

        using var answer = await cairn.Http.SendAsync(new(new(method), path), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal) ? "cross-origin" : "same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("geolocation=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task An_address_nobody_knows_gets_a_page_that_still_shows_the_ways_to_help()
    {
        var cairn = onTheAir.Cairn;

        using var answer = await cairn.Http.GetAsync("/en/no-such-page", TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("tel:999", page, StringComparison.Ordinal);
        Assert.Contains("/en/find-help", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-page", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_asks_for_what_is_not_there_gets_problem_json()
    {
        var cairn = onTheAir.Cairn;

        using var answer = await cairn.Http.GetAsync("/api/v1/blorptang", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var cairn = onTheAir.Cairn;
        using var first = await cairn.Http.GetAsync("/en/privacy", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/en/privacy");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await cairn.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(0, second.Content.Headers.ContentLength ?? 0);
        Assert.True(second.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", "")]
    [InlineData("brotli", "")]
    public async Task A_page_is_sent_in_the_coding_that_was_asked_for(string accepted, string coding)
    {
        var cairn = onTheAir.Cairn;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await cairn.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(coding, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
    }

    [Theory]
    [InlineData("GET /en HTTP/1.1\r\nHost: x\r\nX-Long: LONG\r\n\r\n", 431)]
    [InlineData("GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n", 414)]
    [InlineData("GET /en HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("blorptang\r\n\r\n", 400)]
    public async Task A_request_past_its_limit_is_refused_and_the_next_one_is_answered(string request, int status)
    {
        var cairn = onTheAir.Cairn;
        using var socket = new TcpClient(cairn.Address.Host, cairn.Address.Port);
        var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("LONG", new string('x', 20_000))), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"HTTP/1.1 {status}", line?[..12]);
        using var next = await cairn.Http.GetAsync("/en", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
